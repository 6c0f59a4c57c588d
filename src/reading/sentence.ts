/** The focus sentence: its numbers are its evidence, and it says what has not been looked at. */
import type { Reading } from '#core/reading.ts';
import type { Focus } from './focus.ts';

const VERDICTS: Record<Reading['lean']['verdict'], string> = {
  product: 'more product-focused',
  customer: 'more customer-focused',
  both: 'both go on all year',
  undecided: 'no lean we can call',
};

export function focusSentence(focus: Focus, lean: Reading['lean'], customers: string): string {
  const of = longestOf(focus);
  const parts = [
    focus.making.state === 'seen'
      ? `${focus.making.noun ?? 'the product'} changed in ${weeksIn(focus.making, of, 'seen')}`
      : null,
    focus.telling.state === 'seen'
      ? `${focus.telling.noun ?? tellingWords(focus.telling.basis)} in ${weeksIn(focus.telling, of, 'seen')}`
      : null,
    focus.serving.state === 'seen' ? `a person answered ${customers} in ${weeksIn(focus.serving, of, 'heard')}` : null,
  ].filter((part) => part !== null);
  const unseen = (['making', 'telling', 'serving'] as const).filter((kind) => focus[kind].state !== 'seen');
  const rest = unseen.length === 0 ? '' : ` ${notLookedAt(unseen)}`;
  if (of === null || parts.length === 0) return `What the year went into cannot be told yet.${rest}`;
  return `In ${of} ${of === 1 ? 'week' : 'weeks'} ${listed(parts)}: ${verdictWords(focus, lean)}.${rest}`;
}

/** Of the kinds that were looked at, the most weeks that one of them was. */
function longestOf({ making, telling, serving }: Focus): number | null {
  const seen = [making.of, telling.of, serving.of].filter((of) => of !== null);
  return seen.length === 0 ? null : Math.max(...seen);
}

/** A sample of threads reaches back less far than the history, and a clone ends before the newest issue: then a kind's own weeks are named. */
function weeksIn({ weeks, of }: Focus['making'], longest: number | null, how: string): string {
  return of === longest ? `${weeks}` : `${weeks} of the ${of} weeks ${how}`;
}

function verdictWords(focus: Focus, lean: Reading['lean']): string {
  const told = VERDICTS[lean.verdict];
  // Where weeks say nothing about making, depth spoke.
  const words = lean.unit === 'depth' && lean.verdict !== 'undecided' ? `by depth, ${told}` : told;
  if (focus.serving.state === 'seen') return words;
  if (lean.verdict === 'product') return `${words} than telling`;
  return lean.verdict === 'customer' ? `${words}, by telling alone` : words;
}

function notLookedAt(kinds: readonly string[]): string {
  const [first = '', ...others] = kinds;
  const named = [first.charAt(0).toUpperCase() + first.slice(1), ...others];
  return `${listed(named)} ${kinds.length === 1 ? 'has' : 'have'} not been looked at.`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  if (parts.length === 2) return parts.join(' and ');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** One list is read aloud; two lists in one another are not, and they stand below beside their weeks. */
function tellingWords(basis: string): string {
  return basis.split(' and ').length > 2 ? 'what is said of it' : lowerFirst(basis);
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
