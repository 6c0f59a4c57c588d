/** How often the interval of a share of weeks holds the truth, over years of 52 weeks whose months are more or less alike. */
import { prepare } from '#core/statistics/estimate.ts';
import { type Random, randomFrom } from '#core/statistics/random.ts';
import { shareOfWeeks, type Week } from '#core/statistics/share-of-weeks.ts';
import { NOMINAL } from './trials.ts';
import { beta } from './worlds.ts';

const MONTHS = 13;
const WEEKS = 4;

/** The four weeks of a month, where the share of the year is `share`. */
type Month = (random: Random, share: number) => readonly boolean[];

const alike =
  (correlation: number): Month =>
  (random, share) => {
    const spread = 1 / correlation - 1;
    const own = correlation === 0 ? share : beta(random, share * spread, (1 - share) * spread);
    return Array.from({ length: WEEKS }, () => random.uniform() < own);
  };

const WORLDS: readonly (readonly [name: string, month: Month])[] = [
  ['weeks of their own', alike(0)],
  ['weeks of a month alike (correlation 0.15)', alike(0.15)],
  ['weeks of a month alike (correlation 0.5)', alike(0.5)],
  ['whole months, all or none', (random, share) => new Array<boolean>(WEEKS).fill(random.uniform() < share)],
];

const RANGES = [
  [0.05, 0.95],
  [0.9, 0.99],
  [0.01, 0.1],
] as const;

export interface WeekLine {
  readonly world: string;
  readonly range: string;
  /** Shares of all samples: the truth was held; the weeks were all alike. */
  readonly covered: number;
  readonly constant: number;
  /** With weeks that are all alike taken as separate: what is not done. */
  readonly asSeparate: number;
}

export function weekLines(trials: number): readonly WeekLine[] {
  return WORLDS.flatMap(([world, month]) => RANGES.map(([low, high]) => lineOf(world, month, low, high, trials)));
}

function lineOf(world: string, month: Month, low: number, high: number, trials: number): WeekLine {
  const random = randomFrom(`weeks ${world} ${low} ${high}`);
  const count = { covered: 0, constant: 0, asSeparate: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const truth = low + (high - low) * random.uniform();
    const weeks = Array.from({ length: MONTHS }, (_, which): Week[] =>
      month(random, truth).map((happened) => ({ block: `month ${which}`, happened })),
    ).flat();
    const hits = weeks.map(({ block, happened: hit }) => ({ block, hit, evidence: [] }));
    if (holds(shareOfWeeks(weeks, NOMINAL), truth)) count.covered += 1;
    if (holds(prepare({ of: 'share' }, hits).interval(NOMINAL), truth)) count.asSeparate += 1;
    if (new Set(weeks.map(({ happened }) => happened)).size === 1) count.constant += 1;
  }
  const range = `${100 * low}–${100 * high} %`;
  return {
    ...{ world, range, covered: count.covered / trials },
    ...{ constant: count.constant / trials, asSeparate: count.asSeparate / trials },
  };
}

function holds(interval: { readonly low: number; readonly high: number | null } | null, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= (interval.high ?? 1);
}

export function weekRow({ world, range, covered, constant, asSeparate }: WeekLine): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  return `| ${world} | ${range} | ${percent(covered)} | ${percent(constant)} | ${percent(asSeparate)} |`;
}

export function weekTable(trials: number): string[] {
  return [
    '### Weeks of a year',
    '',
    'The share of 52 weeks in which something happened, in thirteen months of four. Where all weeks or none had it, each month counts as one case. Where months are all or none, the interval is wider than it need be: such weeks look as if their spells went on for ever. The last column is what would come of taking such weeks as separate.',
    '',
    '| in | true share | held | all weeks alike, of 100 samples | held if taken as separate |',
    '|---|---|--:|--:|--:|',
    ...weekLines(trials).map(weekRow),
    '',
  ];
}
