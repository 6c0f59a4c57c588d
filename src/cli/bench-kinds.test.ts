/** Measuring kinds from the command line: by what ships, by what is learned from the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-bench-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(words: readonly string[]) {
  const terminal = capturedTerminal({}, 100, folder, null, [], '');
  const parts: string[] = [];
  const status = await run(words, { ...terminal, print: (text: string) => void parts.push(text) });
  return { status, printed: parts.join(''), warned: terminal.err() };
}

test('kinds are judged by what ships, or learned from the file itself; labels that mean nothing are told', async () => {
  const said = ['late', 'card', 'saddle', 'gate', 'map', 'rein'].flatMap((thing) => [
    `The ${thing} crashes when I open it,Bug`,
    `Error: the ${thing} does not load,Bug`,
    `Please add support for a second ${thing},New Feature`,
    `It would be great to have a ${thing} list,New Feature`,
    `Spring cleaning of the ${thing},Chore`,
  ]);
  writeFileSync(join(folder, 'asked.csv'), ['said,kind', ...said, ''].join('\n'));
  const asked = ['bench', 'kinds', 'asked.csv', '--text', 'said', '--label', 'kind'];
  const shipped = JSON.parse((await bifocal([...asked, '--json'])).printed);
  expect(shipped).toMatchObject({ judge: 'shipped', n: 24, leftOut: { Chore: 6 }, ece: expect.any(Number) });
  expect(shipped.macroF1).toBeGreaterThan(0.8);
  const folds = JSON.parse((await bifocal([...asked, '--folds', '3', '--json'])).printed);
  expect(folds).toMatchObject({ n: 30, judge: 'learned in 3 folds', leftOut: {} });
  expect(folds.macroF1).toBeGreaterThan(0.9);
  expect((await bifocal(asked)).printed).toContain('Left out, for their label: Chore 6.');
  writeFileSync(join(folder, 'odd.csv'), 'said,kind\nhello,greeting\n');
  const odd = await bifocal(['bench', 'kinds', 'odd.csv', '--text', 'said', '--label', 'kind']);
  expect(odd.warned).toContain('its labels are greeting');
  for (const words of [
    ['--folds', '1'],
    ['--since', 'created'],
    ['--folds', '3', '--since', 'a=b'],
  ])
    expect((await bifocal([...asked, ...words])).status).toBe(2);
});
