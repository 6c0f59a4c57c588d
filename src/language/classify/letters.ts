/** Numbers for features by hashing, without a vocabulary: Weinberger et al., “Feature hashing”, ICML 2009. */

/** 2^18 numbers: with 100,000 kept weights two features seldom meet. */
export const WIDTH = 1 << 18;

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, its bits mixed as MurmurHash3 ends. `family` keeps a word and a group of letters apart. */
export function numberOf(family: string, text: string): number {
  return mixed(fed(fed(START, family), text));
}

function fed(from: number, text: string): number {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

function mixed(from: number): number {
  let hash = from;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) & (WIDTH - 1);
}

const SHORTEST = 2;
const LONGEST = 5;
/** Groups of letters of very long words are cut off here. */
const MOST_LETTERS = 24;
const EDGED = fed(START, 'letters');

/** Groups of two to five letters of a word, its edges marked: slips of the pen and other endings still meet. */
export function letterGroups(word: string): Int32Array {
  const letters = ` ${word.slice(0, MOST_LETTERS)} `;
  const out: number[] = [];
  for (let from = 0; from < letters.length; from += 1) {
    let hash = EDGED;
    for (let at = from; at < Math.min(letters.length, from + LONGEST); at += 1) {
      hash = Math.imul(hash ^ letters.charCodeAt(at), PRIME);
      if (at - from + 1 >= SHORTEST) out.push(mixed(hash));
    }
  }
  return Int32Array.from(out);
}
