/** The suite's tables as Markdown, for the terminal and for docs/guide/how-honest.md. */
import { LEVEL } from '#core/observation.ts';
import { inBand } from '../known-truth/trials.ts';
import type { Count } from './count.ts';
import { GAMES } from './games.ts';
import { play } from './gaming.ts';
import type { Places } from './lens.ts';
import { stageLines } from './stages.ts';
import { missing } from './strands.ts';
import { CELLS_OF, type Done, type Table } from './tasks.ts';

/** Companies on which each game is played. */
const PLAYED = 60;

/** Companies of each life of which the stage is told. */
const LIVED = 400;

/** The level that a reading prints may miss by as much as the nominal one. */
const ALLOWED = 0.03;

export function pageOf(done: readonly Done[], worlds: number): string {
  const error = (200 * Math.sqrt(0.09 / worlds)).toFixed(1);
  return [
    `${worlds.toLocaleString('en-GB')} simulated companies in each cell (two standard errors of a share of 90 %: ${error} points).`,
    '',
    '### Audits',
    '',
    'How often the interval holds the truth, in percent: where it is to say 90 %, and in brackets where it says 95 %, as it is printed. *Withheld*: a figure without an interval, with the reason. \\*: outside 87–93. A dash: no formula tells the truth there, or no figure is shown.',
    '',
    ...matrix(
      done,
      'audits',
      (count) => `${cell(count.nominal / count.told, inBand)} (${percent(count.printed / count.told)})`,
    ),
    '',
    '### What the year went into',
    '',
    `Weeks, depth and lean are printed at ${percent(LEVEL)} % only. \\*: more than ${percent(ALLOWED)} points away from that.`,
    '',
    ...matrix(done, 'focus', (count) =>
      cell(count.printed / count.told, (share) => Math.abs(share - LEVEL) <= ALLOWED),
    ),
    '',
    '### Lenses',
    '',
    ...matrix(
      done,
      'lenses',
      (count) => `${cell(count.nominal / count.told, inBand)} (${percent(count.printed / count.told)})`,
    ),
    '',
    '### Places',
    '',
    'How often the words of certainty were right, and in how many of 10,000 weightings of the questions such a place stays.',
    '',
    ...places(done),
    '',
    '### Stages',
    '',
    `The stage that a reading names, of ${LIVED} companies of each life.`,
    '',
    ...stageLines(LIVED),
    '',
    '### Without a strand',
    '',
    ...strands(),
    '',
    '### Games',
    '',
    `Each played on ${PLAYED} companies. Points are scores of 0–100, or hundred times a share where there is no score. *Unmoved*: nothing is gained. *Caught*: the guard loses at least half of that; *in part*: it loses less. *Told*: the sentence of the figure says what was done. *Withheld*: the figure loses its score, or is not shown any more. *Halved*: the guard answers the same question and stays. *By eye*: a person is to look.`,
    '',
    ...games(),
    '',
    '### What few cases do',
    '',
    'The figure less the truth on average, in the unit of the audit, with the cases that it rests on.',
    '',
    ...shrinking(done),
    '',
  ].join('\n');
}

function strands(): string[] {
  const { dials } = CELLS_OF.lenses[0] as (typeof CELLS_OF)['lenses'][number];
  return (['says', 'ships'] as const).map((strand) => {
    const { audits, moved, silent } = missing(strand, dials, PLAYED);
    const other = strand === 'says' ? 'product' : 'customer';
    const quiet = silent.length === 0 ? 'none falls silent' : `${silent.join(', ')} say that they have not seen enough`;
    return `- Without what *${strand}*: of ${audits} audits of the ${other} side ${moved.length === 0 ? 'none shows' : `${moved.join(', ')} show`} another figure; ${quiet}.`;
  });
}

function games(): string[] {
  return [
    '| audit | game | gains | its guard | loses | |',
    '|---|---|--:|---|--:|---|',
    ...GAMES.map((game) => {
      const { audit, gained, guard, lost, verdict } = play(game, PLAYED);
      return `| ${audit} | ${game.name} | ${points(gained)} | ${guard} | ${lost === null ? '–' : points(lost)} | ${verdict} |`;
    }),
  ];
}

function points(number: number): string {
  return Number.isNaN(number) ? '–' : number.toFixed(0).replace(/^-0$/, '0');
}

/** One row for each thing that is printed, one column for each cell. */
function matrix(done: readonly Done[], table: Table, show: (count: Count) => string): string[] {
  const cells = CELLS_OF[table];
  const columns = cells.map((_, at) => done.find(({ task }) => task.table === table && task.cell === at)?.counts ?? []);
  const names = [...new Set(columns.flatMap((counts) => counts.map(({ what }) => what)))].sort();
  return [
    `| | ${cells.map((_, at) => at + 1).join(' | ')} |`,
    `|---|${cells.map(() => '--:').join('|')}|`,
    ...names.map((name) => {
      const shown = columns.map((counts) => {
        const count = counts.find(({ what }) => what === name);
        return count === undefined ? '–' : shownOrWithheld(count, show);
      });
      return `| ${name} | ${shown.join(' | ')} |`;
    }),
    '',
    cells.map(({ name }, at) => `${at + 1}: ${name}`).join(' · '),
  ];
}

/** Where no interval is given for a reason that the reading names, that is said, and how often. */
function shownOrWithheld(count: Count, show: (count: Count) => string): string {
  const withheld = `withheld in ${percent(count.withheld / count.figures)} %`;
  if (count.withheld > count.figures / 2) return withheld;
  if (count.told < (count.figures - count.withheld) / 2 || count.told < 50) return '–';
  return count.withheld === 0 ? show(count) : `${show(count)}, ${withheld}`;
}

function places(done: readonly Done[]): string[] {
  const found = done.flatMap(({ task, places: counted }) => (counted ? [{ task, counted }] : []));
  const words = ['is', 'probably', 'between'] as const;
  return [
    '| worlds | *is*: said, right | *probably*: said, right | *between*: said, right | weightings that keep *is* | … *probably* |',
    '|---|--:|--:|--:|--:|--:|',
    ...found.map(({ task, counted }) => {
      const name = CELLS_OF.lenses[task.cell]?.name ?? '';
      const told = words.map((word) => `${counted[word].said}, ${percent(counted[word].right / counted[word].said)} %`);
      return `| ${name} | ${told.join(' | ')} | ${kept(counted, 'is')} | ${kept(counted, 'probably')} |`;
    }),
  ];
}

function kept(counted: Places, word: 'is' | 'probably'): string {
  return Math.round((10_000 * counted.kept[word]) / counted[word].said).toLocaleString('en-GB');
}

/** The plain company and the same with half and a quarter of the cases. */
function shrinking(done: readonly Done[]): string[] {
  const columns = [0, 1, 2].map(
    (at) => done.find(({ task }) => task.table === 'audits' && task.cell === at)?.counts ?? [],
  );
  const names = columns[0]?.map(({ what }) => what) ?? [];
  return [
    '| | plain | half the cases | a quarter |',
    '|---|--:|--:|--:|',
    ...names.map((name) => {
      const shown = columns.map((counts) => {
        const count = counts.find(({ what }) => what === name);
        if (count === undefined || count.figures < 50) return '–';
        return `${(count.off / count.figures).toFixed(3)} (n ${Math.round(count.n / count.figures)})`;
      });
      return `| ${name} | ${shown.join(' | ')} |`;
    }),
  ];
}

function cell(share: number, fits: (share: number) => boolean): string {
  return `${percent(share)}${fits(share) ? '' : '\\*'}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(share === 0.03 ? 0 : 1).replace(/\.0$/, '');
}
