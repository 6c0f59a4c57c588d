/** How much depth a full bar of the weeks stands for, so that one huge week does not flatten the year. */
import type { Reading } from '#core/reading.ts';

/** Nine in ten of the weeks with any depth fit under it; deeper ones fill their bar. */
const SHARE_UNDER = 0.9;

/** A quiet year's full bar is a small share: one digit of it, never 0. */
export function fullBarWords(deepest: number): string {
  const hundred = 100 * deepest;
  return `${hundred < 1 ? Number(hundred.toPrecision(1)) : Math.round(hundred)} %`;
}

export function fullBar(focus: Reading['focus']): number {
  const depths = [focus.making, focus.telling, focus.serving]
    .flatMap(({ cells }) => cells.flatMap(({ depth }) => depth ?? 0))
    .filter((depth) => depth > 0)
    .sort((a, b) => a - b);
  return depths[Math.min(depths.length - 1, Math.floor(depths.length * SHARE_UNDER))] ?? 0;
}
