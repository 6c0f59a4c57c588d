/** How deep work went: which share of the lines that stood a year ago is gone or replaced, in all and week by week. */
import type { Replaced } from '#core/focus.ts';
import { WEEK, weeksBack, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Renewal } from '../values.ts';

/** Above this many files, two top folders are one block: enough blocks to draw from, few enough to be quick. */
const MOST_FILES = 5_000;

type Told = 'product' | 'telling';

/** Files, or folders of a large tree, that stood at the start. What was replaced before the window is none of its depth. */
export function replacedOf(renewal: Renewal, area: Told, at: number): readonly Replaced[] {
  const files = renewal.files.filter((file) => file.area === area && file.stood > 0);
  const past = renewal.to <= at - YEAR_OF_WEEKS;
  const blocks = new Map<string, { stood: number; gone: number }>();
  for (const { path, stood, gone } of files) {
    const name = files.length > MOST_FILES ? path.split('/').slice(0, -1).slice(0, 2).join('/') || path : path;
    const block = blocks.get(name) ?? { stood: 0, gone: 0 };
    blocks.set(name, block);
    block.stood += stood;
    block.gone += past ? 0 : Math.min(gone, stood);
  }
  return [...blocks].map(([block, sums]) => ({ block, ...sums })).sort((a, b) => (a.block < b.block ? -1 : 1));
}

/** By week counted back from `at`; null before the tree that stood, and where nothing stood. */
export function weekDepths(renewal: Renewal, area: Told, at: number, weeks: number): readonly (number | null)[] {
  const stood = renewal.files.reduce((sum, file) => sum + (file.area === area ? file.stood : 0), 0);
  if (!renewal.collected || stood === 0) return new Array<null>(weeks).fill(null);
  const gone = new Map<number, number>();
  for (const week of renewal.weeks) {
    const back = weeksBack(at, week.to);
    gone.set(back, (gone.get(back) ?? 0) + week[area].gone);
  }
  return Array.from({ length: weeks }, (_, back) => {
    // The week that holds the start is only partly known.
    const start = at - (back + 1) * WEEK;
    return start < renewal.from - WEEK ? null : (gone.get(back) ?? 0) / stood;
  });
}
