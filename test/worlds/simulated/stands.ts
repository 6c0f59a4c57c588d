/** What stands in a simulated product: lines gone in a year, how long lines live, what documents offer. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import type { FactValues, Offer, Renewal, Survival } from '#facts/values.ts';
import { between, Moods, shared } from './chance.ts';
import type { Dials } from './dials.ts';

const YEAR = 365;
/** Cohorts of a month each, seen after so many months at most. */
const COHORTS = 36;
const LINES_A_MONTH = 60;

export interface StandsTruth {
  readonly renewed: number;
  readonly retold: number;
  readonly gone: number;
  readonly survival: number;
}

export interface Stands {
  readonly facts: Pick<FactValues, 'renewal' | 'survival' | 'offers'>;
  readonly truth: StandsTruth;
}

export function stands(random: Random, dials: Dials, end: number): Stands {
  const renewed = between(random, dials.renewed);
  const retold = between(random, dials.retold);
  const gone = between(random, dials.gone);
  const halfLife = between(random, dials.halfLife);
  const { season, files } = dials;
  return {
    facts: {
      renewal: {
        ...{ collected: true, because: null, evidence: 'renewal', from: end - YEAR_OF_WEEKS, to: end, weeks: [] },
        files: [
          ...filesOf(random, dials, 'product', files, renewed),
          ...filesOf(random, dials, 'telling', Math.ceil(files / 2), retold),
        ],
      },
      survival: { collected: true, because: null, cohorts: cohorts(random, halfLife, dials.alike, season, end) },
      offers: { collected: true, because: null, all: offers(random, dials, gone), things: [], stated: [] },
    },
    truth: { renewed, retold, gone, survival: 2 ** (-YEAR / halfLife) },
  };
}

/** Sizes are log-normal. Of each file a part went that has this mean, whatever the size; a folder takes after itself. */
function filesOf(
  random: Random,
  { folders, alike }: Dials,
  area: 'product' | 'telling',
  many: number,
  mean: number,
): Renewal['files'][number][] {
  const moods = new Moods(random);
  const limit = normalQuantile(mean);
  return Array.from({ length: many }, (_, file) => {
    const folder = Math.floor((file * folders) / many);
    const stood = Math.ceil(Math.exp(4 + random.normal()));
    // A file is rewritten or hardly touched: the two parts are weighed so that the mean is kept.
    const rewritten = shared(random, [moods.of(folder), alike]) < limit;
    const part = rewritten ? 1 - 0.4 * random.uniform() * (1 - mean) : 0.4 * random.uniform() * mean;
    return { path: `${area}/${folder}/${file}`, area, stood, gone: Math.round(stood * part), added: 0 };
  });
}

/** Lines go at an even rate that a month's cohort shares in part. */
function cohorts(random: Random, halfLife: number, alike: number, season: number, end: number): Survival['cohorts'] {
  const moods = new Moods(random);
  return Array.from({ length: COHORTS }, (_, month) => {
    const age = (month + 1) * 30;
    const lives = new Map<number, number>();
    let alive = 0;
    for (let line = 0; line < LINES_A_MONTH; line += 1) {
      const mood = moods.of(Math.floor(month / season));
      // The line's rank among all lines tells its waiting time; without a mood each rank is as likely as the next.
      const rank = alike === 0 ? random.uniform() : rankOf(shared(random, [mood, alike]));
      const days = Math.floor((-Math.log(rank) / Math.LN2) * halfLife);
      if (days >= age) alive += 1;
      else lives.set(days, (lives.get(days) ?? 0) + 1);
    }
    const ended = [...lives].map(([days, lines]) => ({ days, lines, ended: true }));
    return {
      born: end - age * DAY,
      evidence: `lines:${month}`,
      lives: [...ended, ...(alive > 0 ? [{ days: age, lines: alive, ended: false }] : [])],
    };
  });
}

/** The normal distribution by the logistic of Bowling et al. (2009), within 0.0002: quick, and enough for a rank. */
function rankOf(normal: number): number {
  return 1 / (1 + Math.exp(-(0.07056 * normal ** 3 + 1.5976 * normal)));
}

function offers(random: Random, { offers: many, alike }: Dials, gone: number): readonly Offer[] {
  const moods = new Moods(random);
  const limit = normalQuantile(gone);
  return Array.from({ length: many }, (_, number) => {
    const doc = Math.floor(number / 5);
    const removed = shared(random, [moods.of(doc), alike]) < limit;
    const name = `--flag-${number}`;
    return {
      ...{ id: `o${number}`, kind: 'flag', name, doc: `docs/${doc}.md`, lineNumber: number, quote: name, since: null },
      ...{ state: removed ? 'removed' : 'present', removed: null },
    };
  });
}
