/** What people said, for a reading that rests on their voices alone: a few in their own words, praise before leaving. */
import type { Reading } from '#core/reading.ts';
import { dateWords } from './figures.ts';

export interface SaidAlone {
  readonly head: string;
  readonly quotes: readonly { readonly text: string; readonly when: string }[];
}

const HEADS = { praise: 'What they love, in their words', leaving: 'Why they leave, in their words' } as const;

/** A review can be long; its beginning says what it is about. */
const LONGEST = 200;

export function saidAlone({ alone }: Reading): readonly SaidAlone[] {
  return (['praise', 'leaving'] as const).flatMap((wanted): SaidAlone[] => {
    const quotes = (alone?.quotes ?? []).flatMap(({ says, text, at }) =>
      says !== wanted || text === null ? [] : [{ text: cut(text), when: at === null ? '' : dateWords(at) }],
    );
    return quotes.length === 0 ? [] : [{ head: HEADS[wanted], quotes }];
  });
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST)).trimEnd()} …`;
}
