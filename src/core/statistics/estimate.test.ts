/** What every estimator owes: published values, the same answer in any order, and draws that agree with the interval. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Estimate, Observation } from '#core/observation.ts';
import { prepare } from './estimate.ts';
import { randomFrom } from './random.ts';
import { wilson } from './wilson.ts';

type Bare = Omit<Observation, 'block' | 'evidence'> & { block?: string };

const seen = (rows: readonly Bare[]): Observation[] =>
  rows.map((row, at) => ({ block: `case ${at}`, evidence: [], ...row }));

const ESTIMATES: readonly Estimate[] = [
  { of: 'share' },
  { of: 'mean' },
  { of: 'median' },
  { of: 'ratio' },
  { of: 'km-median' },
  { of: 'km-at', at: 5 },
  { of: 'km-survival', at: 5 },
];

/** Cases that every estimator can read. */
function world(n: number, seed: string, weeks = n): Observation[] {
  const random = randomFrom(seed);
  return Array.from({ length: n }, () => ({
    block: `week ${Math.floor(random.uniform() * weeks)}`,
    hit: random.uniform() < 0.3,
    value: Math.exp(random.normal()),
    of: 1 + random.exponential(),
    time: Math.ceil(10 * random.exponential()),
    ended: random.uniform() < 0.7,
    evidence: [],
  }));
}

test('a share has the Wilson interval of its cases', () => {
  const prepared = prepare({ of: 'share' }, seen(Array.from({ length: 40 }, (_, at) => ({ hit: at < 16 }))));
  const interval = prepared.interval();
  expect(prepared.n).toBe(40);
  expect(prepared.value()).toBe(0.4);
  expect(interval).toEqual({ ...wilson(16, 40, 0.95), level: 0.95, method: 'wilson' });
});

test("a mean without skewness has Student's interval", () => {
  const prepared = prepare({ of: 'mean' }, seen([1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({ value }))));
  // 5 ± t(0.975, 8) · √7.5 / 3 with t = 2.306004.
  expect(prepared.interval()?.low).toBeCloseTo(5 - (2.306004 * Math.sqrt(7.5)) / 3, 5);
  expect(prepared.interval()?.high).toBeCloseTo(5 + (2.306004 * Math.sqrt(7.5)) / 3, 5);
});

test('a long right tail moves the interval of a mean to the right', () => {
  const { low = 0, high } =
    prepare({ of: 'mean' }, seen([1, 1, 2, 2, 3, 3, 4, 20].map((value) => ({ value })))).interval() ?? {};
  expect((high ?? 0) - 4.5).toBeGreaterThan(1.3 * (4.5 - low));
});

test('a median of odd and of even many, and the order statistics around it', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
  const prepared = prepare({ of: 'median' }, seen(values.map((value) => ({ value }))));
  expect(prepared.value()).toBe(6);
  // Sign test, n = 11: the second to the tenth hold the median with 98.8 %, the third to the ninth with 93.5 %.
  const { low = 0, high } = prepared.interval() ?? {};
  expect(low > 2 && low < 3 && (high ?? 0) > 9 && (high ?? 0) < 10).toBe(true);
  expect(low + (high ?? 0)).toBeCloseTo(12, 9);
  expect(prepare({ of: 'median' }, seen([4, 1, 3, 2].map((value) => ({ value })))).value()).toBe(2.5);
});

test("a ratio over a denominator that never changes has Student's interval of its mean", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const ratio = prepare({ of: 'ratio' }, seen(values.map((value) => ({ value, of: 10 })))).interval();
  const mean = prepare({ of: 'mean' }, seen(values.map((value) => ({ value })))).interval();
  expect(ratio?.low).toBeCloseTo((mean?.low ?? 0) / 10, 9);
  expect(ratio?.high).toBeCloseTo((mean?.high ?? 0) / 10, 9);
});

test('a ratio of parts stays in 0–1, and one over hardly anything has an open end', () => {
  const parts = [0, 0, 0, 1, 0, 0, 0, 9].map((value) => ({ value, of: 10 }));
  const interval = prepare({ of: 'ratio' }, seen(parts)).interval();
  expect((interval?.low ?? -1) >= 0 && (interval?.high ?? 2) <= 1).toBe(true);
  const hardly = [3, 2, 4, 3].map((value, at) => ({ value, of: at === 0 ? 4 : 0 }));
  expect(prepare({ of: 'ratio' }, seen(hardly)).interval()?.high).toBeNull();
  expect(prepare({ of: 'ratio' }, seen(hardly)).draws('s', 50).every(Number.isFinite)).toBe(true);
});

test('waits that mostly go on have no median but a bound below', () => {
  const waits = Array.from({ length: 20 }, (_, at) => ({ time: at + 1, ended: at < 6 }));
  const prepared = prepare({ of: 'km-median' }, seen(waits));
  expect(prepared.value()).toBeNull();
  expect(prepared.interval()).toMatchObject({ high: null, method: 'brookmeyer-crowley' });
  // statsmodels 0.14 gives the same.
  expect(prepared.interval()?.low).toBe(5);
  expect([...prepared.draws('s')].filter(Number.isNaN).length).toBeGreaterThan(500);
});

test('where nobody is cut off, the share ended by a day is a plain share', () => {
  const waits = Array.from({ length: 30 }, (_, at) => ({ time: at + 1, ended: true }));
  const by = prepare({ of: 'km-at', at: 9 }, seen(waits));
  const after = prepare({ of: 'km-survival', at: 9 }, seen(waits));
  expect(by.value()).toBeCloseTo(0.3, 12);
  expect(after.value()).toBeCloseTo(0.7, 12);
  expect(1 - (by.interval()?.low ?? 0)).toBeCloseTo(after.interval()?.high ?? 0, 12);
  const none = prepare({ of: 'km-at', at: 0.5 }, seen(waits));
  expect(none.value()).toBe(0);
  expect(none.interval()?.high).toBeCloseTo(wilson(0, 30, 0.95)?.high ?? 0, 12);
});

test('after the last case was seen, nothing is known', () => {
  const waits = [1, 2, 3].map((time) => ({ time, ended: time === 1 }));
  expect(prepare({ of: 'km-at', at: 4 }, seen(waits)).value()).toBeNull();
  expect(prepare({ of: 'km-at', at: 4 }, seen(waits)).interval()).toBeNull();
});

test.each(ESTIMATES)('no case has no $of, one case has no interval that pretends', (estimate) => {
  const nothing = prepare(estimate, []);
  expect([nothing.n, nothing.value(), nothing.interval()]).toEqual([0, null, null]);
  expect([...nothing.draws('s', 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  const { low = 0, high } = prepare(estimate, world(1, 'one')).interval() ?? { low: 0, high: 1 };
  expect(high === null || high - low > 0.5).toBe(true);
});

test('values that do not differ have no interval, and draws that say the same', () => {
  for (const estimate of [{ of: 'mean' }, { of: 'ratio' }] as const) {
    const prepared = prepare(estimate, seen(new Array(12).fill({ value: 3, of: 1 })));
    expect([prepared.value(), prepared.interval()]).toEqual([3, null]);
    expect(new Set(prepared.draws('s', 20))).toEqual(new Set([3]));
  }
});

test.each(ESTIMATES)('the $of does not depend on the order of its cases', (estimate) => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 0, max: 1_000 }), (n, seed) => {
      const cases = world(n, `order ${seed}`, Math.ceil(n / 2));
      const given = prepare(estimate, cases);
      const turned = prepare(estimate, cases.toReversed());
      expect(turned.value() ?? -1).toBeCloseTo(given.value() ?? -1, 9);
      expect(turned.interval()?.low ?? -1).toBeCloseTo(given.interval()?.low ?? -1, 6);
      expect(turned.interval()?.high ?? -1).toBeCloseTo(given.interval()?.high ?? -1, 6);
    }),
    // Two that failed once: all cases in one block, and blocks that differ exactly as much as cases do.
    {
      numRuns: 100,
      examples: [
        [3, 2],
        [6, 3],
      ],
    },
  );
});

test.each(ESTIMATES)('a row that counts for three is three rows of its block for the $of', (estimate) => {
  const cases = world(24, 'counts', 8).map((row, at) => ({ ...row, count: 1 + (at % 3) }));
  const single = cases.flatMap(({ count, ...row }) => new Array<Observation>(count).fill(row));
  const [few, many] = [prepare(estimate, cases), prepare(estimate, single)];
  expect(few.n).toBe(many.n);
  expect(few.value()).toBeCloseTo(many.value() ?? -1, 9);
  expect(few.interval()?.low).toBeCloseTo(many.interval()?.low ?? -1, 9);
  expect(few.interval()?.high ?? -1).toBeCloseTo(many.interval()?.high ?? -1, 9);
});

test.each(ESTIMATES)('cases that hang together in weeks make the interval of the $of wider', (estimate) => {
  const apart = world(30, 'together').flatMap((row, at) =>
    [0, 1, 2].map((copy) => ({ ...row, block: `${at} ${copy}` })),
  );
  const together = apart.map((row) => ({ ...row, block: row.block.split(' ')[0] ?? '' }));
  const width = (rows: readonly Observation[]) => {
    const { low = 0, high } = prepare(estimate, rows).interval() ?? {};
    return (high ?? Number.POSITIVE_INFINITY) - low;
  };
  expect(width(together)).toBeGreaterThan(1.3 * width(apart));
});

test.each(ESTIMATES)(
  'the middle of the draws of the $of is its interval, and they come again from their seed',
  (estimate) => {
    const prepared = prepare(estimate, world(60, 'draws', 26));
    const draws = prepared.draws('seed');
    const sorted = draws.toSorted();
    const { low = 0, high } = prepared.interval(0.9) ?? {};
    const inside = [...draws].filter((value) => value >= low && value <= (high ?? 0)).length;
    // A median wait can only be one of the times seen: its ends may hold many draws at once.
    expect(inside).toBeGreaterThanOrEqual(900);
    if (estimate.of !== 'km-median') expect(inside).toBe(900);
    expect(sorted[500] ?? 0).toBeCloseTo(prepared.value() ?? 0, estimate.of === 'km-median' ? -1 : 0);
    expect(prepare(estimate, world(60, 'draws', 26)).draws('seed')).toEqual(draws);
    expect(prepared.draws('another')).not.toEqual(draws);
  },
);

test('audits that saw the same weeks move together in the same draws, others do not', () => {
  const random = randomFrom('shared');
  const weeks = Array.from({ length: 40 }, (_, at) => ({ block: `week ${at}`, value: random.normal() }));
  const draws = (rows: typeof weeks) => prepare({ of: 'mean' }, seen(rows)).draws('seed');
  const here = draws(weeks);
  const alike = draws(weeks.map((row) => ({ ...row, value: 2 * row.value + 0.3 * random.normal() })));
  const elsewhere = draws(weeks.map((row) => ({ ...row, block: `other ${row.block}` })));
  const together = (a: Float64Array, b: Float64Array) => {
    const [x, y] = [a, b].map((all) => all.reduce((sum, one) => sum + one, 0) / all.length) as [number, number];
    let [ab, aa, bb] = [0, 0, 0];
    a.forEach((one, draw) => {
      const other = (b[draw] ?? 0) - y;
      ab += (one - x) * other;
      aa += (one - x) ** 2;
      bb += other ** 2;
    });
    return ab / Math.sqrt(aa * bb);
  };
  expect(together(here, alike)).toBeGreaterThan(0.9);
  expect(Math.abs(together(here, elsewhere))).toBeLessThan(0.12);
});

test('0 of 5 is drawn as the share it could be, not as a sure zero', () => {
  const draws = prepare({ of: 'share' }, seen(new Array(5).fill({ hit: false }))).draws('seed');
  expect(draws.toSorted()[975] ?? 0).toBeCloseTo(0.43, 1);
});

test.each(ESTIMATES)('cases that may not be true count for less and make the $of less sure', (estimate) => {
  const sure = world(60, 'unsure');
  const unsure = sure.map((row) => ({ ...row, p: 0.6 }));
  const [certain, doubtful] = [prepare(estimate, sure), prepare(estimate, unsure)];
  expect(doubtful.n).toBe(36);
  expect(doubtful.value()).toBeCloseTo(certain.value() ?? -1, 9);
  const width = ({ low, high }: { low: number; high: number | null }) => (high ?? Number.POSITIVE_INFINITY) - low;
  const nothing = { low: 0, high: 0 };
  expect(width(doubtful.interval() ?? nothing)).toBeGreaterThan(width(certain.interval() ?? nothing));
  expect(new Set(doubtful.draws('seed', 50)).size).toBeGreaterThan(3);
});

test.each(ESTIMATES)('weighing every block alike gives the $of itself, and no weight at all gives none', (estimate) => {
  const prepared = prepare(estimate, world(41, 'alike', 12));
  const even = prepared.weighted(new Float64Array(prepared.blocks.length).fill(1));
  expect(even).toBeCloseTo(prepared.value() ?? -1, 9);
  expect(prepared.weighted(new Float64Array(prepared.blocks.length))).toBeNull();
});

test('a case that surely is none is none, and one that cannot be read is a bug', () => {
  expect(prepare({ of: 'share' }, seen([{ hit: true }, { hit: false, p: 0 }, { hit: false, count: 0 }])).value()).toBe(
    1,
  );
  expect(() => prepare({ of: 'share' }, seen([{ value: 1 }]))).toThrow('lacks what its estimator reads');
  expect(() => prepare({ of: 'km-median' }, seen([{ time: -1, ended: true }]))).toThrow('a wait of -1 days');
  expect(() => prepare({ of: 'share' }, seen([{ hit: true, p: 1.5 }]))).toThrow('probability 1.5');
  expect(() => prepare({ of: 'share' }, seen([{ hit: true, count: -2 }]))).toThrow('count -2');
});
