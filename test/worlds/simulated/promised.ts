/** What a simulated company promises by a time, and how much of it is there by then. */
import { normalQuantile } from '#core/statistics/normal.ts';
import { type Random, randomFrom } from '#core/statistics/random.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import type { PromiseMade } from '#facts/promise-values.ts';
import type { FactValues } from '#facts/values.ts';
import { between, Moods, shared } from './chance.ts';
import type { Dials } from './dials.ts';

/** Promises of one copy of a page take after each other. */
const A_COPY = 3;
const AHEAD = 180 * DAY;
/** Of those not kept in time: late, or only worked on. The rest show no sign. */
const [LATE, TOUCHED] = [0.4, 0.2];

export interface PromisedTold {
  readonly facts: Pick<FactValues, 'claims' | 'promises'>;
  readonly kept: number;
}

/** From a chance of its own, so that the rest of the company stays as it was. */
export function promisedBy(seed: string, dials: Dials, end: number): PromisedTold {
  const random = randomFrom(`promised ${seed}`);
  const share = between(random, dials.kept);
  const moods = new Moods(random);
  const all = Array.from({ length: dials.promises }, (_, number): PromiseMade => {
    const copy = Math.floor(number / A_COPY);
    const due = end - random.uniform() * YEAR_OF_WEEKS;
    const made = { number, copy, due };
    const inTime = shared(random, [moods.of(copy), dials.alike]) < normalQuantile(share);
    return promise(made, inTime ? due - random.uniform() * 60 * DAY : lateIn(random, due, end));
  });
  // What can only be told as worked on is left out, so that the share of the others is a little higher.
  const told = share + (1 - share) * (1 - (1 - LATE) * TOUCHED);
  return {
    facts: { claims: { places: [{ name: 'roadmap', front: true, copies: [] }] }, promises: { known: true, all } },
    kept: share / told,
  };
}

interface Late {
  readonly kept: number | null;
  readonly touched: boolean;
}

function lateIn(random: Random, due: number, end: number): Late {
  const [late, touched, when] = [random.uniform() < LATE, random.uniform() < TOUCHED, random.uniform()];
  return late ? { kept: due + when * (end - due), touched: false } : { kept: null, touched };
}

function promise(
  { number, copy, due }: { readonly number: number; readonly copy: number; readonly due: number },
  became: number | Late,
): PromiseMade {
  const { kept, touched } = typeof became === 'number' ? { kept: became, touched: false } : became;
  const said = (at: number) => ({ evidence: `done ${number}`, at, text: '' });
  return {
    ...{ place: 'roadmap', evidence: `roadmap ${copy}`, at: due - AHEAD, text: `thing${number}`, line: number + 1 },
    ...{ due, words: [`thing${number}`], gone: null, kept: kept === null ? null : said(kept) },
    touched: touched ? said(due - DAY) : null,
  };
}
