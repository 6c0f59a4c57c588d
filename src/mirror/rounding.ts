/** Counts and sums rounded at random to steps of at least three, so that one person's answer cannot be had from two of them. */
import { digestOf } from '#core/ids.ts';

/** Fellegi, Controlled random rounding, Survey Methodology 1 (1975): base 3, as statistical offices use it. */
const STEP = 3;

/** The figures that may be shown of a count or sum between 0 and `most`: every third, and the end itself. */
function stepsTo(most: number): readonly number[] {
  const gaps = Math.max(1, Math.floor(most / STEP));
  return [...Array.from({ length: gaps }, (_, at) => at * STEP), most];
}

/** The step below or above, each as likely as it is near, so that nothing moves on average. `draw` lies in [0, 1). */
export function rounded(exact: number, most: number, draw: number): number {
  const steps = stepsTo(most);
  const above = steps.findIndex((step) => step >= exact);
  const [low, high] = [steps[above - 1], steps[above] as number];
  if (low === undefined || high === exact) return high;
  return draw < (exact - low) / (high - low) ? high : low;
}

/** What may lie behind a figure that is shown: strictly between its neighbours, or at the end itself. */
export function behind(shown: number, most: number): { readonly low: number; readonly high: number } {
  const steps = stepsTo(most);
  const at = steps.indexOf(shown);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  return { low: before === undefined ? 0 : before + 1, high: after === undefined ? most : after - 1 };
}

/** The variance that rounding adds, at most: half a step each way. */
export function addedVariance(shown: number, most: number): number {
  const { low, high } = behind(shown, most);
  return ((high - low + 2) / 4) ** 2;
}

/** Draws that stay the same for the same answers, and that nobody can foresee who does not know all their ids. */
export function drawsOf(ids: readonly string[]): (figure: string) => number {
  const seed = digestOf(ids.toSorted().join('\n'));
  return (figure) => Number.parseInt(digestOf(`${seed}\n${figure}`).slice(0, 12), 16) / 2 ** 48;
}
