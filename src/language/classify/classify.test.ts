/** Learning, packing and judging: what is learned comes back, the same each time, and probabilities mean what they say. */
import { expect, test } from 'vitest';
import { sigmoidOf, thresholdOf } from './calibrate.ts';
import { featuresOf } from './features.ts';
import { jointlyOf, sharesOf } from './jointly.ts';
import { learnExclusive } from './learn.ts';
import { calibrationError, measured } from './measure.ts';
import { judge } from './model.ts';
import { pack, unpack } from './packed.ts';
import { shippedModel } from './shipped.ts';

const THINGS = ['saddle', 'rein', 'stable', 'map', 'horse', 'ticket', 'app', 'hoof', 'gate', 'fare'];
const ROWS = THINGS.flatMap((thing) => [
  { text: `The ${thing} crashes when I open it`, label: 'problem' },
  { text: `Error: ${thing} does not load anymore`, label: 'problem' },
  { text: `Please add a way to share the ${thing}`, label: 'request' },
  { text: `It would be great to have another ${thing}`, label: 'request' },
]);

function learned() {
  return learnExclusive(
    ['problem', 'request'],
    ROWS.map(({ text }) => featuresOf(text)),
    ROWS.map(({ label }) => label),
    { cost: 0.5, aim: 'both' },
  );
}

test('what was learned holds for other things, and the same rows give the same bytes', () => {
  const model = learned();
  expect(judge(model, 'The bridle crashes when I start it').holds).toEqual([0]);
  expect(judge(model, 'Please add a way to print the bill').holds).toEqual([1]);
  expect(JSON.stringify(pack(learned(), 5_000))).toBe(JSON.stringify(pack(model, 5_000)));
});

test('a packed model judges as the whole one does, within the rounding to a byte', () => {
  const model = learned();
  const back = unpack(JSON.parse(JSON.stringify(pack(model, 20_000))));
  for (const { text } of ROWS) {
    expect(judge(back, text).probabilities[0]).toBeCloseTo(judge(model, text).probabilities[0] as number, 1);
  }
});

test('a denied word is another word, and case, endings and slips stay near', () => {
  const shared = (one: string, two: string) => {
    const a = featuresOf(one);
    const b = new Set(featuresOf(two).at);
    return a.at.filter((number) => b.has(number)).length / a.at.length;
  };
  expect(shared('it works', 'it does not work')).toBeLessThan(shared('it works', 'it worked'));
  expect(shared('crashing', 'crashng')).toBeGreaterThan(0.3);
  expect(featuresOf('').at.length).toBeGreaterThan(0);
  expect(featuresOf('x'.repeat(5_000_000)).at.length).toBeLessThan(500);
});

test('a sigmoid over scores gives the share that holds at each of them', () => {
  const scores = Array.from({ length: 4_000 }, (_, at) => (at % 41) / 10 - 2);
  // The share is 1 / (1 + exp(−2 x)); counts are dealt out evenly, so that no chance is left.
  const seen = new Map<number, number>();
  const holds = scores.map((x) => {
    const due = (seen.get(x) ?? 0) + 1 / (1 + Math.exp(-2 * x));
    seen.set(x, due - Math.floor(due + 1e-9));
    return due >= 1 - 1e-9;
  });
  const { slope, offset } = sigmoidOf(scores, holds);
  expect(slope).toBeCloseTo(-2, 0);
  expect(Math.abs(offset)).toBeLessThan(0.25);
});

test('of three labels the shares that hold are found together, from scores that are too sure of themselves', () => {
  const [slope, offsets] = [0.5, [0.4, -0.1, -0.3]];
  const kinds = Array.from({ length: 27 }, (_, at) => [
    (at % 3) * 2,
    (Math.floor(at / 3) % 3) * 2,
    Math.floor(at / 9) * 2,
  ]);
  const each = 400;
  const rows = kinds.flatMap((row) => {
    const shares = sharesOf(row.map((score, label) => slope * score + (offsets[label] as number)));
    const ends = shares.map((_, label) => each * shares.slice(0, label + 1).reduce((sum, one) => sum + one, 0));
    return Array.from({ length: each }, (_, at) => ({ row, held: ends.findIndex((end) => at + 0.5 < end + 1e-9) }));
  });
  const found = jointlyOf(
    rows.map(({ row }) => row),
    rows.map(({ held }) => held),
  );
  expect(found.slope).toBeCloseTo(-slope, 1);
  expect((found.offsets[1] as number) - (found.offsets[0] as number)).toBeCloseTo(0.5, 1);
});

test('the threshold is where F1 is best', () => {
  expect(thresholdOf([0.9, 0.4, 0.35, 0.1], [true, true, false, false], 'label')).toBeCloseTo(0.375, 6);
});

test('figures count what they say', () => {
  const rows = [
    ['a', 'a', 0.9],
    ['a', 'b', 0.4],
    ['b', 'b', 0.2],
    ['b', 'b', 0.1],
  ] as const;
  const found = measured(
    rows.map(([known, given, p]) => ({ known, given, probabilities: new Map(Object.entries({ a: p, b: 1 - p })) })),
  );
  expect(found.accuracy).toBe(0.75);
  expect(found.labels.find(({ label }) => label === 'b')).toMatchObject({ precision: 2 / 3, recall: 1, f1: 0.8 });
  expect(
    calibrationError([
      { p: 0.99, right: true },
      { p: 0.99, right: false },
    ]),
  ).toBeCloseTo(0.49, 6);
});

test('the models that ship tell plain cases', () => {
  const said = (name: Parameters<typeof shippedModel>[0], text: string) => {
    const model = shippedModel(name);
    return judge(model, text).holds.map((at) => model.labels[at]);
  };
  expect(said('mood', 'Thank you so much, this is exactly what I needed :)')).toEqual(['positive']);
  expect(said('mood', 'I hate this, it is a complete waste of time and drives me crazy')).toEqual(['negative']);
  expect(said('mood', 'The function takes two arguments and returns a list.')).toEqual(['neutral']);
  expect(said('kinds', 'It crashes every time I open it')).toEqual(['problem']);
  expect(said('kinds', 'Please add a dark theme.')).toEqual(['request']);
  expect(said('kinds', 'How do I change my password?')).toContain('question');
  expect(said('kinds', 'I love this app, works great!')).toEqual(['praise']);
  expect(said('kinds', 'Uninstalled, going back to Pandora.')).toContain('leaving');
  expect(said('tracker', 'Android: crash on rotation\nThe app crashes when the device is rotated.')).toEqual([
    'problem',
  ]);
  expect(said('tracker', 'Expose the camera API\nIt would be great to have access to the camera.')).toEqual([
    'request',
  ]);
  expect(said('roles', 'It would be great to have an option to sort the list.')).toEqual(['ask']);
  expect(said('requirement', 'The app crashes every time I send a message.')).toEqual(['requirement']);
  expect(said('requirement', 'Love it, my sister has it too!!')).toEqual(['noise']);
});
