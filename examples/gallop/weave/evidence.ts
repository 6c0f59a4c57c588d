/** Writes the evidence files: what was shipped as Bifocal's own sources read it from the rebuilt repository, what was said, what was claimed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '#engine/load-source.ts';
import { instant, isoOf } from './days.ts';
import type { Commit } from './history.ts';
import { makersIn } from './people.ts';
import { buildRepository } from './repository.ts';
import { type Landed, type Row, rowsOf } from './rows.ts';
import { readSaid, type Said } from './said.ts';

const UNTIL = Date.UTC(2026, 1, 28, 23);

const MANIFEST = {
  format: 'bifocal.evidence/1',
  product: { name: 'Gallop', kind: 'service', customers: 'riders' },
  origin: 'evidence:gallop',
  observedUntil: isoOf(UNTIL),
};

const FILES: Readonly<Record<Said['channel'], string>> = {
  issue: 'tracker.jsonl',
  review: 'reviews.jsonl',
  ticket: 'support.jsonl',
  post: 'forum.jsonl',
  survey: 'survey.jsonl',
};
const PAGES: Readonly<Record<string, string>> = {
  'site/index.md': 'home',
  'site/help.md': 'help',
  'site/roadmap.md': 'roadmap',
  'site/prices.md': 'prices',
};

/** Every file of the evidence by its name, whole. */
export async function evidenceOf(source: string): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'gallop-'));
  try {
    const { commits, shas } = buildRepository(source, folder);
    const files = new Map<string, Row[]>();
    files.set('shipped.jsonl', await shippedIn(folder));
    files.set('claimed.jsonl', [...pagesIn(commits), ...saidAloud(commits)]);
    const landed = landedIn(commits, shas);
    const makers = new Set(makersIn(source).keys());
    for (const said of readSaid(source)) {
      const name = FILES[said.channel];
      const rows = files.get(name) ?? [];
      files.set(name, rows);
      rows.push(...rowsOf(said, makers, said.channel === 'issue' ? (landed.get(said.id) ?? null) : null));
    }
    const texts = [...files].map(([name, rows]): [string, string] => [name, rows.map(lineOf).join('')]);
    return new Map([['manifest.json', `${JSON.stringify(MANIFEST, null, 2)}\n`], ...texts]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function writeEvidence(source: string): Promise<readonly string[]> {
  const files = await evidenceOf(source);
  for (const [name, text] of files) writeFileSync(join(source, name), text);
  return [...files].map(
    ([name, text]) => `${name}: ${text.split('\n').length - 1} lines, ${Buffer.byteLength(text)} bytes`,
  );
}

function lineOf(row: Row): string {
  return `${JSON.stringify(row)}\n`;
}

/** What the git and changelog sources make of it, so that the folder and the repository are the same evidence. */
async function shippedIn(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  const { signal } = new AbortController();
  for (const kind of ['git', 'changelog']) {
    const { source, options, git } = await loadSource(
      { kind, options: { path } } as Parameters<typeof loadSource>[0],
      signal,
    );
    const http = { get: () => Promise.reject(new Error('Nothing of Gallop lies on the network.')) };
    const gathering = { options, git, http, signal, cursor: null, until: null, deep: false, progress: () => undefined };
    for await (const { items = [] } of source.gather(gathering)) {
      for (const item of items)
        rows.push(
          compact({
            ...item,
            at: isoOf(item.at),
            ...(item.changedAt == null ? {} : { changedAt: isoOf(item.changedAt) }),
          }),
        );
    }
  }
  return rows.sort((a, b) => (String(a.at) < String(b.at) ? -1 : String(a.at) > String(b.at) ? 1 : 0));
}

function compact(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}

/** Each page as it stood from a commit of the main line on. */
function pagesIn(commits: readonly Commit[]): Row[] {
  const rows: Row[] = [];
  const stood = new Map<string, string>();
  for (const { day, minutes, tree, entry } of commits) {
    if (entry.branch !== null) continue;
    for (const [path, page] of Object.entries(PAGES)) {
      const body = tree.get(path);
      // The first front page was a draft on a hidden address.
      if (body === undefined || stood.get(path) === body || day < '2023-03-14') continue;
      stood.set(path, body);
      const url = `https://gallop.example/${page === 'home' ? '' : page}`;
      const title = /^# (.+)$/m.exec(body)?.[1] ?? page;
      const at = isoOf(instant(day, minutes));
      rows.push({
        kind: 'document',
        type: 'page',
        origin: 'site:gallop.example',
        externalId: `${page}@${day}`,
        at,
        threadId: page,
        title,
        body,
        url,
        lang: 'en',
      });
    }
  }
  return rows;
}

/** Where the diary keeps what was put up or sent out once, and what it is. */
const ALOUD: Readonly<Record<string, { readonly type: string; readonly channel: string }>> = {
  'site/campaign': { type: 'advertisement', channel: 'campaign' },
  'site/posters': { type: 'advertisement', channel: 'posters' },
  'site/landing': { type: 'advertisement', channel: 'landing page' },
  'site/film': { type: 'advertisement', channel: 'film' },
  'site/stories': { type: 'post', channel: 'stories' },
  'site/news': { type: 'post', channel: 'news' },
};

/** Advertisements and posts, each on the day it was written; brackets are stage directions. */
function saidAloud(commits: readonly Commit[]): Row[] {
  return commits.flatMap(({ day, minutes, entry, subject }) => {
    const aloud = ALOUD[entry.place];
    const body = entry.steps
      .filter((step) => /^\+ [^#([]/.test(step))
      .map((step) => step.slice(2))
      .join('\n');
    if (aloud === undefined || body === '') return [];
    const { type, channel } = aloud;
    const at = isoOf(instant(day, minutes));
    const externalId = `${channel}@${day}`;
    return [
      {
        kind: 'document',
        type,
        origin: 'ads:gallop',
        externalId,
        at,
        title: subject,
        body,
        lang: 'en',
        data: { channel },
      },
    ];
  });
}

/** The first commit that says it closes a thread, by thread, with the time at which it reached the main line. */
function landedIn(commits: readonly Commit[], shas: ReadonlyMap<number, string>): ReadonlyMap<string, Landed> {
  const found = new Map<string, Landed>();
  const waiting = new Map<string, { ids: readonly string[]; commit: Commit }[]>();
  const take = (ids: readonly string[], commit: Commit, at: number) => {
    for (const id of ids)
      if (!found.has(id)) found.set(id, { sha: shas.get(commit.mark) as string, who: commit.who, at: at + 30_000 });
  };
  for (const commit of commits) {
    const { day, minutes, subject, entry } = commit;
    const ids = [...subject.matchAll(/\b(?:closes|fixes) (#\d+)/gi)].map(([, id = '']) => id);
    if (entry.branch !== null) {
      waiting.set(entry.branch, [...(waiting.get(entry.branch) ?? []), { ids, commit }]);
      continue;
    }
    const at = instant(day, minutes);
    take(ids, commit, at);
    if (entry.kind === 'merge') for (const each of waiting.get(entry.place) ?? []) take(each.ids, each.commit, at);
  }
  return found;
}
