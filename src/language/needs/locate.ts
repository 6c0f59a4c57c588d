/** Where a sentence of a cleaned text stands in the text as it came, so that a quote can be checked word for word. */

/** Marks that cleaning takes away, and white space that it joins. */
const BETWEEN = '[\\s*_`~#>|\\\\{}\\[\\]-]{1,12}';
const MOST_WORDS = 60;

/** Offsets into `text`; null where it does not stand there word for word. */
export function locate(text: string, sentence: string): { readonly from: number; readonly to: number } | null {
  const plain = text.indexOf(sentence);
  if (plain >= 0) return { from: plain, to: plain + sentence.length };
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const found = new RegExp(words.map(escaped).join(BETWEEN), 'u').exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
