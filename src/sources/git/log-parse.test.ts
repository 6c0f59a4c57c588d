/** The log is read the same whatever pieces it comes in, and whatever stands in messages and paths. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Logged, LogParser, MOST_PATHS } from './log-parse.ts';
import { wholeTokens } from './log-tokens.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function parse(bytes: Uint8Array, size = bytes.length): Promise<Logged[]> {
  const parser = new LogParser();
  const all: Logged[] = [];
  for await (const text of wholeTokens(inPieces(bytes, size))) all.push(...parser.push(text));
  const last = parser.end();
  return last === null ? all : [...all, last];
}

/** As `git log -z --name-status` prints it in our format. */
function printed(commits: readonly Logged[]): string {
  return commits
    .map(({ sha, parents, authoredAt, name, email, subject, body, paths }) => {
      const fields = [sha, parents.join(' '), String((authoredAt ?? 0) / 1000), name, email, subject, body];
      const touched = paths.map((path, at) => `${at === 0 ? '\n' : ''}${path[0]}\0${path.slice(2)}\0`);
      return `${fields.join('\0')}\0${touched.join('')}`;
    })
    .join('');
}

const sha = fc.nat().map((number) => number.toString(16).padStart(40, 'a'));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\n', 'M', 'a'.repeat(40), `\n${'b'.repeat(64)}\n`, ':100644 100644 a b M', '\nM', ''),
);
const clean = text.map((given) => given.replaceAll('\0', ''));
const path = fc
  .tuple(
    fc.constantFrom('M', 'A', 'D', 'T'),
    clean.filter((given) => given !== ''),
  )
  .map(([status, at]) => `${status} ${at}`);
const commit: fc.Arbitrary<Logged> = fc.record({
  sha,
  parents: fc.array(sha, { maxLength: 3 }),
  authoredAt: fc.nat(2_000_000_000).map((seconds) => seconds * 1000),
  name: clean,
  email: clean,
  subject: clean,
  body: clean,
  paths: fc.array(path, { maxLength: 5 }),
  more: fc.constant(0),
});

test('commits come back as they were printed, in any pieces', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commit, { maxLength: 8 }), fc.integer({ min: 1, max: 300 }), async (commits, size) => {
      expect(await parse(Buffer.from(printed(commits)), size)).toEqual(commits);
    }),
  );
});

const plain: Logged = {
  sha: 'c'.repeat(40),
  parents: [],
  authoredAt: 1000,
  name: 'n',
  email: 'e',
  subject: 's',
  body: '',
  paths: [],
  more: 0,
};

test('bytes that are no UTF-8 are shown as such', async () => {
  const bytes = Buffer.from(printed([{ ...plain, subject: 'caf#' }])).map((byte) => (byte === 35 ? 0xe9 : byte));
  expect((await parse(bytes))[0]?.subject).toBe('caf\ufffd');
});

test('a message without end is cut, and what follows it is read', async () => {
  const commits = [
    { ...plain, body: 'x'.repeat(5_000_000) },
    { ...plain, sha: 'd'.repeat(40) },
  ];
  const [long, next] = await parse(Buffer.from(printed(commits)), 65_536);
  expect(long?.body.length).toBeLessThan(1_200_000);
  expect(next).toEqual(commits[1]);
});

test('a bulk load keeps its first paths and counts the others', async () => {
  const paths = Array.from({ length: MOST_PATHS + 7 }, (_, at) => `A ${at}`);
  const [bulk] = await parse(Buffer.from(printed([{ ...plain, paths }])));
  expect(bulk?.paths).toHaveLength(MOST_PATHS);
  expect(bulk?.more).toBe(7);
});

test('what is no log is refused', async () => {
  await expect(parse(Buffer.from(`${printed([plain])}neither\0`))).rejects.toThrow('something else');
});
