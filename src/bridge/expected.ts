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
  const [without, withIt] = [nextYear(weighed), nextYear(imagined)];
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

function nextYear({ scoreDraws, score }: Weighed): Float64Array {
  const middle = score ?? 0;
  return scoreDraws.map((drawn, draw) => {
    const luck = (scoreDraws[(draw + APART) % scoreDraws.length] ?? middle) - middle;
    return Math.min(100, Math.max(0, drawn + luck));
  });
}
