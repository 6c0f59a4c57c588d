/** Importing by hand: previewed, taken, again, taken back; and to which product it belongs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

const TICKETS = [
  'key,title,description,created,author,status',
  'K-1,Too loud,It wakes the house,2026-01-05,ann,open',
  'K-2,Lid,It sticks,2026-01-06,ben,closed',
  'K-3,No day,It has none,,ben,open',
  '',
].join('\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-import-'));
  writeFileSync(join(folder, 'tickets.csv'), TICKETS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(words: readonly string[], cwd = folder, piped = '') {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 100, cwd, null, [], piped);
  const parts: string[] = [];
  const status = await run(words, { ...terminal, print: (text: string) => void parts.push(text) });
  const printed = parts.join('');
  return { status, printed, warned: terminal.err(), json: () => JSON.parse(printed) };
}

test('an import is previewed, taken, known again, and taken back whole', async () => {
  const seen = (await bifocal(['import', 'tickets.csv', '--preview', '--json'])).json();
  expect(seen).toMatchObject({ format: 'csv', read: 3, added: null, undo: null });
  expect(seen.columns).toContainEqual({ file: 'tickets.csv', column: 'description', as: 'body' });
  const first = (await bifocal(['import', 'tickets.csv', '--json'])).json();
  expect(first).toMatchObject({ format: 'csv', read: 3, added: 2, unchanged: 0, updated: 0 });
  expect(first.refused).toEqual([{ file: 'tickets.csv', row: 4, reason: 'it has no time' }]);
  const again = (await bifocal(['import', 'tickets.csv', '--json'])).json();
  expect(again).toMatchObject({ read: 3, added: 0, unchanged: 2, updated: 0 });
  writeFileSync(join(folder, 'tickets.csv'), TICKETS.replace('It sticks', 'It sticks in winter'));
  expect((await bifocal(['import', 'tickets.csv', '--json'])).json()).toMatchObject({ added: 0, updated: 1 });
  expect((await bifocal(['undo', '--json'])).json()).toHaveLength(3);
  expect((await bifocal(['undo', first.undo, '--json'])).json()).toMatchObject({ removed: 0 });
  expect((await bifocal(['undo', first.undo])).warned).toContain('GATHER_NOT_FOUND');
});

test('without an import to name, undo lists them; the only one taken back leaves nothing', async () => {
  expect((await bifocal(['undo'])).printed).toContain('Nothing was imported.');
  const { undo } = (await bifocal(['import', 'tickets.csv', '--json'])).json();
  expect((await bifocal(undo.split(' ').slice(1).concat('--json'))).json()).toMatchObject({ removed: 2, restored: 0 });
});

test('what was imported belongs to the product that is named, told by bifocal.json, or the folder', async () => {
  await bifocal(['import', 'tickets.csv', '--product', 'kettle']);
  const kettle = (await bifocal(['reflect', 'kettle', '--json'])).json();
  expect(kettle).toMatchObject({ product: { name: 'kettle' }, evidence: { feedback: 2 }, at: '2026-01-06T00:00:00Z' });
  const inner = join(folder, 'inner');
  mkdirSync(inner);
  writeFileSync(join(folder, 'bifocal.json'), JSON.stringify({ product: 'lamp' }));
  expect((await bifocal(['import', '../tickets.csv', '--json'], inner)).json().product).toBe('lamp');
  expect((await bifocal(['reflect', '--json'], inner)).json()).toMatchObject({ product: { name: 'lamp' } });
  rmSync(join(folder, 'bifocal.json'));
  expect((await bifocal(['import', '../tickets.csv', '--json'], inner)).json().product).toBe('inner');
  expect((await bifocal(['--json'], inner)).json()).toMatchObject({ product: { name: 'inner' } });
});

test('a mapping is remembered for the next file of the same columns', async () => {
  const file = (name: string, row: string) => writeFileSync(join(folder, name), `Kz,Worte,Wann\n${row}\n`);
  file('january.csv', '1,Hello,2026-01-01');
  file('february.csv', '2,Again,2026-02-01');
  expect((await bifocal(['import', 'january.csv'])).warned).toContain('“Kz”, “Worte”, “Wann”');
  await bifocal(['import', 'january.csv', '--map', 'id=Kz,text=Worte,at=Wann']);
  expect((await bifocal(['import', 'february.csv', '--json'])).json()).toMatchObject({ added: 1 });
});

test('replies that come later join the threads that are known', async () => {
  const comments = 'issue_key,id,body,created,author\nK-1,9,We hear it,2026-01-07,mia\n';
  writeFileSync(join(folder, 'comments.csv'), comments);
  await bifocal(['import', 'tickets.csv', '--product', 'kettle']);
  const { added, notes } = (await bifocal(['import', 'comments.csv', '--product', 'kettle', '--json'])).json();
  expect(added).toBe(1);
  expect(notes.join()).toContain('taken for replies');
  expect((await bifocal(['reflect', 'kettle', '--json'])).json().evidence.strands[1].sources).toEqual(['table']);
});

test('what is no table, and a format that nobody knows, are refused with what to do', async () => {
  writeFileSync(join(folder, 'picture.png'), new Uint8Array([137, 80, 78, 71, 0, 0, 1]));
  const refused = await bifocal(['import', 'picture.png']);
  expect([refused.status, refused.warned]).toEqual([1, expect.stringContaining('FORMAT_UNKNOWN')]);
  expect((await bifocal(['import', 'tickets.csv', '--as', 'wingdings'])).status).toBe(2);
  expect((await bifocal(['import', 'absent.csv'])).status).toBe(1);
  expect((await bifocal(['import'])).status).toBe(2);
});

test('typed lines are a timeline, pasted cells a table', async () => {
  const lines = '2026-01-05, Classic, a third less sugar, substance\n2026-03-01, Classic, summer can, appearance\n';
  expect((await bifocal(['import', '-', '--json'], folder, lines)).json()).toMatchObject({
    format: 'timeline',
    added: 2,
  });
  const cells = 'id\ttext\tdate\n1\tToo loud\t2026-01-05\n';
  expect((await bifocal(['import', '-', '--json'], folder, cells)).json()).toMatchObject({ format: 'tsv', added: 1 });
});

test('a timeline imported again stands for all of its lines', async () => {
  const file = join(folder, 'changes.csv');
  const lines = ['2026-01-05,Classic,less sugar,substance', '2026-03-01,Classic,summer can,appearance'];
  writeFileSync(file, lines.join('\n'));
  await bifocal(['import', 'changes.csv']);
  writeFileSync(file, [lines[0], '2026-03-01,Classic,winter can,appearance'].join('\n'));
  expect((await bifocal(['import', 'changes.csv', '--json'])).json()).toMatchObject({
    added: 1,
    unchanged: 1,
    gone: 1,
  });
});

test('the template is a file that can be imported', async () => {
  writeFileSync(join(folder, 'template.csv'), (await bifocal(['import', '--template'])).printed);
  expect((await bifocal(['import', 'template.csv', '--json'])).json()).toMatchObject({
    read: 2,
    added: 2,
    refused: [],
  });
});
