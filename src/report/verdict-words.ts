/** The sentence that answers the first question, in the parts that every face sets apart. */
import type { Reading } from '#core/reading.ts';

export interface Verdict {
  /** The numbers, each kept on one line with its word. */
  readonly numbers: string;
  /** What they are called: set bold; null where nothing may stand out. */
  readonly called: string | null;
  readonly after: string;
}

export function verdictOf({ focus, alone }: Reading): Verdict {
  // One source alone gives no verdict that could stand out.
  if (alone !== null && alone.source !== 'history') return { numbers: focus.sentence, called: null, after: '' };
  const [numbers = '', ...rest] = focus.sentence.split(': ');
  const kept = numbers.replace(/ in (?=\d)/g, ' in\u00a0');
  if (rest.length === 0) return { numbers: kept, called: null, after: '' };
  const [called = '', ...after] = rest.join(': ').split('. ');
  return { numbers: kept, called: called.replace(/\.$/, ''), after: after.join('. ') };
}

export function focusHead({ focus }: Reading): string {
  return `Focus: what the last ${focus.making.of ?? 52} weeks went into`;
}
