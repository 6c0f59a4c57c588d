/** A claim on one line of a screen, and the one line of a long note that speaks of it. */
import { shownWords } from '#core/shown-words.ts';
import { termsOf } from '#facts/rules/claim-terms.ts';
import { wordsOf } from '#language/words.ts';
import type { ToldClaim } from './claims.ts';
import { firstLine } from './first-words.ts';

/** The same lengths as where notes are held against claims: a shorter line names nothing, a longer one is a paragraph. */
const [SHORTEST, LONGEST] = [8, 400] as const;

/** Links keep their text; marks of emphasis and tags go. */
export function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,500}\)/g, '$1')
    .replace(/\*\*|__/g, '')
    .replace(/<[^<>]{1,300}>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The newest words of a claim as other texts are held against them. */
export function saidIn({ places, subject }: Pick<ToldClaim, 'places' | 'subject'>): string {
  return withoutMarks(places.at(-1)?.text ?? subject);
}

/** Of a long note the line that shares most words with what is claimed, the first of several; else its first line. */
export function lineOf(note: string, about: ReadonlySet<string>): string | null {
  let best: { readonly line: string; readonly shared: number } | null = null;
  for (const line of note.split('\n')) {
    if (line.length < SHORTEST || line.length > LONGEST) continue;
    const shared = [...termsOf(line)].filter((term) => about.has(term)).length;
    if (shared > (best?.shared ?? 0)) best = { line: line.trim(), shared };
  }
  return best?.line ?? firstLine(note);
}

/** A change's own words without its prefix and numbers: what could be said, where they speak of what is praised. */
export function sayable(text: string | null | undefined, term: string): string | null {
  if (!text) return null;
  const sentences = shownWords(text.replace(/^[\s*+-]+/, '')).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  const said = sentences.find((sentence) => termsOf(sentence).has(term));
  if (said === undefined) return null;
  const words = said
    .replace(/^\w{1,12}(?:\([^)]{0,60}\))?!?: ?/, '')
    .replace(/(?:\s*(?:\((?:#?\d+|@[\w-]+|by @[\w-]+)\)|#\d+|@[\w-]+),?)+\s*$/, '')
    .trim();
  return words === '' ? null : `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

/** `“interface”`: the word itself as customers write it, where nothing that shipped has a sentence with it. */
export function wordOf(term: string, told: readonly (string | null)[]): string {
  const word = told.flatMap((text) => wordsOf(text ?? '')).find((one) => termsOf(one).has(term));
  return `“${word ?? term}”`;
}
