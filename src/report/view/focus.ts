/** The year for a face: one row a kind of work, one column a week, with the words beside them. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { columnsOf, hasUnknown, weekEnds, weeksSeen } from '../columns.ts';
import { dateWords, monthWords, shareWords } from '../figures.ts';
import { depthOf } from '../focus-words.ts';
import { fullBar, fullBarWords } from '../full-bar.ts';

const KINDS = [
  ['making', 'Making', 'product'],
  ['telling', 'Telling', 'claim'],
  ['serving', 'Serving', 'customer'],
] as const;

export function focusView({ focus }: Reading) {
  const ends = weekEnds(focus);
  const deepest = fullBar(focus);
  return {
    months: monthsOf(ends),
    rows: KINDS.map(([id, name, hue]) => rowOf(id, name, hue, focus[id], ends, deepest)),
    notes: [
      ...(hasUnknown(focus, ends) ? ['A dashed frame is a week that nobody looked at.'] : []),
      ...(deepest > 0 ? [`A full bar is ${fullBarWords(deepest)} or more gone or replaced in one week.`] : []),
    ],
  };
}

function rowOf(
  id: (typeof KINDS)[number][0],
  name: string,
  hue: (typeof KINDS)[number][2],
  work: FocusKind,
  ends: readonly string[],
  deepest: number,
) {
  const { state, weeks, basis, because, depth, interval } = work;
  const busy = work.cells.filter(({ happened }) => happened).length;
  return {
    id,
    name,
    hue,
    basis,
    /** In the row's place where nobody looked. */
    unseen: state === 'not-collected' ? because : null,
    weeks,
    of: weeksSeen(work, ends.length),
    alt: `${weeks} ${weeksSeen(work, ends.length)}`,
    depth: depth === null ? null : { share: shareWords(depth, null), says: depthOf(id, work), range: rangeOf(work) },
    depthBecause: depth === null ? because : null,
    caliper: depth === null ? null : { score: depth * 100, interval: hundredfold(interval) },
    /** Null where no week has anything to tell. */
    table: busy === 0 ? null : counted(busy, 'week'),
    cells: columnsOf(work, ends).map(
      (cell) =>
        cell && {
          to: cell.to,
          until: dateWords(cell.to),
          happened: cell.happened,
          changes: cell.changes,
          depth: cell.depth === null ? 'not measured' : shareWords(cell.depth, null),
          /** Of a full bar. */
          hangs: cell.depth === null || deepest === 0 ? 0 : Math.min(1, cell.depth / deepest),
          evidence: cell.evidence,
        },
    ),
  };
}

function rangeOf({ interval }: FocusKind): string {
  return interval === null ? '' : shareWords(0, interval).replace(/^0 %/, '').trim();
}

function hundredfold(interval: FocusKind['interval']) {
  if (interval === null) return null;
  return { low: interval.low * 100, high: interval.high === null ? null : interval.high * 100 };
}

/** The first column of every second month. */
function monthsOf(ends: readonly string[]) {
  const firsts = ends.flatMap((to, column) => {
    const words = monthWords(to);
    return column === 0 || words === monthWords(ends[column - 1] ?? '') ? [] : [{ words, column }];
  });
  return firsts.filter((_, order) => order % 2 === 0 && order < firsts.length - 1);
}
