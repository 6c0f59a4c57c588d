/** The sample by its name: it says that it is one, and its reading says what its story means as far as a reading can see today. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from './captured-terminal.ts';

const home = mkdtempSync(join(tmpdir(), 'bifocal-sample-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const truth = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../examples/gallop/truth.json', import.meta.url)), 'utf8'),
) as {
  readonly focus: {
    readonly making: number;
    readonly telling: number;
    readonly serving: number;
    readonly verdict: string;
  };
  readonly stage: string;
};

test('`--sample gallop` reads the sample and agrees with its truth on what the year went into', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(['--sample', 'gallop', '--json'], terminal), terminal.err()).toBe(0);
  expect(terminal.err()).toContain('This is a sample: an invented company');
  expect(terminal.err()).toMatch(/To hold up the mirror to your own product:\n\n {2}bifocal <repository or folder>\n$/);
  const { focus, lean, stage, findings, product } = Reading.parse(JSON.parse(terminal.out()));
  expect(product.name).toBe('Gallop');
  const weeks = { making: focus.making.weeks, telling: focus.telling.weeks, serving: focus.serving.weeks };
  const { verdict, ...meant } = truth.focus;
  expect(weeks).toEqual({ making: meant.making, telling: meant.telling, serving: meant.serving });
  expect(lean.verdict).toBe(verdict);
  expect(stage.name).toBe(truth.stage);
  expect(findings.map(({ sentence }) => sentence).join('\n')).toContain('README.md offers src/dispatch/standby.ts');
});

test('under `npm start` it says how to go on there', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home, npm_lifecycle_event: 'start' }, 80);
  expect(await run(['--sample', 'gallop'], terminal), terminal.err()).toBe(0);
  expect(terminal.err()).toContain('  npm start -- <repository or folder>\n');
});

test('a sample is read alone', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(['.', '--sample', 'gallop'], terminal)).toBe(2);
  expect(terminal.err()).toContain('takes the place of a target');
});
