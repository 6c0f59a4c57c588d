/** The estimators of waiting times: the median wait, and the share ended or still waiting after so many days. */
import type { Observation } from '#core/observation.ts';
import { designEffect } from './design-effect.ts';
import { type Estimator, once } from './estimator.ts';
import {
  brookmeyerCrowley,
  kaplanMeier,
  logLogBound,
  medianTime,
  pointAt,
  type SurvivalCurve,
} from './kaplan-meier.ts';
import { type Sample, sampleOf } from './sample.ts';
import { studentQuantile } from './student.ts';
import { wilsonBound } from './wilson.ts';

export function medianWait(observations: readonly Observation[]): Estimator {
  const { sample, curve } = curveOf(observations);
  const value = medianTime(curve);
  const method = 'brookmeyer-crowley' as const;
  const weighted = (base: Float64Array, blocks: ArrayLike<number>) => {
    const { survival, row } = walk(sample, base, blocks, Number.POSITIVE_INFINITY, 0.5);
    return survival <= 0.5 ? (sample.x[row] ?? Number.NaN) : Number.NaN;
  };
  const point = once(() => {
    if (curve.at.length === 0) return null;
    const { inflation, student } = effectUntil(sample, value ?? curve.last);
    const ends = brookmeyerCrowley(curve);
    return (part: number) => ends(student(part) * Math.sqrt(inflation)) ?? Number.POSITIVE_INFINITY;
  });
  return { sample, value, weighted, method, point };
}

export function endedBy(observations: readonly Observation[], time: number): Estimator {
  const alive = aliveAt(observations, time);
  return {
    ...alive,
    value: alive.value === null ? null : 1 - alive.value,
    weighted: (base, blocks) => 1 - alive.weighted(base, blocks),
    point: once(() => {
      const point = alive.point();
      return point && ((part: number) => 1 - point(1 - part));
    }),
  };
}

/** The share still waiting, or still standing, after `time`. null when nothing was watched for so long. */
export function aliveAt(observations: readonly Observation[], time: number): Estimator {
  const { sample, curve } = curveOf(observations);
  const at = sample.rows === 0 ? null : pointAt(curve, time);
  const method = 'greenwood' as const;
  const weighted = (base: Float64Array, blocks: ArrayLike<number>) => walk(sample, base, blocks, time, 0).survival;
  if (at === null) return { sample, value: null, weighted: () => Number.NaN, method, point: () => null };
  const survival = curve.survival[at] ?? 1;
  const edge = survival === 0 || survival === 1;
  const point = once(() => {
    const { inflation, student } = effectUntil(sample, time);
    const worth = (at < 0 ? stillSeen(sample, time) : (curve.worth[at] ?? 0)) / inflation;
    const greenwood = (curve.greenwood[at] ?? 0) * inflation;
    return (part: number) => {
      const t = student(part);
      // Greenwood's variance ends where none or all have ended; as many cases as the share is worth do not
      // (Dorey and Korn, Statistics in Medicine 6 (1987) 679–687).
      return edge ? wilsonBound(survival * worth, worth, t) : logLogBound(survival, greenwood, t);
    };
  });
  return { sample, value: survival, weighted, method, point };
}

function curveOf(observations: readonly Observation[]): { sample: Sample; curve: SurvivalCurve } {
  const sample = sampleOf(
    observations,
    ({ time = Number.NaN, ended }) => {
      if (!(time >= 0) || ended === undefined) throw new Error(`a wait of ${time} days, ended: ${ended}`);
      return [time, Number(ended)];
    },
    (a, endedA, b, endedB) => a - b || endedB - endedA,
  );
  return {
    sample,
    curve: kaplanMeier(
      sample.x,
      sample.y,
      sample.count.map((many, row) => many * (sample.p[row] ?? 0)),
    ),
  };
}

/** Each row's pull on the cumulated hazard until `time`: its own end, less what it was expected to end (Nelson–Aalen). */
function effectUntil(sample: Sample, time: number): { inflation: number; student: (share: number) => number } {
  const { rows, x, y, count, p, weight } = sample;
  const influence = new Float64Array(rows);
  let risk = weight;
  let expected = 0;
  let row = 0;
  while (row < rows) {
    const at = x[row] ?? 0;
    let ended = 0;
    let left = 0;
    let next = row;
    for (; next < rows && x[next] === at; next += 1) {
      const many = (count[next] ?? 0) * (p[next] ?? 0);
      left += many;
      if (y[next]) ended += many;
    }
    if (at <= time) expected += ended / (risk * risk);
    for (; row < next; row += 1) influence[row] = (y[row] && at <= time ? 1 / risk : 0) - expected;
    risk = Math.max(risk - left, 1e-9);
  }
  const { inflation, df } = designEffect(sample, influence);
  // Greenwood's part of the variance is taken as known; what blocks add to it has their degrees of freedom (Satterthwaite,
  // Biometrics Bulletin 2 (1946) 110–114). With the blocks' own alone, waits of weak weeks were covered too often.
  const freedom = sample.when === null ? df * (inflation / (inflation - 1)) ** 2 : df;
  return { inflation, student: studentQuantile(freedom) };
}

function stillSeen({ rows, x, count, p }: Sample, time: number): number {
  let seen = 0;
  for (let row = 0; row < rows; row += 1) if ((x[row] ?? 0) >= time) seen += (count[row] ?? 0) * (p[row] ?? 0);
  return seen;
}

/** Down the weighted curve until a time or a share is reached: the share there and the row that brought it. */
function walk(
  { rows, x, y, block }: Sample,
  base: Float64Array,
  blocks: ArrayLike<number>,
  time: number,
  share: number,
) {
  let risk = 0;
  for (let row = 0; row < rows; row += 1) risk += (base[row] ?? 0) * (blocks[block[row] ?? 0] ?? 0);
  let survival = risk > 0 ? 1 : Number.NaN;
  for (let row = 0; row < rows && (x[row] ?? 0) <= time; row += 1) {
    const weight = (base[row] ?? 0) * (blocks[block[row] ?? 0] ?? 0);
    if (y[row] && weight > 0) {
      survival *= Math.max(0, risk - weight) / risk;
      if (survival <= share) return { survival, row };
    }
    risk -= weight;
  }
  return { survival, row: -1 };
}
