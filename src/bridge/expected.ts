/** What a lens would gain in the year after an action: the imagined cases against the real ones, as far as both can be told. */
import { QUESTIONS } from '#core/audit.ts';
import { LEVEL } from '#core/observation.ts';
import type { ActionReading } from '#core/reading.ts';
import { lensOf } from '#reading/lenses.ts';
import { percentileInterval } from '#reading/percentile-interval.ts';
import type { Taken } from '#reading/take-reading.ts';
import type { Weighed } from '#reading/weigh.ts';

/** Far enough from a draw to share none of its luck. */
const APART = 500;

/**
 * A year from now other people ask: to what is not known of the figure comes the luck of the next year's cases, which
 * is as wide again. Both sides have the same luck, as both are the same people with and without the action. What is
 * expected is the mean of the draws; the difference of two points can lie at the very end of them, where a figure is
 * as bad as it can be and may only be better than it looks.
 */
export function expectedOf(
  taken: Pick<Taken, 'weighed' | 'lenses'>,
  weighed: Weighed,
  imagined: Weighed,
  level: number = LEVEL,
): ActionReading['expected'] {
  const { answers } = weighed.audit;
  if (!answers) return null;
  const { lens } = QUESTIONS[answers];
  const lucks = inOrderOf(imagined.scoreDraws, weighed.scoreDraws);
  const [without, withIt] = [nextYear(weighed, weighed.scoreDraws), nextYear(imagined, lucks)];
  const better = withIt.map((score, draw) => Math.max(score, without[draw] ?? 0));
  const lensWith = (scoreDraws: Float64Array) =>
    lensOf(
      lens,
      taken.weighed.map((other) => (other === weighed ? { ...weighed, scoreDraws } : other)),
    ).draws;
  const [before, after] = [lensWith(without), lensWith(better)];
  if (before.length === 0 || after.length === 0) return null;
  const gained = after.map((score, draw) => score - (before[draw] ?? 0));
  const known = gained.filter((gain) => !Number.isNaN(gain));
  if (known.length === 0) return null;
  const change = known.reduce((sum, gain) => sum + gain, 0) / known.length;
  return { lens, change: Math.round(change * 10) / 10, interval: percentileInterval(gained, level) };
}

/** About the figure itself: draws of a bent curve lie off it on average, and drawn twice they would lie off twice as far. */
function nextYear({ scoreDraws, score }: Weighed, lucks: Float64Array): Float64Array {
  const middle = score ?? 0;
  const [off, offOfLuck] = [meanOf(scoreDraws) - middle, meanOf(lucks)];
  return scoreDraws.map((drawn, draw) => {
    const luck = (lucks[(draw + APART) % lucks.length] ?? offOfLuck) - offOfLuck;
    return Math.min(100, Math.max(0, drawn - off + luck));
  });
}

/** The same values, the lowest where the other has its lowest: what is a good year without the action is one with it. */
function inOrderOf(values: Float64Array, other: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const order = other.map((_, draw) => draw).sort((a, b) => (other[a] ?? 0) - (other[b] ?? 0) || a - b);
  const ordered = new Float64Array(values.length);
  for (const [rank, draw] of order.entries()) ordered[draw] = sorted[rank] ?? 0;
  return ordered;
}

function meanOf(draws: Float64Array): number {
  const known = draws.filter((draw) => !Number.isNaN(draw));
  return known.reduce((sum, draw) => sum + draw, 0) / known.length;
}
