/** The sample company holds what it promises: enough of everything, readable, the same on every machine, and true to its truth. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceOf } from '../../examples/gallop/weave/evidence.ts';
import { makersIn, segmentsIn } from '../../examples/gallop/weave/people.ts';
import { readSaid } from '../../examples/gallop/weave/said.ts';
import { readNotes, readShipped } from '../../examples/gallop/weave/shipped.ts';
import { loadSource } from '../../src/engine/load-source.ts';
import { EvidenceManifest, EvidenceRow } from '../../src/sources/evidence/evidence.schema.ts';

const GALLOP = fileURLToPath(new URL('../../examples/gallop', import.meta.url));
/** A change of any byte of the repository changes this; say so in STORY.md when it is meant. */
const HEAD = '8920bd90aa74d3c3264bd8f3835d868550376d90';

const said = readSaid(GALLOP);
const shipped = readShipped(GALLOP);
const ids = new Set(said.map(({ id }) => id));
const read = (name: string) => readFileSync(join(GALLOP, name), 'utf8');
const rows = (name: string) =>
  read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const files = readdirSync(GALLOP).filter((name) => name.endsWith('.jsonl'));

interface Truth {
  readonly needs: readonly {
    readonly id: string;
    readonly members: readonly string[];
    readonly asks?: Record<string, readonly string[]>;
  }[];
  readonly loves: readonly { readonly members: readonly string[] }[];
  readonly unsaid: { readonly members: readonly string[] };
  readonly leaving: { readonly members: readonly string[] };
  readonly makers: readonly string[];
  readonly junk: readonly string[];
  readonly duplicates: Record<string, string>;
  readonly duplicateThreads: Record<string, string>;
  readonly shouter: { readonly who: string; readonly members: readonly string[] };
  readonly answers: readonly { readonly thread: string; readonly release: string; readonly told: string }[];
  readonly answeredWithoutALink: Record<string, readonly string[]>;
  readonly claims: readonly { readonly says: string; readonly where: string; readonly since: string }[];
  readonly untoldRelease: string;
}
const truth = JSON.parse(read('truth.json')) as Truth;

describe('there is enough of it', () => {
  test('900 changes and 40 releases, two of them overhauls', () => {
    expect(rows('shipped.jsonl').filter(({ type }) => type === 'commit').length).toBeGreaterThanOrEqual(900);
    const versions = shipped.filter(({ kind }) => kind === 'release').map(({ place }) => place);
    expect(versions.length).toBeGreaterThanOrEqual(40);
    expect(new Set(versions)).toEqual(new Set(readNotes(GALLOP).keys()));
    expect(versions.filter((version) => /^[23]\.0\.0$/.test(version))).toHaveLength(2);
  });

  test('600 pieces of feedback over five channels by some 250 people in three segments, makers among them', () => {
    expect(said.length).toBeGreaterThanOrEqual(600);
    expect(new Set(said.map(({ channel }) => channel)).size).toBe(5);
    const people = new Set(said.map(({ who }) => who));
    expect(people.size).toBeGreaterThanOrEqual(235);
    expect(new Set(segmentsIn(GALLOP).values()).size).toBe(3);
    expect(new Set(said.filter(({ maker }) => maker).map(({ who }) => who)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(said.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(8);
  });

  test('a front page and a README that changed eight times, and a roadmap that was kept and broken', () => {
    const pages = rows('claimed.jsonl');
    const versions = (page: string) => pages.filter(({ threadId }) => threadId === page).length;
    expect(versions('home')).toBeGreaterThanOrEqual(9);
    expect(versions('roadmap')).toBeGreaterThanOrEqual(6);
    expect(rows('shipped.jsonl').filter(({ type }) => type === 'readme').length).toBeGreaterThanOrEqual(9);
  });

  test('two Mirror Test rounds with three roles of at least five', () => {
    const { rounds } = JSON.parse(read('rounds.json')) as { rounds: { answers: { role: string }[] }[] };
    expect(rounds).toHaveLength(2);
    for (const { answers } of rounds) {
      const roles = Map.groupBy(answers, ({ role }) => role);
      expect([...roles.keys()].sort()).toEqual(['customers', 'leaders', 'staff']);
      for (const each of roles.values()) expect(each.length).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('it reads', () => {
  test('every row and the manifest fit the evidence format', () => {
    expect(EvidenceManifest.safeParse(JSON.parse(read('manifest.json'))).success).toBe(true);
    const wrong = files.flatMap((name) => rows(name).filter((row) => !EvidenceRow.safeParse(row).success));
    expect(wrong).toEqual([]);
  });

  test('the evidence source takes every row', async () => {
    const { signal } = new AbortController();
    const { source, options, git } = await loadSource({ kind: 'evidence', options: { path: GALLOP } } as never, signal);
    const refused: unknown[] = [];
    let taken = 0;
    const http = { get: () => Promise.reject(new Error('no network')) };
    const gathering = { options, git, http, signal, cursor: null, until: null, deep: false, progress: () => undefined };
    for await (const batch of source.gather(gathering as never)) {
      taken += batch.items?.length ?? 0;
      refused.push(...(batch.refused ?? []), ...(batch.missing ?? []));
    }
    expect(refused).toEqual([]);
    expect(taken).toBe(files.reduce((sum, name) => sum + rows(name).length, 0));
  });

  test('the evidence is what its texts make; if not: npm run gallop', async () => {
    for (const [name, text] of await evidenceOf(GALLOP)) expect(read(name) === text, name).toBe(true);
  });

  test('nobody says the same twice, but for what the truth calls a duplicate', () => {
    const texts = Map.groupBy(said, ({ title, body }) =>
      `${title ?? ''}\n${body}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '),
    );
    const twice = [...texts.values()].filter((same) => same.length > 1).map((same) => same.map(({ id }) => id).sort());
    expect(twice.toSorted()).toEqual(
      Object.entries(truth.duplicates)
        .map((pair) => pair.toSorted())
        .toSorted(),
    );
  });

  test('everybody lives at a made-up address, and the whole is small', () => {
    const mails = [...files, 'STORY.md', 'rounds.json'].flatMap(
      (name) => read(name).match(/[\w.-]+@[\w-]+\.[\w.-]+/g) ?? [],
    );
    expect(mails.filter((mail) => !/\.example$|^(?:home|help|roadmap|prices|README\.md)@/.test(mail))).toEqual([]);
    const sizes = readdirSync(GALLOP, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = sizes.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  test('nothing answers a thread before it was asked', () => {
    const asked = new Map(said.map(({ id, at }) => [id, at]));
    const early = shipped.flatMap(({ day, subject }) =>
      [...subject.matchAll(/\b(?:closes|fixes|see) (#\d+)/gi)].flatMap(([, id = '']) => {
        const at = asked.get(id);
        return at === undefined || at > Date.parse(`${day}T23:59:00+01:00`) ? [`${day} ${id}`] : [];
      }),
    );
    expect(early).toEqual([]);
    const closed = said.filter(({ at, closed: end }) => end !== null && end.at < at).map(({ id }) => id);
    expect(closed).toEqual([]);
  });
});

describe('its truth speaks of what is there', () => {
  test('every id exists, once', () => {
    expect(ids.size).toBe(said.length);
    const named = [
      ...truth.needs.flatMap(({ members, asks = {} }) => [...members, ...Object.values(asks).flat()]),
      ...[...truth.loves, truth.unsaid, truth.leaving, truth.shouter].flatMap(({ members }) => members),
      ...truth.makers,
      ...truth.junk,
      ...Object.entries({ ...truth.duplicates, ...truth.duplicateThreads }).flat(),
      ...truth.answers.map(({ thread }) => thread),
      ...Object.values(truth.answeredWithoutALink).flat(),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('asks are members of their need, and every piece has its place', () => {
    for (const { id, members, asks = {} } of truth.needs) {
      const strays = Object.values(asks)
        .flat()
        .filter((ask) => !members.includes(ask));
      expect(strays, id).toEqual([]);
    }
    const placed = new Set([
      ...truth.needs.flatMap(({ members }) => members),
      ...truth.loves.flatMap(({ members }) => members),
      ...truth.junk,
      ...Object.keys(truth.duplicates),
    ]);
    // What is left speaks of no need: a slip of the pen, a splash screen, a lost umbrella.
    expect(said.filter(({ id }) => !placed.has(id)).length).toBeLessThan(0.1 * said.length);
  });

  test('answers name releases, and nobody was told of the untold one', () => {
    const versions = new Set(readNotes(GALLOP).keys());
    expect(truth.answers.filter(({ release }) => !versions.has(release))).toEqual([]);
    const untold = truth.answers.filter(({ release }) => release === truth.untoldRelease);
    expect(untold.length).toBeGreaterThan(8);
    expect(untold.filter(({ told }) => told !== 'nobody')).toEqual([]);
  });

  test('makers are makers, and one person shouts thirty times', () => {
    const whoIs = new Map(said.map(({ id, who }) => [id, who]));
    const makers = makersIn(GALLOP);
    expect(said.flatMap(({ id, maker }) => (maker ? id : [])).toSorted()).toEqual(truth.makers.toSorted());
    expect(truth.makers.filter((id) => !makers.has(whoIs.get(id) ?? ''))).toEqual([]);
    expect(truth.shouter.members.length).toBeGreaterThanOrEqual(30);
    expect(truth.shouter.members.filter((id) => whoIs.get(id) !== truth.shouter.who)).toEqual([]);
  });

  test('the story counts as the truth does', () => {
    const story = read('STORY.md');
    const whoIs = new Map(said.map(({ id, who }) => [id, who]));
    const counts = truth.needs
      .filter(({ members }) => members.length > 9)
      .map(({ members }) => `| ${members.length}, ${new Set(members.map((id) => whoIs.get(id))).size} |`);
    expect(counts.filter((count) => !story.includes(count))).toEqual([]);
    expect(story).toContain(`${said.length} pieces of feedback by ${new Set(said.map(({ who }) => who)).size} people`);
  });

  test('claims stood where and when it says', () => {
    const pages = rows('claimed.jsonl').map(({ externalId, body }) => `${externalId}\n${body}`);
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();
    const missing = truth.claims.filter(({ says, where, since }) => {
      const page = pages.find((each) => each.startsWith(`${where}@${since}\n`));
      const words = plain(says)
        .split(' ')
        .filter((word) => word.length > 3);
      const found = words.filter((word) => plain(page ?? '').includes(word));
      return found.length < 0.7 * words.length;
    });
    expect(missing.map(({ says }) => says)).toEqual([]);
  });
});

describe('its repository is the same everywhere', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gallop-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const built = (name: string, env: Record<string, string>) => {
    const target = join(folder, name);
    const script = join(GALLOP, 'build.ts');
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, target], {
      env: { ...process.env, ...env },
    });
    const told = (args: readonly string[]) => execFileSync('git', ['-C', target, ...args], { encoding: 'utf8' }).trim();
    return {
      head: told(['rev-parse', 'HEAD']),
      tags: told(['for-each-ref', '--format=%(refname) %(objectname)', 'refs/tags']),
    };
  };

  test('in another time zone, at home, and for somebody with settings of their own', () => {
    const here = built('here', { TZ: 'UTC' });
    const home = join(folder, 'home');
    mkdirSync(join(home, 'templates', 'hooks'), { recursive: true });
    writeFileSync(join(home, 'templates', 'hooks', 'post-checkout'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    writeFileSync(
      join(home, '.gitconfig'),
      `[user]\n\tname = Somebody\n[core]\n\tautocrlf = true\n\thooksPath = ${home}/templates/hooks\n[init]\n\ttemplateDir = ${home}/templates\n\tdefaultBranch = trunk\n[commit]\n\tgpgSign = true\n[tag]\n\tgpgSign = true\n`,
    );
    const there = built('there', {
      TZ: 'Asia/Tokyo',
      HOME: home,
      USERPROFILE: home,
      GIT_AUTHOR_DATE: '2001-01-01T00:00:00Z',
    });
    expect(there).toEqual(here);
    expect(here.head).toBe(HEAD);
    expect(here.tags.split('\n').length).toBeGreaterThanOrEqual(40);
    expect(readFileSync(join(folder, 'there', 'README.md'), 'utf8')).not.toContain('\r');
  });

  test('and is not written over anything', () => {
    expect(() => built('here', {})).toThrow();
  });
});
