/** The bars that a reading must clear: on a lens's whole interval, and on its change against an earlier reading. */
import type { Gate } from '#core/check.ts';
import type { Reading } from '#core/reading.ts';
import { apart } from './compare/apart.ts';

type Lens = Gate['lens'];
const LENSES: readonly Lens[] = ['product', 'customer'];

interface Known {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly level: number;
}

/** Fails only where the whole interval lies below the bar: one unlucky draw of the evidence fails nobody. */
export function gateOfBar(reading: Reading, lens: Lens, bar: number): Gate {
  const found = knownOf(reading, lens);
  if (typeof found === 'string') return { rule: 'min', lens, verdict: 'cannot be told', says: found };
  const { value, interval } = found;
  const now = `The ${lens} lens is ${rounded(value)} (${rounded(interval.low)} to ${rounded(interval.high)})`;
  if (interval.high < bar)
    return { rule: 'min', lens, verdict: 'fails', says: `${now}: all of that lies below ${bar}.` };
  const why = interval.low >= bar ? `all of that reaches ${bar}` : `that includes ${bar}`;
  return { rule: 'min', lens, verdict: 'passes', says: `${now}: ${why}.` };
}

/**
 * Fails only where the interval of the fall excludes none, by MOVER as in `apart`, which takes both readings as
 * independent. Two readings of one product share evidence, so their real difference varies less: it fails too seldom
 * rather than too often.
 */
export function gatesOfChange(reading: Reading, baseline: Reading): readonly Gate[] {
  return LENSES.map((lens): Gate => {
    const untold = (says: string): Gate => ({ rule: 'baseline', lens, verdict: 'cannot be told', says });
    if (reading.method.version !== baseline.method.version)
      return untold(
        `The baseline was read by another version of the method: the ${lens} lens cannot be held against it.`,
      );
    const [now, before] = [knownOf(reading, lens), knownOf(baseline, lens)];
    if (typeof now === 'string') return untold(now);
    if (typeof before === 'string') return untold(`In the baseline: ${before}`);
    const { ahead, interval } = apart({ product: 'now', ...now }, { product: 'before', ...before }, now.level);
    const moved = `The ${lens} lens went from ${rounded(before.value)} to ${rounded(now.value)}`;
    const sure = `the difference is ${rounded(interval.low)} to ${rounded(interval.high)}`;
    if (interval.low <= 0)
      return { rule: 'baseline', lens, verdict: 'passes', says: `${moved}: no change we can call.` };
    const fell = ahead === 'before';
    return { rule: 'baseline', lens, verdict: fell ? 'fails' : 'passes', says: `${moved}: ${sure}, surely not none.` };
  });
}

/** In words, why a lens has no figure or no interval: missing is never nought. */
function knownOf(reading: Reading, lens: Lens): Known | string {
  const { score, interval, because } = reading.lenses[lens];
  if (score === null) return `The ${lens} lens has no figure: ${because ?? 'too little of it was seen.'}`;
  if (interval?.high == null) return `How sure the ${lens} lens is cannot be told, so no bar is held against it.`;
  return { value: score, interval: { low: interval.low, high: interval.high }, level: interval.level };
}

function rounded(value: number): string {
  return String(Math.round(value)).replace('-', '−');
}
