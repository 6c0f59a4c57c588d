/** Blocks of Markdown or HTML as plain words, each letter with the place in the source that it came from. */
import { htmlUnits, looksLikeHtml } from './units-html.ts';
import { markdownUnits } from './units-markdown.ts';

export type Place = 'heading' | 'item' | 'paragraph' | 'cell' | 'summary';

/** One block. `at[i]` is the offset in the source of the letter `text[i]`. */
export interface Unit {
  readonly text: string;
  readonly at: readonly number[];
  readonly place: Place;
  /** The headings above it, the outermost first, as plain words. */
  readonly under: readonly string[];
}

/** A page longer than this is a dump; its beginning is read. */
const MOST_CHARACTERS = 400_000;

export function unitsOf(source: string): Unit[] {
  const text = source.length > MOST_CHARACTERS ? source.slice(0, MOST_CHARACTERS) : source;
  return looksLikeHtml(text) ? htmlUnits(text) : markdownUnits(text);
}
