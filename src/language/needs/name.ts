/** Names and statements of needs: words that tell them apart, and one sentence that stands verbatim in a member. */
import { type Central, centralOf } from '../group/central.ts';
import type { Grouping } from '../group/group.ts';
import { nameOf, phrasesOf } from '../group/phrases.ts';
import { saidShares } from '../group/said-share.ts';
import type { Span } from './base-need.ts';
import { locate } from './locate.ts';
import type { Said } from './said.ts';

/** A name that is a sentence is cut here. */
const LONGEST = 80;

export interface Named {
  readonly name: string;
  readonly statement: Span | null;
  /** The share of its members that say what names it. */
  readonly said: number;
}

/** For each need of the grouping. `texts`: those of `all`, cleaned. */
export function namesOf(all: readonly Said[], texts: readonly string[], grouping: Grouping): Named[] {
  const phrases = phrasesOf(texts, grouping.of, grouping.needs);
  const central = centralOf(texts, grouping, phrases);
  const said = saidShares(texts, grouping.of, phrases);
  return Array.from({ length: grouping.needs }, (_, need) => {
    const middle = central[need] ?? null;
    const words = nameOf(phrases[need] ?? []);
    const statement = middle === null ? null : spanOf(all[middle.text] as Said, middle);
    // Nothing tells one need from others where there is but one: it goes by what its first member says.
    const only = grouping.needs === 1;
    const own = all[grouping.of.indexOf(need)];
    const sentence = middle?.sentence ?? (own?.title ?? own?.body ?? '').trim().split('\n')[0] ?? '';
    const name = words === '' ? sentence.slice(0, LONGEST) : words;
    return { name, statement, said: only ? 1 : words === '' ? 0 : (said[need] as number) };
  });
}

function spanOf(said: Said, { sentence }: Central): Span | null {
  for (const field of ['title', 'body'] as const) {
    const found = locate(said[field] ?? '', sentence);
    if (found) return { evidence: said.id, field, ...found };
  }
  return null;
}
