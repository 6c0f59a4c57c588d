/**
 * Checked against the remission of leukaemia under 6-MP and placebo: Freireich et al., Blood 21 (1963) 699–716, the data
 * and curves as printed in every textbook (Cox and Oakes 1984; Stata's `sts list` for the log-log intervals), and the
 * medians' intervals against statsmodels 0.14 (`quantile_ci`, method cloglog).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brookmeyerCrowley, kaplanMeier, logLogBound, medianTime, pointAt } from './kaplan-meier.ts';
import { normalQuantile } from './normal.ts';

const Z = normalQuantile(0.975);
const TREATED = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

function curveOf(waits: string) {
  const rows = waits.split(' ').map((wait) => ({ time: Number.parseInt(wait, 10), ended: wait.endsWith('+') ? 0 : 1 }));
  return kaplanMeier(
    rows.map(({ time }) => time),
    rows.map(({ ended }) => ended),
    rows.map(() => 1),
  );
}

test.each([
  [6, 0.8571, 0.0764, 0.6197, 0.9516],
  [7, 0.8067, 0.0869, 0.5631, 0.9228],
  [10, 0.7529, 0.0963, 0.5032, 0.8894],
  [13, 0.6902, 0.1068, 0.4316, 0.8491],
  [16, 0.6275, 0.1141, 0.3675, 0.8049],
  [22, 0.5378, 0.1282, 0.2678, 0.7468],
  [23, 0.4482, 0.1346, 0.1881, 0.6801],
])('after %d weeks on 6-MP the share in remission, its error and interval are as published', (week, ...published) => {
  const curve = curveOf(TREATED);
  const point = pointAt(curve, week) ?? -1;
  const survival = curve.survival[point] ?? 0;
  const greenwood = curve.greenwood[point] ?? 0;
  const found = [
    survival,
    survival * Math.sqrt(greenwood),
    logLogBound(survival, greenwood, -Z),
    logLogBound(survival, greenwood, Z),
  ];
  expect(found.map((number) => Number(number.toFixed(4)))).toEqual(published);
});

test('the medians are 23 weeks, 13 to open, and 8 weeks, 4 to 11', () => {
  const treated = curveOf(TREATED);
  expect(medianTime(treated)).toBe(23);
  expect([brookmeyerCrowley(treated)(-Z), brookmeyerCrowley(treated)(Z)]).toEqual([13, null]);
  const placebo = curveOf(PLACEBO);
  expect(medianTime(placebo)).toBe(8);
  expect([brookmeyerCrowley(placebo)(-Z), brookmeyerCrowley(placebo)(Z)]).toEqual([4, 11]);
});

test('the curve is known until the last case was seen, and for good once all have ended', () => {
  const treated = curveOf(TREATED);
  expect(pointAt(treated, 3)).toBe(-1);
  expect(pointAt(treated, 35)).toBe(6);
  expect(pointAt(treated, 36)).toBeNull();
  expect(curveOf(PLACEBO).survival[pointAt(curveOf(PLACEBO), 100) ?? 0]).toBe(0);
});

test('a median between two times at which exactly half wait is their middle', () => {
  expect(medianTime(curveOf('1 2 4 5'))).toBe(3);
  expect(medianTime(curveOf('1 2 4+ 5+'))).toBe(2);
  expect(medianTime(curveOf('1 2+ 4+ 5+'))).toBeNull();
});

const waits = fc.array(fc.record({ time: fc.integer({ min: 0, max: 12 }), ended: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

function sorted(rows: readonly { time: number; ended: boolean }[], weight = 1) {
  const order = rows.toSorted((a, b) => a.time - b.time || Number(b.ended) - Number(a.ended));
  return kaplanMeier(
    order.map(({ time }) => time),
    order.map(({ ended }) => Number(ended)),
    order.map(() => weight),
  );
}

test('where all have ended the curve is the share that lasted longer', () => {
  fc.assert(
    fc.property(waits, fc.integer({ min: 0, max: 12 }), (rows, time) => {
      const curve = sorted(rows.map((row) => ({ ...row, ended: true })));
      const lasted = rows.filter((row) => row.time > time).length / rows.length;
      expect(curve.survival[pointAt(curve, time) ?? -1] ?? 1).toBeCloseTo(lasted, 12);
    }),
  );
});

test('the curve never rises, and a wait not seen to end never lowers it', () => {
  fc.assert(
    fc.property(waits, (rows) => {
      const before = sorted(rows);
      expect([...before.survival]).toEqual([...before.survival].sort((a, b) => b - a));
      const after = sorted([...rows, { time: 12, ended: false }]);
      before.at.forEach((time, point) => {
        const now = after.survival[pointAt(after, time) ?? -1] ?? 1;
        expect(now).toBeGreaterThanOrEqual((before.survival[point] ?? 0) - 1e-12);
      });
    }),
  );
});

test('weighing every case twice leaves the curve and halves its variance', () => {
  fc.assert(
    fc.property(waits, (rows) => {
      const once = sorted(rows);
      const twice = sorted(rows, 2);
      once.survival.forEach((share, point) => {
        expect(twice.survival[point]).toBeCloseTo(share, 12);
        if (share > 0) expect((twice.greenwood[point] ?? 0) * 2).toBeCloseTo(once.greenwood[point] ?? 0, 9);
      });
    }),
  );
});
