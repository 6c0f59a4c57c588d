/** An export by hand: written, taken in by a store with another key, read alike to the byte, taken back, refused when it was touched. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seeds } from '../../bench/fuzz/seeds.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-export-'));
  mkdirSync(join(folder, 'work'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(home: string, ...words: readonly string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, home) }, 100, join(folder, 'work'));
  const status = await run(words, terminal);
  return { status, printed: terminal.out(), warned: terminal.err(), json: () => JSON.parse(terminal.out()) };
}

for (const [example, name] of [
  ['gallop', 'Gallop'],
  ['fizz', 'Fizz'],
] as const) {
  test(`${name} taken in elsewhere, as JSON or CSV, gives the same reading to the byte`, {
    timeout: 300_000,
  }, async () => {
    const before = await bifocal('here', 'reflect', join(EXAMPLES, example), '--no-guess', '--json');
    for (const as of ['jsonl', 'csv']) {
      const wrote = (await bifocal('here', 'export', name, '--to', as, '--as', as, '--json')).json();
      const taken = (await bifocal(`there-${as}`, 'import', as, '--json')).json();
      expect(taken).toMatchObject({ product: name, added: wrote.rows.evidence, updated: 0, unchanged: 0 });
      const after = await bifocal(`there-${as}`, 'reflect', name, '--no-guess', '--json');
      expect(after.printed).toBe(before.printed);
      const again = (await bifocal(`there-${as}`, 'import', as, '--json')).json();
      expect(again).toMatchObject({ added: 0, updated: 0, unchanged: wrote.rows.evidence });
    }
  });
}

test('every format that is imported comes back row for row', { timeout: 300_000 }, async () => {
  const whole = (await seeds()).filter(({ name }) => !name.startsWith('survey/'));
  for (const { name, bytes } of whole) {
    const [format = '', file = ''] = name.split('/');
    writeFileSync(join(folder, 'work', file), bytes);
    const { status, warned } = await bifocal('here', 'import', file, '--product', 'kettle', '--from', `acme/${format}`);
    expect([name, status, warned]).toEqual([name, 0, expect.anything()]);
  }
  await bifocal('here', 'export', 'kettle', '--to', 'out', '--as', 'csv');
  const { added } = (await bifocal('there', 'import', 'out', '--json')).json();
  await bifocal('there', 'export', 'kettle', '--to', 'back', '--as', 'csv');
  const rows = (from: string) => readFileSync(join(folder, 'work', from, 'evidence.csv'), 'utf8');
  expect(added).toBeGreaterThan(whole.length);
  expect(rows('back')).toBe(rows('out'));
});

const TICKETS = [
  'key,title,description,created,author,status',
  'K-1,=1+1,"It wakes\nthe house",2026-01-05,ann@example.org,open',
  "K-2,'tis loud,@home it sticks,2026-01-06,ben,closed",
  'K-3,-5 °C,+ and so on,2026-01-07,ben,open',
].join('\n');

test('what people decided comes along, a spreadsheet works nothing out, and undo takes the import back', async () => {
  writeFileSync(join(folder, 'work', 'tickets.csv'), `${TICKETS}\n`);
  await bifocal('here', 'import', 'tickets.csv', '--product', 'kettle');
  await bifocal('here', 'people', 'ann@example.org', '--team', '--product', 'kettle');
  const before = await bifocal('here', 'reflect', 'kettle', '--json');
  await bifocal('here', 'export', 'kettle', '--to', 'out', '--as', 'csv');
  const csv = readFileSync(join(folder, 'work', 'out', 'evidence.csv'), 'utf8');
  for (const cell of ["'=1+1", "''tis loud", "'@home it sticks", "'-5 °C", "'+ and so on"])
    expect(csv).toContain(`,${cell},`);
  expect(csv).not.toContain('ann@example.org');
  const seen = (await bifocal('there', 'import', 'out', '--preview', '--json')).json();
  expect(seen).toMatchObject({ read: 3, added: null, undo: null });
  expect((await bifocal('there', 'reflect', 'kettle', '--json')).status).not.toBe(0);
  const { undo } = (await bifocal('there', 'import', 'out', '--json')).json();
  expect((await bifocal('there', 'reflect', 'kettle', '--json')).printed).toBe(before.printed);
  expect((await bifocal('there', 'people', '--product', 'kettle')).printed).toContain('team');
  expect((await bifocal('there', ...undo.split(' ').slice(1), '--json')).json()).toMatchObject({ removed: 3 });
});

test('signs that other programs take for the end of a line stay within theirs', async () => {
  writeFileSync(
    join(folder, 'work', 'odd.csv'),
    'key,title,created\nK-1,It\u2028wakes\u2029the\u0085house\u000b,2026-01-05\n',
  );
  await bifocal('here', 'import', 'odd.csv', '--product', 'kettle');
  for (const as of ['jsonl', 'csv']) {
    await bifocal('here', 'export', 'kettle', '--to', as, '--as', as);
    expect((await bifocal(`there-${as}`, 'import', as, '--json')).json()).toMatchObject({ added: 1 });
    await bifocal(`there-${as}`, 'export', 'kettle', '--to', `${as}-back`, '--as', as);
    const rows = (from: string) => readFileSync(join(folder, 'work', from, `evidence.${as}`), 'utf8');
    expect(rows(`${as}-back`)).toBe(rows(as));
    expect(rows(as)).toContain('\u2028');
  }
});

test('an export that was changed, cut or never finished is refused whole; a folder in use is left alone', async () => {
  writeFileSync(join(folder, 'work', 'tickets.csv'), `${TICKETS}\n`);
  await bifocal('here', 'import', 'tickets.csv', '--product', 'kettle');
  const out = join(folder, 'work', 'kettle-export');
  expect((await bifocal('here', 'export', 'kettle')).printed).toContain('evidence    3 rows');
  expect((await bifocal('here', 'export', 'kettle')).warned).toContain('something lies there already');
  expect((await bifocal('here', 'export', 'nobody')).warned).toContain('PRODUCT_NOT_FOUND');
  appendFileSync(join(out, 'evidence.jsonl'), '{}\n');
  expect((await bifocal('there', 'import', 'kettle-export')).warned).toContain(
    'it was changed or cut since it was written',
  );
  const manifest = join(out, 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('bifocal.export/1', 'bifocal.export/9'));
  expect((await bifocal('there', 'import', 'kettle-export')).warned).toContain('it is of another version');
  rmSync(manifest);
  expect((await bifocal('there', 'import', 'kettle-export')).status).toBe(1);
  expect(
    existsSync(join(folder, 'there', 'bifocal.db')) &&
      (await bifocal('there', 'sources', '--product', 'kettle')).status,
  ).not.toBe(0);
});
