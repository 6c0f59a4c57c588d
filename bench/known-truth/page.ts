/** The coverage tables as Markdown, for the terminal and for docs/reference/statistics.md. */
import { LEAST } from '#core/statistics/least.ts';
import type { Case } from './case.ts';
import { CHANGES } from './changes.ts';
import { MEANS, MEDIANS, RATIOS, SHARES } from './figures.ts';
import { type Coverage, coveragesOf, inBand, NOMINAL, percentiles, wilsonExactly } from './trials.ts';
import { ENDED_BY, MEDIAN_WAITS } from './waits.ts';
import { weekTable } from './weeks.ts';

export const LINES: readonly Case[] = [...SHARES, ...MEDIANS, ...MEANS, ...RATIOS, ...MEDIAN_WAITS, ...ENDED_BY];
const SIZES = [10, 30, 100] as const;

/** The level that faces show. */
const SHOWN = 0.95;

/** Everything between the marks of the page; `said` is called before each line, as a run takes minutes. */
export function tables(trials: number, said: (line: string) => void): string {
  const rows = (lines: readonly Case[], levels: readonly number[] = [NOMINAL]) => {
    const found = lines.map((line) => {
      said(`${line.of}: ${line.world}`);
      return rowsOf(line, trials, levels);
    });
    return levels.map((_, at) => found.map((row) => row[at] ?? ''));
  };
  const [promised = [], shown = []] = rows(
    LINES.filter(({ held }) => held),
    [NOMINAL, SHOWN],
  );
  const [harder = []] = rows(LINES.filter(({ held }) => !held));
  const [changes = []] = rows(CHANGES);
  const error = (200 * Math.sqrt(0.09 / trials)).toFixed(1);
  return [
    `Coverage of nominal 90 % intervals in percent, ${trials.toLocaleString('en-GB')} seeded trials in each cell (two standard errors: ${error}). In brackets: below the least n, where no figure is shown. \\*: outside 87–93. "Of 97 %": in the other samples nothing was watched for so long, and no figure was given.`,
    ...head('estimator'),
    ...promised,
    '',
    '### Where it is harder',
    '',
    'Not promised, shown so that nobody need find out. A single share covers more or less as n changes, because hits come in whole numbers. Values that repeat make the interval of a median wider than it need be. Skewness far beyond the log-normal’s is not mended from few cases, nor is correlation measured from four weeks.',
    ...head('estimator'),
    ...harder,
    '',
    'Wilson’s interval without trials, by adding up the binomial over all shares from 5 % to 95 %:',
    '',
    '| n | average | lowest | at a share of |',
    '|--:|--:|--:|--:|',
    ...[LEAST.share, ...SIZES].map((n) => {
      const { average, lowest, at } = wilsonExactly(n);
      return `| ${n} | ${percent(average)} | ${percent(lowest)} | ${percent(at)} % |`;
    }),
    '',
    '### Against the plain bootstrap',
    '',
    'The same samples of means under the percentile interval of the block bootstrap as it comes (500 draws): the reason why Bifocal corrects it.',
    '',
    '| in | n = 10 | n = 30 | n = 100 |',
    '|---|--:|--:|--:|',
    ...MEANS.map((line) => {
      said(`percentiles: ${line.world}`);
      const cells = SIZES.map((n) => coveragesOf(line, n, [NOMINAL], trials, percentiles)[0]?.covered ?? Number.NaN);
      return `| ${line.world} | ${cells.map(percent).join(' | ')} |`;
    }),
    '',
    '### Changes',
    '',
    'The interval of now less before, n cases in each half. There is none for median waits where too many draws of the first half never reach theirs: nothing bounds the change from below.',
    ...head('change of'),
    ...changes,
    '',
    ...weekTable(trials),
    '### At 95 %',
    '',
    'The level that faces show, for the lines that are promised.',
    ...head('estimator'),
    ...shown,
    '',
  ].join('\n');
}

function head(first: string): string[] {
  return ['', `| ${first} | in | from n | at that n | n = 10 | n = 30 | n = 100 |`, '|---|---|--:|--:|--:|--:|--:|'];
}

/** The line of the table at each level. */
function rowsOf(line: Case, trials: number, levels: readonly number[]): string[] {
  const least = LEAST[line.of];
  const found = new Map([...new Set([least, ...SIZES])].map((n) => [n, coveragesOf(line, n, levels, trials)]));
  return levels.map((level, at) => {
    const cells = [least, ...SIZES].map((n) => cell(found.get(n)?.[at], n < least, level === NOMINAL));
    return `| ${line.of} | ${line.world} | ${least} | ${cells.join(' | ')} |`;
  });
}

/** Samples without an interval are told where they are more than one in a hundred. */
function cell({ covered, told }: Coverage = { covered: Number.NaN, told: 0 }, below: boolean, judged: boolean): string {
  const mark = judged && !inBand(covered) ? '\\*' : '';
  const without = told < 0.99 ? ` (of ${Math.round(100 * told)} %)` : '';
  const shown = `${percent(covered)}${mark}${without}`;
  return below ? `[${shown}]` : shown;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
