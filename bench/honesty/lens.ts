/** Lenses and places of simulated companies: does the interval hold the true score, and is a named place the true one? */
import { AUDITS } from '#audits/registry.ts';
import { type Audit, QUESTIONS, type QuestionId } from '#core/audit.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { windowUntil } from '#core/time.ts';
import { type LensDrawn, lensOf } from '#reading/lenses.ts';
import { percentileInterval } from '#reading/percentile-interval.ts';
import { NORM, placeOf } from '#reading/place.ts';
import { sensitivityOf } from '#reading/sensitivity.ts';
import { type Weighed, weigh } from '#reading/weigh.ts';
import { END, type World } from '../../test/worlds/simulated/world.ts';
import type { Cell } from './cells.ts';
import { type Count, countCell, NOMINAL, type Shown } from './count.ts';

const AUDIT_LIST = AUDITS as readonly Audit[];

function weighedIn({ facts }: World): readonly Weighed[] {
  const scorable = AUDIT_LIST.filter(({ curve, answers }) => curve !== null && answers !== null);
  return scorable.map((audit) => weigh(audit, facts, windowUntil(END)));
}

/** The score that the lens would have, were every figure in it the true one; null where one of them is not known. */
function trueScore(lens: 'product' | 'customer', weighed: readonly Weighed[], { truth }: World): number | null {
  const ids = (Object.keys(QUESTIONS) as QuestionId[]).filter((id) => QUESTIONS[id].lens === lens);
  const questions = ids.flatMap((id) => {
    const scored = weighed.filter(({ audit, state }) => audit.answers === id && state === 'scored');
    const scores = scored.map(({ audit }) => {
      const value = truth.audits[audit.id] ?? Number.NaN;
      return audit.curve === null ? Number.NaN : scoreOf(audit.curve, value);
    });
    return scores.length === 0 ? [] : [scores.reduce((sum, score) => sum + score, 0) / scores.length];
  });
  const mean = questions.reduce((sum, score) => sum + score, 0) / questions.length;
  return Number.isNaN(mean) ? null : mean;
}

function* lensesIn(world: World, weighed: readonly Weighed[], drawn: readonly LensDrawn[]): Generator<Shown> {
  for (const [at, lens] of (['product', 'customer'] as const).entries()) {
    const found = drawn[at];
    const known = trueScore(lens, weighed, world);
    if (!found || found.reading.score === null || known === null) continue;
    const { reading, draws, questions } = found;
    const n = questions.filter(({ reading: one }) => one.score !== null).length;
    const nominal = percentileInterval(draws, NOMINAL);
    yield { what: `${lens} lens`, value: reading.score, truth: known, n, nominal, printed: reading.interval };
  }
}

/** How often each word of certainty was right. */
export interface Places {
  worlds: number;
  readonly is: { said: number; right: number };
  readonly probably: { said: number; right: number };
  readonly between: { said: number; right: number };
  /** Of the weightings, how many kept the place: by word, added up. */
  readonly kept: { is: number; probably: number; between: number };
}

export function countLenses(cell: Cell, worlds: number): { counts: readonly Count[]; places: Places } {
  const none = () => ({ said: 0, right: 0 });
  const kept = { is: 0, probably: 0, between: 0 };
  const places: Places = { worlds: 0, is: none(), probably: none(), between: none(), kept };
  const counts = countCell(cell, worlds, (world) => {
    const weighed = weighedIn(world);
    const [product, customer] = [lensOf('product', weighed), lensOf('customer', weighed)];
    countPlace(places, world, weighed, product, customer);
    return lensesIn(world, weighed, [product, customer]);
  });
  return { counts, places };
}

function countPlace(
  places: Places,
  world: World,
  weighed: readonly Weighed[],
  product: LensDrawn,
  customer: LensDrawn,
): void {
  const [across, up] = [trueScore('product', weighed, world), trueScore('customer', weighed, world)];
  if (across === null || up === null || product.reading.score === null || customer.reading.score === null) return;
  places.worlds += 1;
  const place = placeOf(product, customer);
  const real = paneOf(across >= NORM, up >= NORM);
  places[place.certainty].said += 1;
  const right = place.certainty === 'between' ? place.between.includes(real) : place.name === real;
  if (right) places[place.certainty].right += 1;
  places.kept[place.certainty] += keptUnderWeights(product, customer);
}

function keptUnderWeights(product: LensDrawn, customer: LensDrawn): number {
  const { samePlace, draws } = sensitivityOf(product, customer);
  return (samePlace ?? 0) / draws;
}

function paneOf(productPast: boolean, customerPast: boolean): 'both' | 'product' | 'customer' | 'neither' {
  if (productPast) return customerPast ? 'both' : 'product';
  return customerPast ? 'customer' : 'neither';
}
