/** How deep work went: which share of the lines that stood a year ago is gone or replaced, and what each week took. */
import type { Replaced } from '#core/focus.ts';
import { dayOf, WEEK, weeksBack, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Renewal } from '../values.ts';

/** Above this many files, two top folders are one block: enough blocks to draw from, few enough to be quick. */
const MOST_FILES = 5_000;

/** A tree this much younger than a year is near enough to one; a younger one says nothing about what stood a year ago. */
const NEARLY_A_YEAR = YEAR_OF_WEEKS - 4 * WEEK;

type Told = 'product' | 'telling';

export interface Depth {
  readonly replaced: readonly Replaced[] | null;
  readonly because: string | null;
}

const NOTHING_STOOD = {
  product: 'No file of the product stood a year ago.',
  telling: 'No text or page that tells of it stood a year ago.',
};

/** Files, or folders of a large tree, that stood a year ago. What was replaced before the window is none of its depth. */
export function depthOf(renewal: Renewal, area: Told, at: number): Depth {
  if (!renewal.collected) return { replaced: null, because: renewal.because };
  if (renewal.from > at - NEARLY_A_YEAR) {
    const because = `The history begins on ${dayOf(renewal.from)}, so nothing stood a year ago that could be replaced.`;
    return { replaced: null, because };
  }
  const files = renewal.files.filter((file) => file.area === area && file.stood > 0);
  if (files.length === 0) return { replaced: null, because: NOTHING_STOOD[area] };
  const past = renewal.to <= at - YEAR_OF_WEEKS;
  const blocks = new Map<string, { stood: number; gone: number }>();
  for (const { path, stood, gone } of files) {
    const name = files.length > MOST_FILES ? path.split('/').slice(0, -1).slice(0, 2).join('/') || path : path;
    const block = blocks.get(name) ?? { stood: 0, gone: 0 };
    blocks.set(name, block);
    block.stood += stood;
    block.gone += past ? 0 : Math.min(gone, stood);
  }
  const replaced = [...blocks]
    .map(([block, sums]) => ({ block, ...sums }))
    .sort((a, b) => (a.block < b.block ? -1 : 1));
  return { replaced, because: null };
}

/**
 * By week counted back from `at`: the share of the lines that stood when the week began and were gone when it ended. Null
 * before the first tree that was compared, and where nothing stood.
 */
export function weekDepths(renewal: Renewal, area: Told, at: number, weeks: number): readonly (number | null)[] {
  if (!renewal.collected) return new Array<null>(weeks).fill(null);
  let standing = renewal.files.reduce((sum, file) => sum + (file.area === area ? file.stood : 0), 0);
  const known = new Map<number, number>();
  for (const { to, [area]: lines } of renewal.weeks) {
    if (standing > 0) known.set(weeksBack(at, to), Math.min(1, lines.gone / standing));
    standing = Math.max(0, standing + lines.added - lines.gone);
  }
  // After the newest change nothing went, so long as anything stood.
  for (let back = weeksBack(at, renewal.to) - 1; back >= 0; back -= 1) if (standing > 0) known.set(back, 0);
  return Array.from({ length: weeks }, (_, back) => known.get(back) ?? null);
}
