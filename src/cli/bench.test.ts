/** Measuring from the command line: the figures that scripts rely on, from plain and packed files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { learnVectors, vectorsOf } from '#language/vectors/text-vectors.ts';
import { openEmbedding } from '../../test/contracts/embedding-server.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(
  words: readonly string[],
  answers: readonly string[] | null = null,
  env: NodeJS.ProcessEnv = {},
) {
  const terminal = capturedTerminal(env, 100, folder, answers, [], '');
  const parts: string[] = [];
  const status = await run(words, { ...terminal, print: (text: string) => void parts.push(text) });
  return { status, printed: parts.join(''), warned: terminal.err() };
}

const ROWS = ['late', 'card', 'saddle'].flatMap((need) =>
  Array.from({ length: 12 }, (_, at) => ({ said: `my ${need} order number ${at} has a ${need} problem`, need })),
);

test('groups are measured from CSV and from packed lines of JSON alike', async () => {
  writeFileSync(
    join(folder, 'asked.csv'),
    ['said,need', ...ROWS.map(({ said, need }) => `${said},${need}`), ''].join('\n'),
  );
  writeFileSync(join(folder, 'asked.jsonl.gz'), gzipSync(ROWS.map((row) => JSON.stringify(row)).join('\n')));
  const asked = async (file: string) =>
    JSON.parse((await bifocal(['bench', 'groups', file, '--text', 'said', '--label', 'need', '--json'])).printed);
  const found = await asked('asked.csv');
  expect(found).toMatchObject({ n: 36, labels: 3, unsorted: expect.any(Number), peakMb: expect.any(Number) });
  expect(found.b3.precision).toBeGreaterThan(0.9);
  for (const key of ['found', 'nmi', 'ami', 'ari', 'seconds', 'cpuSeconds'])
    expect(found[key]).toEqual(expect.any(Number));
  const { b3, ami, nmi } = await asked('asked.jsonl.gz');
  expect({ b3, ami, nmi }).toEqual({ b3: found.b3, ami: found.ami, nmi: found.nmi });
});

test('words tell the same, with the largest needs', async () => {
  writeFileSync(
    join(folder, 'asked.csv'),
    ['said,need', ...ROWS.map(({ said, need }) => `${said},${need}`), ''].join('\n'),
  );
  const { printed, status } = await bifocal(['bench', 'groups', 'asked.csv', '--text', 'said', '--label', 'need']);
  expect(status).toBe(0);
  expect(printed).toContain('36 texts with 3 known needs');
  expect(printed).toContain('“my ');
});

test('groups by an endpoint: asked first, equal where it answers by the built-in vectors, and nothing sent without leave', async () => {
  const mail = { said: 'my card was refused, write to ada@example.org', need: 'card' };
  writeFileSync(join(folder, 'asked.jsonl'), [...ROWS, mail].map((row) => JSON.stringify(row)).join('\n'));
  const texts = [...ROWS, mail].map(({ said }) => said);
  await using server = await openEmbedding((sent) => vectorsOf(learnVectors(texts), sent));
  const words = ['bench', 'groups', 'asked.jsonl', '--text', 'said', '--label', 'need', '--json'];
  const by = [...words, '--embedder', server.url, '--model', 'stand-in'];

  const unasked = await bifocal(by);
  expect(unasked.status).toBe(2);
  expect(unasked.warned).toContain('37 texts (');
  expect(unasked.warned).toContain(`would be sent to ${server.url}/v1/embeddings`);
  expect((await bifocal(by, ['n'])).status).toBe(2);
  expect((await bifocal(words, null, { BIFOCAL_EMBEDDER: server.url })).printed).toContain('--model');
  expect(server.asked).toEqual([]);

  const plain = JSON.parse((await bifocal(words)).printed);
  for (const found of [await bifocal(by, ['y']), await bifocal([...by, '--yes'])]) {
    const { seconds, cpuSeconds, peakMb, embedder, ...rest } = JSON.parse(found.printed);
    expect(plain).toMatchObject(rest);
    expect(embedder).toBe(`stand-in at ${server.url}/v1/embeddings`);
  }
  expect(plain.embedder).toBeNull();
  expect(server.questions.flatMap(({ input }) => input).join('\n')).not.toContain('ada@');
});

test('duplicates are sought among all items; a pair with an end outside is left out and told', async () => {
  const items = ROWS.map(({ said, need }, at) => ({
    id: `K-${at}`,
    title: said,
    body: `${need} ${at}`,
    created: '2026-01-02',
  }));
  items.push({ id: 'A', title: 'Horse arrives late', body: 'an hour', created: '2026-01-03' });
  items.push({ id: 'B', title: 'The horse arrived late', body: 'by an hour', created: '2026-01-01' });
  writeFileSync(join(folder, 'items.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'));
  writeFileSync(join(folder, 'pairs.csv'), 'duplicate,original\nA,B\nA,gone\n');
  const { printed } = await bifocal(['bench', 'duplicates', 'items.jsonl', 'pairs.csv', '--json']);
  expect(JSON.parse(printed)).toMatchObject({
    items: 38,
    pairs: 1,
    outside: 1,
    recallAt1: 1,
    recallAt5: 1,
    recallAt10: 1,
    mrr: 1,
  });
  expect((await bifocal(['bench', 'duplicates', 'items.jsonl', 'pairs.csv'])).printed).toContain(
    'Left out, because one of both is not among them: 1.',
  );
  const swapped = await bifocal(['bench', 'duplicates', 'pairs.csv', 'items.jsonl']);
  expect(swapped.status).not.toBe(0);
});

test('a missing column, file or word says what is wrong', async () => {
  writeFileSync(join(folder, 'asked.csv'), 'said,need\nhello there,greeting\n');
  const wrong = await bifocal(['bench', 'groups', 'asked.csv', '--text', 'words', '--label', 'need']);
  expect(wrong.status).toBe(1);
  expect(wrong.warned).toContain('asked.csv has no column words; its columns are said, need');
  expect((await bifocal(['bench', 'groups', 'gone.csv', '--text', 'said', '--label', 'need'])).status).toBe(1);
  for (const words of [[], ['cats'], ['groups', 'asked.csv'], ['groups']]) {
    expect((await bifocal(['bench', ...words])).status).toBe(2);
  }
});

test('claims are measured against labelled places in repositories, beside a list of praising words', async () => {
  const place = join(folder, 'clones', 'ada', 'fleet');
  mkdirSync(place, { recursive: true });
  const readme = '# Fleet\n\nFleet sends horses to your door.\n\n## Installation\n\nRun the installer.\n';
  writeFileSync(join(place, 'README.md'), readme);
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', place, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words]).toString();
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  const commit = git('rev-parse', 'HEAD').trim();
  const row = (text: string, label: string) => {
    const start = readme.indexOf(text);
    return `ada/fleet,${commit},README.md,${start},${start + text.length},${label}`;
  };
  writeFileSync(
    join(folder, 'gold.csv'),
    [
      'repository,commit,path,start,end,label',
      row('Fleet sends horses to your door.', 'capability'),
      row('Run the installer.', 'none'),
      '',
    ].join('\n'),
  );
  const asked = ['bench', 'claims', 'gold.csv', '--repositories', 'clones'];
  const found = JSON.parse((await bifocal([...asked, '--json'])).printed);
  expect(found).toMatchObject({
    lost: 0,
    halves: [
      {
        half: '',
        products: 1,
        sentences: 2,
        claims: 1,
        found: { f1: 1 },
        wordList: { f1: 0 },
        everything: { precision: 0.5 },
      },
    ],
  });
  expect((await bifocal(asked)).printed).toContain('2 sentences of 1 products, 1 of them claims');
  expect(await bifocal(['bench', 'claims', 'gold.csv'])).toMatchObject({ status: 2 });
});

test('hidden links are looked for among all commits, beside ten plain lines', async () => {
  const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString();
  const topics = Array.from(
    { length: 40 },
    (_, at) => `${['late', 'card', 'saddle', 'map'][at % 4]} thing${at} of stable${at * 7}`,
  );
  const issues = topics.map((topic, at) => ({
    key: `K-${at}`,
    summary: `Broken ${topic}`,
    description: '',
    created: day(at),
    resolved: day(at + 1),
  }));
  writeFileSync(join(folder, 'issues.jsonl.gz'), gzipSync(issues.map((row) => JSON.stringify(row)).join('\n')));
  const commits = topics.map((topic, at) => `c${at},${day(at + 1)},K-${at} mend ${topic},see K-${at}`);
  writeFileSync(join(folder, 'commits.csv'), ['commit,date,subject,body_800', ...commits, ''].join('\n'));
  const gold = [...topics.map((_, at) => `K-${at},c${at},1`), 'K-1,c2,0', 'K-99,c1,1'];
  writeFileSync(join(folder, 'gold.csv'), ['key,commit,key_in_subject', ...gold, ''].join('\n'));
  const asked = ['bench', 'links', '--issues', 'issues.jsonl.gz', '--commits', 'commits.csv', '--gold', 'gold.csv'];
  const { status, printed } = await bifocal([...asked, '--json']);
  expect(status).toBe(0);
  const found = JSON.parse(printed);
  expect(found).toMatchObject({
    issues: 40,
    commits: 40,
    asks: 40,
    links: 40,
    outside: 1,
    pAt1: 1,
    hitAt10: 1,
    mrr: 1,
  });
  expect(found.auto).toMatchObject({ precision: 1, recall: expect.any(Number), threshold: expect.any(Number) });
  expect(found.baseline.withoutResolution.mrr).toBeGreaterThan(0.5);
  expect((await bifocal(asked)).printed).toContain('40 known links of 40 issues, each sought among 40 commits');
  const wrong = await bifocal(['bench', 'links', '--issues', 'issues.jsonl.gz']);
  expect(wrong.status).toBe(2);
});
