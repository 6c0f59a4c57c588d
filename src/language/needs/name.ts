/** Names and statements of needs: words that tell them apart, and one sentence that stands verbatim in a member. */
import { type Central, centralOf } from '../group/central.ts';
import type { Grouping } from '../group/group.ts';
import { nameOf, type Phrase } from '../group/phrases.ts';
import type { Span } from './base-need.ts';
import { locate } from './locate.ts';
import type { Said } from './said.ts';

/** A name that is a sentence is cut here. */
const LONGEST = 80;

export interface Named {
  readonly name: string;
  readonly statement: Span | null;
}

/** For each need of the grouping. `texts`: those of `all`, cleaned; `phrases`: of each need what tells it from others. */
export function namesOf(
  all: readonly Said[],
  texts: readonly string[],
  grouping: Grouping,
  phrases: readonly (readonly Phrase[])[],
): Named[] {
  const central = centralOf(texts, grouping, phrases);
  return Array.from({ length: grouping.needs }, (_, need) => {
    const middle = central[need] ?? null;
    const words = nameOf(phrases[need] ?? []);
    const statement = middle === null ? null : spanOf(all[middle.text] as Said, middle);
    // Nothing tells one need from others where there is but one: it goes by what its first member says.
    const own = all[grouping.of.indexOf(need)];
    const sentence = middle?.sentence ?? (own?.title ?? own?.body ?? '').trim().split('\n')[0] ?? '';
    return { name: words === '' ? sentence.slice(0, LONGEST) : words, statement };
  });
}

function spanOf(said: Said, { sentence }: Central): Span | null {
  for (const field of ['title', 'body'] as const) {
    const found = locate(said[field] ?? '', sentence);
    if (found) return { evidence: said.id, field, ...found };
  }
  return null;
}
