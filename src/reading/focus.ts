/** Focus: what the last 52 weeks went into, in how many weeks and how deep. */
import type { KindOfWork, Weeks } from '#core/focus.ts';
import type { FocusKind } from '#core/reading.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { shareOfWeeks } from '#core/statistics/share-of-weeks.ts';
import { dayOf, WEEK } from '#core/time.ts';
import { sharesOf } from './lean-by-depth.ts';

/** Weeks fall into blocks of four, so that a month of holidays is drawn or left as one (DESIGN §3: by month). */
const WEEKS_PER_BLOCK = 4;

/** Fewer files than this cannot be drawn again in a way that tells anything. */
const LEAST_FILES = 10;

export interface Focus {
  readonly making: FocusKind;
  readonly telling: FocusKind;
  readonly serving: FocusKind;
}

export function focusOf(weeks: Weeks, at: number): Focus {
  return { making: kindOf(weeks.making, at), telling: kindOf(weeks.telling, at), serving: kindOf(weeks.serving, at) };
}

/** The block that a week ending at `to` belongs to, counted back from the reading's `at`. */
function blockOf(at: number, to: number): string {
  return `month ${Math.floor(Math.round((at - to) / WEEK) / WEEKS_PER_BLOCK)} before`;
}

/** Two such months: spells of making or telling last longer than one. */
export function spellOf(at: number, to: number): string {
  return `spell ${Math.floor(Math.round((at - to) / WEEK) / (2 * WEEKS_PER_BLOCK))} before`;
}

function kindOf(kind: KindOfWork, at: number): FocusKind {
  const cells = kind.weeks.map((week) => ({
    to: dayOf(week.to),
    happened: week.happened,
    depth: week.depth,
    changes: week.changes,
    evidence: [...week.evidence],
  }));
  if (kind.state === 'not-collected') {
    const nothing = { weeks: null, of: null, depth: null, interval: null, weeksInterval: null, cells: [] };
    return {
      state: 'not-collected',
      ...nothing,
      basis: kind.basis,
      ...named(kind),
      until: null,
      because: kind.because,
    };
  }
  const share = shareOfWeeks(kind.weeks.map(({ to, happened }) => ({ block: blockOf(at, to), happened })));
  return {
    state: 'seen',
    weeks: cells.filter((cell) => cell.happened).length,
    of: cells.length,
    ...depthOf(kind),
    weeksInterval: share && {
      ...share,
      low: Math.max(0, share.low * cells.length),
      high: share.high === null ? null : Math.min(cells.length, share.high * cells.length),
    },
    basis: kind.basis,
    until: kind.until === undefined || at - kind.until < WEEK ? null : dayOf(kind.until),
    ...named(kind),
    because: kind.because ?? kind.depthBecause,
    cells,
  };
}

function named({ noun }: KindOfWork): Pick<FocusKind, 'noun'> {
  return noun === undefined ? {} : { noun };
}

function depthOf({ replaced, by }: KindOfWork): Pick<FocusKind, 'depth' | 'interval'> {
  if (replaced === null) return { depth: null, interval: null };
  if (by === 'depth') {
    // Fields are cases of their own: none of 56 gone is at most so many in a hundred, not nothing.
    const shares = sharesOf(replaced);
    return { depth: shares.value(), interval: replaced.length < LEAST_FILES ? null : shares.interval() };
  }
  const prepared = prepare(
    { of: 'ratio' },
    replaced.map(({ block, gone, stood }) => ({ block, also: folderOf(block), value: gone, of: stood, evidence: [] })),
  );
  // Too few files to draw again: an interval from them would span everything and say nothing.
  return { depth: prepared.value(), interval: replaced.length < LEAST_FILES ? null : prepared.interval() };
}

/** Files of one folder are often rewritten together; people and products stand in none. */
function folderOf(block: string): string {
  const end = block.lastIndexOf('/');
  return end < 0 ? block : block.slice(0, end);
}
