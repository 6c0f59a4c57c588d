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
  readonly place: { readonly name: string; readonly certainty: string };
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
  expect(findings.map(({ sentence }) => sentence).join('\n')).toContain(
    'README.md still offers src/dispatch/standby.ts',
  );
});

test('its two rounds of the Mirror Test come along, and join no needs, as its feedback holds the words', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(
    await run(['mirror', 'result', 'autumn-2024', '--product', 'Gallop', '--json'], terminal),
    terminal.err(),
  ).toBe(0);
  const { gaps, joined } = JSON.parse(terminal.out()) as { gaps: { selfImage: { value: number } }; joined: boolean };
  expect([gaps.selfImage.value, joined]).toEqual([36, false]);
});

test('weights of one’s own move a lens in words, leave the reading as it is, and name a question that there is', async () => {
  const weights = async (...words: string[]) => {
    const terminal = capturedTerminal({ BIFOCAL_HOME: home });
    const status = await run(['weights', ...words, '--product', 'Gallop'], terminal);
    return { status, out: terminal.out(), err: terminal.err() };
  };
  expect((await weights()).out).toMatch(/Customer\n {2}Each counted once: \d+,/);
  const { out } = await weights('told:3', 'loved:0');
  expect(out).toMatch(/Customer\n {2}By your weights \d+, .*; each counted once \d+/);
  expect(out).toMatch(/loved +left out +Is it loved\?/);
  const wrong = await weights('taste:3');
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('“taste:3” are no weights')]);
});

test('where its story says that the reading differs from the truth, it does so, by as much', async () => {
  const story = readFileSync(fileURLToPath(new URL('../../examples/gallop/STORY.md', import.meta.url)), 'utf8');
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(['--sample', 'gallop', '--json'], terminal), terminal.err()).toBe(0);
  const { focus, lenses, origin, place, signals, audits } = Reading.parse(JSON.parse(terminal.out()));
  const audit = (wanted: string) => audits.find(({ id }) => id === wanted);
  const percent = (share: number | null | undefined) => `${Math.round(100 * (share ?? Number.NaN))} %`;
  const unasked = /^\d+/.exec(signals.find(({ name }) => name === 'innovation')?.because ?? '')?.[0];
  for (const said of [
    `weeks of making ${focus.making.weeks}, telling ${focus.telling.weeks}, serving ${focus.serving.weeks}`,
    `${percent(focus.serving.depth)} of those who wrote were answered`,
    `and at ${lenses.customer.score?.toFixed(0)} now`,
    `praise and leaving: ${audit('praise-against-leaving')?.n} cases, too few`,
    `${audit('ratings')?.value?.toFixed(1)} stars`,
    `telling went ${percent(focus.telling.depth)} deep`,
    `the makers' own ideas: at least ${percent(origin.bounds?.idea.atLeast)}`,
    `own use ${origin.own}`,
    `innovation: not known, ${unasked} unasked changes of the ten that it needs`,
    `passion: at least ${origin.own} of ${audit('own-use')?.n} changes`,
    `a release answered ${percent(audit('ask-to-ship')?.value)} of ${audit('ask-to-ship')?.n} asks`,
  ]) {
    expect(story).toContain(said);
  }
  expect([place.between, place.certainty]).toEqual([[truth.place.name, 'both'], truth.place.certainty]);
});

test('under `npm start` it says how to go on there', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home, npm_lifecycle_event: 'start' }, 80);
  expect(await run(['--sample', 'gallop'], terminal), terminal.err()).toBe(0);
  expect(terminal.err()).toContain('  npm start -- <repository or folder>\n');
});

test('where weeks are cut moves the counts by less than their intervals say', async () => {
  const read = async (day: string) => {
    const terminal = capturedTerminal({ BIFOCAL_HOME: home });
    expect(await run(['--sample', 'gallop', '--json', '--at', day], terminal), terminal.err()).toBe(0);
    return Reading.parse(JSON.parse(terminal.out())).focus;
  };
  const [one, other] = [await read('2026-02-28'), await read('2026-02-26')];
  expect(one.making.weeks).not.toBe(other.making.weeks);
  for (const kind of ['making', 'telling', 'serving'] as const) {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(from[kind].weeksInterval?.low, kind).toBeLessThanOrEqual(to[kind].weeks ?? Number.NaN);
      expect(from[kind].weeksInterval?.high, kind).toBeGreaterThanOrEqual(to[kind].weeks ?? Number.NaN);
    }
  }
}, 30_000);

test('a sample is read alone', async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(['.', '--sample', 'gallop'], terminal)).toBe(2);
  expect(terminal.err()).toContain('takes the place of a target');
});
