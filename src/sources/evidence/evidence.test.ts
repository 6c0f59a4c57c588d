/** Evidence folders: the contract of all sources, the example of the guide, and everything that must be refused. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { EVIDENCE_KINDS } from '#core/evidence.ts';
import { type OpenWorld, sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import evidence from './evidence.ts';

const EXAMPLE = join(import.meta.dirname, '../../../examples/evidence-format');
const MANIFEST = { format: 'bifocal.evidence/1', product: { name: 'Gallop & Co', kind: 'service' } };

function row(id: number | string, more: object = {}): string {
  return JSON.stringify({
    kind: 'feedback',
    type: 'review',
    externalId: `${id}`,
    at: '2026-01-02',
    body: 'Fine.',
    ...more,
  });
}

interface Folder extends Disposable {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  readonly world: OpenWorld;
}

function folder(files: Record<string, string | Uint8Array>, manifest: unknown = MANIFEST): Folder {
  const path = mkdtempSync(join(tmpdir(), 'bifocal-evidence-'));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(path, name), content);
  const remove = () => rmSync(path, { recursive: true, force: true });
  if (manifest !== null) write('manifest.json', typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { path, write, world: { options: { path }, close: remove }, [Symbol.dispose]: remove };
}

function world(name: string, make: () => Folder, fails?: World['fails']): World {
  return { name, open: () => make().world, ...(fails && { fails }) };
}

sourceContract(evidence, [
  { name: 'the example of the guide', open: () => ({ options: { path: EXAMPLE } }) },
  {
    name: 'a folder that grows and has faults',
    open() {
      const made = folder({
        'a.jsonl': `${row(1)}\n{}\n${row(2, { at: '2026-02-02' })}\n`,
        'b.jsonl.gz': gzipSync(row(3)),
      });
      const grow = () =>
        made.write('b.jsonl.gz', gzipSync(`${row(3)}\n${row(4, { type: 'answer', kind: 'reply' })}\n[]`));
      return { ...made.world, grow };
    },
  },
  world('a folder without a manifest', () => folder({ 'a.jsonl': row(1) }, null), 'TARGET_NOT_FOUND'),
  world(
    'a manifest of another format',
    () => folder({ 'a.jsonl': row(1) }, { format: 'other/9' }),
    'FILE_NOT_WHAT_IT_CLAIMS',
  ),
  world('a manifest that is no JSON', () => folder({ 'a.jsonl': row(1) }, '{'), 'FILE_NOT_WHAT_IT_CLAIMS'),
  world('a folder without rows', () => folder({}), 'NOTHING_TO_READ'),
  world('a table in place of rows', () => folder({ 'a.jsonl': 'id,text\n1,hello\n' }), 'FILE_NOT_WHAT_IT_CLAIMS'),
  world(
    'a program in place of rows',
    () => folder({ 'a.jsonl': readFileSync(process.execPath).subarray(0, 2 ** 20) }),
    'FILE_NOT_WHAT_IT_CLAIMS',
  ),
  world('one JSON array in place of rows', () => folder({ 'a.jsonl': `[${row(1)}]` }), 'FILE_NOT_WHAT_IT_CLAIMS'),
]);

test('the example of the guide gives rows of every kind, its product and its time', async () => {
  const { items, missing, observedUntil, bytes } = await run(evidence, { options: { path: EXAMPLE } });
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(EVIDENCE_KINDS));
  expect(missing).toEqual([]);
  expect(observedUntil).toBe(Date.UTC(2026, 2, 31));
  expect(bytes).toContain('"product":{"customers":"guests","kind":"shop","name":"Corner Bakery"}');
  expect(items.find(({ externalId }) => externalId === 'r-1-a')?.at).toBe(Date.UTC(2026, 0, 21, 9, 5));
  expect(items.every(({ origin }) => origin === 'evidence:corner-bakery')).toBe(true);
});

test('a row that does not fit is refused by file, row and reason, and the others are taken', async () => {
  const faults: [line: string | Buffer, reason: string][] = [
    ['{"kind":"change"', 'it is not JSON'],
    ['[1]', 'it is not a JSON object'],
    [row(2, { kind: 'opinion' }), 'kind: invalid option: expected one of'],
    [row(3, { at: '2026-02-30' }), 'at is not a time that exists'],
    [row(4, { at: '2026-02-03T10:00:00' }), 'at: a time is an ISO date, with its zone'],
    [row(5, { at: 1_700_000_000 }), 'at looks like seconds'],
    [row(6, { at: '0001-01-01' }), 'at lies before the year 1000'],
    [row(7, { titel: 'typo' }), 'it has no field called titel'],
    [row(8, { author: { handle: 'x' } }), 'author.space: invalid input'],
    [row(9, { externalId: '' }), 'externalId: too small'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'it is not UTF-8'],
    [`"${'x'.repeat(4 * 2 ** 20)}"`, 'it is longer than 4 MB'],
  ];
  const bytes = faults.flatMap(([line]) => [Buffer.from(line), Buffer.from('\n')]);
  using made = folder({
    'a.jsonl': Buffer.concat([Buffer.from(`\uFEFF${row('first')}\r\n\r\n`), ...bytes, Buffer.from(row('last'))]),
  });
  const { items, refused, missing } = await run(evidence, made.world);
  expect(items.map(({ externalId }) => externalId)).toEqual(['first', 'last']);
  expect(refused.map(({ file, row: at }) => `${file} ${at}`)).toEqual(faults.map((_, at) => `a.jsonl ${at + 3}`));
  for (const [at, [, reason]] of faults.entries()) expect(refused[at]?.reason).toContain(reason);
  expect(missing[0]?.because).toBe('a.jsonl, row 3 was not taken: it is not JSON.');
});

test('twenty refused rows are named in the reading and the rest is a count', async () => {
  const lines = Array.from({ length: 50 }, (_, at) => (at === 0 ? row(1) : '{"secret":"0123456789"}'));
  using made = folder({ 'a.jsonl': lines.join('\n'), 'b.jsonl': `${row(2)}\n{}` });
  const { missing, refused } = await run(evidence, made.world);
  expect(refused).toHaveLength(50);
  expect(missing).toHaveLength(21);
  expect(missing.at(-1)?.because).toBe('30 more rows were not taken.');
  expect(JSON.stringify(missing)).not.toContain('0123456789');
});

test('a file that is refused as a whole is named, and the other files are taken', async () => {
  const packed = gzipSync(Array.from({ length: 200 }, (_, at) => row(at)).join('\n'));
  // A hundred megabytes of blank lines behind one good row: nothing of it may be taken.
  const bomb = gzipSync(Buffer.concat([Buffer.from(`${row(9)}\n`), Buffer.alloc(100 * 2 ** 20, 10)]));
  using made = folder({
    'bomb.jsonl.gz': bomb,
    'cut.jsonl.gz': packed.subarray(0, packed.length / 2),
    'good.jsonl': row(1),
    'plain.jsonl.gz': row(2),
    'table.jsonl': 'a,b\n1,2',
  });
  symlinkSync(join(EXAMPLE, 'voices.jsonl'), join(made.path, 'link.jsonl'));
  symlinkSync(join(made.path, 'nothing'), join(made.path, 'lost.jsonl'));
  const { items, missing } = await run(evidence, made.world);
  expect(items.map(({ externalId }) => externalId)).toEqual(['1']);
  expect(missing.map(({ because }) => because.replace(' is not an evidence file', ''))).toEqual([
    'link.jsonl: it is a link that leads out of the folder.',
    'lost.jsonl: it is a link that leads nowhere.',
    'bomb.jsonl.gz: it unpacks to more than 250 times its size.',
    'cut.jsonl.gz: it ends in the middle.',
    'plain.jsonl.gz: it is not a gzip file.',
    'table.jsonl: it is not JSON, one object on each line.',
  ]);
});

test('a link within the folder is followed, and a folder inside is not', async () => {
  using made = folder({ 'rows.txt': row(1) });
  symlinkSync('rows.txt', join(made.path, 'a.jsonl'));
  symlinkSync('.', join(made.path, 'b.jsonl'));
  const { items, missing } = await run(evidence, made.world);
  expect(items).toHaveLength(1);
  expect(missing[0]?.because).toContain('it is a link that leads out of the folder');
});

test('only files that changed are read again, and another origin reads all of them anew', async () => {
  using made = folder({ 'a.jsonl': row(1), 'b.jsonl': row(2) });
  const first = await run(evidence, made.world);
  made.write('b.jsonl', row(3));
  const second = await run(evidence, made.world, { cursor: first.cursor });
  expect(second.items.map(({ externalId }) => externalId)).toEqual(['3']);
  made.write('manifest.json', JSON.stringify({ ...MANIFEST, origin: 'shop:1' }));
  const third = await run(evidence, made.world, { cursor: second.cursor });
  expect(third.items.map(({ externalId, origin }) => `${origin} ${externalId}`)).toEqual(['shop:1 1', 'shop:1 3']);
});

test('the origin is the manifest’s, else made from the product’s name', async () => {
  using made = folder({ 'a.jsonl': row(1) });
  const git = { text: () => Promise.reject(new Error('no git here')), stream: () => (async function* () {})() };
  expect(await evidence.origin({ path: made.path }, git)).toBe('evidence:gallop-co');
  expect(await evidence.origin({ path: EXAMPLE }, git)).toBe('evidence:corner-bakery');
});
