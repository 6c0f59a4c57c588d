/** The three files of `bench links`: issues, commits, and which commits are known to answer which issue; keys taken out. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Asked, Changed } from '#language/link/asked.ts';
import { keyRemover } from '#language/link/keys.ts';
import { columnsOf, labelledRows } from './labelled-rows.ts';

export interface LinkWorld {
  readonly asked: readonly Asked[];
  readonly changed: readonly Changed[];
  /** By index of `asked`: indexes of `changed` that are known to answer it. */
  readonly gold: ReadonlyMap<number, ReadonlySet<number>>;
  /** Pairs that are told of but not held to: neither right nor wrong. */
  readonly leftOut: ReadonlyMap<number, ReadonlySet<number>>;
  /** Known pairs of which one is not in its file. */
  readonly outside: number;
}

const KEYS = ['key', 'id', 'number'];
const TITLES = ['summary', 'title', 'subject'];
const BODIES = ['description', 'body', 'text'];
const CREATED = ['created', 'created_at', 'createdAt'];
const RESOLVED = ['resolved', 'resolved_at', 'closed_at', 'closedAt'];
const COMMITS = ['commit', 'sha', 'hash'];
const DATES = ['date', 'committed_at', 'at'];
const SUBJECTS = ['subject', 'title', 'message'];

export async function linkWorldOf(
  files: { readonly issues: string; readonly commits: string; readonly gold: string },
  signal: AbortSignal,
): Promise<LinkWorld> {
  const issues = await picked(files.issues, [KEYS, TITLES, BODIES, CREATED, RESOLVED], signal);
  const bodies = (await columnsOf(files.commits, signal)).filter((name) => /^body/i.test(name));
  const commits = await picked(files.commits, [COMMITS, DATES, SUBJECTS, bodies], signal);
  const known = await labelledRows(files.gold, ['key', 'commit'], signal, ['key_in_subject']);
  lacking(files.issues, issues, [0, 1], 'key and summary');
  lacking(files.commits, commits, [0, 2], 'commit and subject');
  const bare = keyRemover(issues.map(([key]) => key as string));
  const asked = issues.map(([, title, body, created, resolved]) => ({
    title: bare(title as string),
    body: bare(body as string),
    createdAt: timeOf(created),
    resolvedAt: timeOf(resolved),
  }));
  const changed = commits.map(([, date, subject, body]) => ({
    subject: bare(subject as string),
    body: bare(body as string),
    at: timeOf(date),
  }));
  const ask = new Map(issues.map(([key], at) => [key as string, at]));
  const change = new Map(commits.map(([sha], at) => [sha as string, at]));
  const gold = new Map<number, Set<number>>();
  const leftOut = new Map<number, Set<number>>();
  let outside = 0;
  for (const [key, commit, primary] of known) {
    const [from, to] = [ask.get(key as string), change.get(commit as string)];
    if (from === undefined || to === undefined) {
      if (primary === '' || primary === '1') outside += 1;
      continue;
    }
    const into = primary === '' || primary === '1' ? gold : leftOut;
    into.set(from, (into.get(from) ?? new Set()).add(to));
  }
  if (gold.size === 0)
    throw usage(`No row of ${basename(files.gold)} names an issue and a commit of the other two files.`);
  return { asked, changed, gold, leftOut, outside };
}

/** Of each group of columns the first that a row fills. */
async function picked(
  file: string,
  groups: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<(readonly string[])[]> {
  const rows = await labelledRows(file, [], signal, groups.flat());
  return rows.map((cells) => {
    let from = 0;
    return groups.map((names) => {
      const own = cells.slice(from, from + names.length);
      from += names.length;
      return own.find((cell) => cell !== '') ?? '';
    });
  });
}

function lacking(file: string, rows: readonly (readonly string[])[], places: readonly number[], names: string): void {
  if (rows.some((row) => places.every((at) => row[at] !== ''))) return;
  throw usage(`${basename(file)} needs columns ${names}; the guide lists the others.`);
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'bench' });
}

/** `2021-09-06T10:12:37.000+0000` is how Jira writes it; the language wants a colon in the zone. */
function timeOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? null : at;
}
