/** Fizz, a drink without a line of code: its reading as a golden file, and its sentences against the truth that was agreed before. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from '../e2e/captured-terminal.ts';

const FIZZ = join(import.meta.dirname, '../../examples/fizz');
const home = mkdtempSync(join(tmpdir(), 'bifocal-fizz-'));
let reading: Reading;

interface Truth {
  readonly focus: {
    readonly making: { readonly weeks: number; readonly depth: number };
    readonly telling: { readonly weeksAtLeast: number; readonly depthAtLeast: number };
    readonly serving: { readonly weeks: number; readonly of: number };
    readonly lean: string;
    readonly leanBasis: string;
  };
  readonly stage: string;
  readonly needs: readonly { readonly members: readonly string[]; readonly praise?: readonly string[] }[];
  readonly noNeed: Readonly<Record<string, readonly string[]>>;
  readonly claims: readonly { readonly in: readonly string[] }[];
}
const truth = JSON.parse(readFileSync(join(FIZZ, 'truth.json'), 'utf8')) as Truth;

async function printed(...flags: string[]): Promise<string> {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run([FIZZ, ...flags], terminal), terminal.err()).toBe(0);
  return terminal.out();
}

beforeAll(async () => {
  reading = Reading.parse(JSON.parse(await printed('--json')));
}, 180_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the reading says what was agreed before it was looked at', () => {
  const { making, telling, serving } = reading.focus;
  expect([making.weeks, making.depth]).toEqual([truth.focus.making.weeks, truth.focus.making.depth]);
  expect(telling.weeks).toBeGreaterThanOrEqual(truth.focus.telling.weeksAtLeast);
  expect(telling.depth).toBeGreaterThanOrEqual(truth.focus.telling.depthAtLeast);
  expect([serving.weeks, serving.of]).toEqual([truth.focus.serving.weeks, truth.focus.serving.of]);
  expect([reading.lean.verdict, reading.lean.unit]).toEqual([truth.focus.lean, truth.focus.leanBasis]);
  expect(reading.stage.name).toBe(truth.stage);
});

test('where its story says that the reading differs, it does so, by as much', () => {
  const story = readFileSync(join(FIZZ, 'STORY.md'), 'utf8');
  const { questions } = reading.lenses.customer;
  const [loved] = questions.filter(({ id }) => id === 'loved');
  const stars = reading.audits.find(({ id }) => id === 'ratings')?.value;
  const replies = reading.audits.find(({ id }) => id === 'first-human-reply');
  expect(story).toContain(`loved ${loved?.score?.toFixed(0)}, of 100`);
  expect(story).toContain(`${stars?.toFixed(1)} on average, each person once`);
  expect(story).toContain(`${replies?.n} of the ${replies?.minN} asks`);
  expect(reading.place.between).toHaveLength(4);
  expect(story).toContain('no place yet: it may be any of the four');
  expect(questions.filter(({ score }) => score !== null)).toHaveLength(2);
  expect(reading.loop.shipped).toBeNull();
  expect(reading.bridge.actions[0]?.people).toBe(1);
  expect(reading.origin.bounds).toBeNull();
});

test('its sentences are those of a drink', async () => {
  const told = {
    product: { name: reading.product.name, kind: reading.product.kind },
    sentence: reading.focus.sentence,
    lean: reading.lean,
    stage: reading.stage.because,
    focus: Object.fromEntries(
      (['making', 'telling', 'serving'] as const).map((kind) => {
        const { weeks, of, depth, basis } = reading.focus[kind];
        return [kind, { weeks, of, depth, basis }];
      }),
    ),
    questions: [reading.lenses.product, reading.lenses.customer].flatMap(({ questions }) =>
      questions.map(({ id, state, score, because }) => ({ id, state, score: score && Math.round(score), because })),
    ),
    beside: reading.audits
      .filter(({ answers, state }) => answers === null && state === 'informative')
      .map(({ id, because }) => ({ id, because })),
    steps: reading.bridge.actions.map(({ title, people }) => ({ title, people })),
  };
  await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot('fizz.json');
});

test('no face of it speaks of code', async () => {
  const file = join(home, 'fizz.html');
  const terminal = await printed('--html', file);
  const page = readFileSync(file, 'utf8')
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&nbsp;', ' ');
  for (const face of [terminal, page.replace(/<[^>]*>/g, ' ')]) {
    expect(face).toContain('the recipe changed in 0');
    expect(face.match(/\b(?:commits?|repositor(?:y|ies)|branch|README|pull requests?|git)\b/gi) ?? []).toEqual([]);
  }
});

test('the truth names only what is there, and every review once', () => {
  const rows = readFileSync(join(FIZZ, 'voices/reviews.jsonl'), 'utf8').trim().split('\n');
  const reviews = rows
    .map((row) => JSON.parse(row) as { kind: string; externalId: string })
    .filter(({ kind }) => kind === 'feedback');
  const named = [
    ...truth.needs.flatMap(({ members, praise = [] }) => [...members, ...praise]),
    ...Object.values(truth.noNeed).flat(),
  ];
  expect(named.toSorted()).toEqual(reviews.map(({ externalId }) => externalId).toSorted());
  expect(reviews).toHaveLength(150);
  const ads = readFileSync(join(FIZZ, 'advertising.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(ads).toHaveLength(60);
  for (const { in: where } of truth.claims) for (const id of where) expect(ads).toContain(id);
});
