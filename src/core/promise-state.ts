/** What became of a promise by a moment: one rule for all who tell it. */

export type PromiseState = 'kept' | 'kept late' | 'not kept' | 'taken back' | 'not due yet' | 'cannot be told';

/** As far as its state goes: when it was due, and the first signs of what became of it. */
export interface Promised {
  readonly due: number | null;
  readonly gone: { readonly at: number } | null;
  readonly kept: { readonly at: number } | null;
  readonly touched: { readonly at: number } | null;
}

/** `known`: whether anything that ships was read. Taken back before its time is a change of plans, and honest. */
export function stateOf({ due, gone, kept, touched }: Promised, at: number, known: boolean): PromiseState {
  if (kept !== null && kept.at <= at) return due !== null && kept.at >= due ? 'kept late' : 'kept';
  if (due !== null && gone !== null && gone.at <= at && gone.at < due) return 'taken back';
  if (due === null) return 'cannot be told';
  if (due > at) return 'not due yet';
  // A change that speaks of it may be the thing, or work towards it.
  return known && (touched === null || touched.at > at) ? 'not kept' : 'cannot be told';
}

/** A promise as far as it can be told from others. */
interface Made {
  readonly evidence: string;
  readonly at: number;
  readonly due: number | null;
  readonly words: readonly string[];
}

/** The same thing by the same time, on two pages, is promised once: by the page that said it first. */
export function onceEach<Promise extends Made>(all: readonly Promise[]): readonly Promise[] {
  const first = new Map<string, Promise>();
  for (const one of all.toSorted((a, b) => a.at - b.at || (a.evidence < b.evidence ? -1 : 1))) {
    const key = `${one.due} ${one.words.toSorted().join(' ')}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
