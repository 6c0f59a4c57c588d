/** Whether `02/03/2024` puts the day or the month first: read from the order of the whole file, which runs one way. */
import { type FoundDate, toTime } from './dates.ts';

/** A date out of order is a fault; a change of habit inside one file happens (AppFlowy's did in 2024), but seldom. */
const OUT_OF_ORDER = 10;
const CHANGE_OF_HABIT = 1;

interface Reading {
  readonly time: number | null;
  /** null: written so that nobody can misread it. */
  readonly dayFirst: boolean | null;
}

/**
 * The times of a file's dates, in its order: the readings that put the fewest dates out of order, then change habit
 * least. null for a day that does not exist, and for one that both readings fit equally well.
 */
export function timesInOrder(dates: readonly (FoundDate | null)[], notAfter: number | null): (number | null)[] {
  const known = dates.flatMap((date, at) => (date === null ? [] : [{ at, readings: readingsOf(date, notAfter) }]));
  const rows = known.filter(({ readings }) => readings.length > 0);
  const falling = costs(
    rows.map(({ readings }) => readings),
    -1,
  );
  const rising = costs(
    rows.map(({ readings }) => readings),
    1,
  );
  const best = falling.least <= rising.least ? falling : rising;
  const times: (number | null)[] = dates.map(() => null);
  for (const [row, { at, readings }] of rows.entries()) {
    const through = best.through[row] ?? [];
    const least = Math.min(...through);
    const fitting = new Set(readings.filter((_, reading) => through[reading] === least).map(({ time }) => time));
    times[at] = fitting.size === 1 ? ([...fitting][0] ?? null) : null;
  }
  return times;
}

/** One reading, or two where both days exist and neither lies after the file itself. */
function readingsOf(date: FoundDate, notAfter: number | null): Reading[] {
  if (!date.pair) return [{ time: toTime(date), dayFirst: null }].filter(({ time }) => time !== null);
  const both = [true, false].map((dayFirst) => ({ time: toTime(date, dayFirst), dayFirst }));
  const real = both.filter(({ time }) => time !== null);
  const past = real.filter(({ time }) => notAfter === null || (time as number) <= notAfter);
  return past.length > 0 ? past : real;
}

/** For each row and reading, the least cost of any way through the file that takes it. */
function costs(rows: readonly (readonly Reading[])[], direction: 1 | -1) {
  const ahead = sweep(rows, direction);
  const behind = sweep(rows.toReversed(), direction === 1 ? -1 : 1).reverse();
  const through = rows.map((readings, row) =>
    readings.map((_, at) => (ahead[row]?.[at] ?? 0) + (behind[row]?.[at] ?? 0)),
  );
  return { through, least: Math.min(...(through[0] ?? [0])) };
}

function sweep(rows: readonly (readonly Reading[])[], direction: 1 | -1): number[][] {
  const reached: number[][] = [];
  for (const [row, readings] of rows.entries()) {
    const before = rows[row - 1];
    reached.push(
      readings.map((reading) =>
        before === undefined
          ? 0
          : Math.min(...before.map((one, at) => (reached[row - 1]?.[at] ?? 0) + step(one, reading, direction))),
      ),
    );
  }
  return reached;
}

function step(from: Reading, to: Reading, direction: 1 | -1): number {
  const wrong = direction * ((to.time ?? 0) - (from.time ?? 0)) < 0 ? OUT_OF_ORDER : 0;
  const changed = from.dayFirst !== null && to.dayFirst !== null && from.dayFirst !== to.dayFirst;
  return wrong + (changed ? CHANGE_OF_HABIT : 0);
}
