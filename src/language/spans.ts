/** Where sentences of a cleaned text stand in the text as it came, so that a quote can be checked letter by letter. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Between two words of a sentence marks may have been taken out, an address with all its parts at most. */
const MOST_SKIPPED = 40;
/** Starts that are tried for one sentence, so that a text of one word over and over costs no more than others. */
const MOST_STARTS = 2_000;
/** A sentence of more words is a dump. */
const MOST_WORDS = 400;

interface Place extends Span {
  readonly word: string;
}

function placesOf(text: string): Place[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, from: index, to: index + word.length }));
}

/**
 * One span for each of `sentences`, which come in the order of `text`; null for one that cannot be found again, and
 * which is then no quote. What lies in a span holds all words of its sentence in their order.
 */
export function spansOf(text: string, sentences: readonly string[]): (Span | null)[] {
  const places = placesOf(text);
  const starts = new Map<string, number[]>();
  for (const [at, { word }] of places.entries()) {
    const known = starts.get(word);
    if (known) known.push(at);
    else starts.set(word, [at]);
  }
  let next = 0;
  return sentences.map((sentence) => {
    const words = placesOf(sentence);
    if (words.length === 0 || words.length > MOST_WORDS) return null;
    const found = chainFrom(places, words, starts.get((words[0] as Place).word) ?? [], next);
    if (found === null) return null;
    next = found.last + 1;
    return widened(text, sentence, words, places[found.first] as Place, places[found.last] as Place);
  });
}

/** The chain that skips least among those that begin at or after `next`. */
function chainFrom(places: readonly Place[], words: readonly Place[], starts: readonly number[], next: number) {
  let best: { first: number; last: number; skipped: number } | null = null;
  let tried = 0;
  for (const first of starts) {
    if (first < next) continue;
    tried += 1;
    if (tried > MOST_STARTS) break;
    const last = chained(places, words, first);
    if (last === null) continue;
    const skipped = last - first + 1 - words.length;
    if (best === null || skipped < best.skipped) best = { first, last, skipped };
    if (skipped === 0) break;
  }
  return best;
}

function chained(places: readonly Place[], words: readonly Place[], first: number): number | null {
  let at = first;
  for (let word = 1; word < words.length; word += 1) {
    const wanted = (words[word] as Place).word;
    const end = Math.min(places.length, at + 2 + MOST_SKIPPED);
    let found = at + 1;
    while (found < end && (places[found] as Place).word !== wanted) found += 1;
    if (found >= end) return null;
    at = found;
  }
  return at;
}

/** Marks before the first word and behind the last belong to the sentence where the text has the same ones. */
function widened(text: string, sentence: string, words: readonly Place[], first: Place, last: Place): Span {
  const before = sentence.slice(0, (words[0] as Place).from);
  const behind = sentence.slice((words.at(-1) as Place).to);
  return {
    from:
      text.startsWith(before, first.from - before.length) && first.from >= before.length
        ? first.from - before.length
        : first.from,
    to: text.startsWith(behind, last.to) ? last.to + behind.length : last.to,
  };
}
