/** The Mirror Test through the command line: answers from a table, what is handed out, one person alone, and refusals. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-mirror-'));
  const head = 'role,name,right,missed,would,closer,doing.making,doing.telling,doing.serving,doing.running';
  const staff = [4, 5, 6, 7, 8, 3].map((right, at) => `staff,Person ${at},${right},50,,"=wish, ${at}",4,3,2,1`);
  const customers = [0, 1, 2].map((at) => `customer,,,,very,Only ${at},,,,`);
  writeFileSync(join(folder, 'answers.csv'), [head, ...staff, ...customers, 'nobody,,1,,,,,,,', ''].join('\n'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(words: readonly string[], answers: readonly (string | null)[] | null = null) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, answers);
  const status = await run(['mirror', ...words], terminal);
  return { status, out: terminal.out(), err: terminal.err(), json: () => JSON.parse(terminal.out()) };
}

const IMPORT = ['import', 'answers.csv', '--at', '2026-02-28'];

test('a table is taken once; three customers are in no figure, view or export', async () => {
  const [taken] = (await bifocal([...IMPORT, '--json'])).json();
  expect(taken).toMatchObject({ answers: 9, refused: 1, added: true });
  expect((await bifocal(IMPORT)).out).toContain('was here before');
  const told = await bifocal(['result']);
  expect(told.out).toContain('staff');
  expect(told.out).toContain('Such groups are never shown');
  expect(told.out).not.toContain('Only');
  await bifocal(['export', 'out.csv']);
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).not.toMatch(/,customers,|Only|Person/);
  expect((await bifocal(['export', 'rows.csv', '--rows'])).status).toBe(2);
});

test('an open round hands out its team by name, guarded against formulas, and never its customers', async () => {
  await bifocal([...IMPORT, '--open']);
  expect((await bifocal(['export', 'rows.csv', '--rows'])).status).toBe(0);
  const rows = readFileSync(join(folder, 'rows.csv'), 'utf8');
  expect(rows).toContain('Person 0');
  expect(rows).toContain(`"'=wish, 0"`);
  expect(rows).not.toContain('Only');
});

test('links for a role and for each of two, with codes; a closed round makes none', async () => {
  await bifocal(['open', '--name', 'Spring']);
  const { links } = (
    await bifocal(['links', '--for', 'staff,leaders=2', '--svg', join(folder, 'codes'), '--json'])
  ).json();
  expect(links.map(({ single }: { single: boolean }) => single)).toEqual([false, true, true]);
  expect(readdirSync(join(folder, 'codes'))).toHaveLength(3);
  expect((await bifocal(['result'])).err).toContain('still takes answers');
  await bifocal(['close']);
  expect((await bifocal(['links'])).err).toContain('is closed');
});

test('alone: seven questions, each answer beside the evidence', async () => {
  const { out } = await bifocal([], ['4 3 2 1', 'To boil water', '', '7', '60', 'Listen', '50 50']);
  expect(out).toContain('To boil water');
  expect(out.match(/ evidence /g)).toHaveLength(7);
  expect((await bifocal([])).status).toBe(2);
});
