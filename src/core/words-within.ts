/** Which of many words stand in a text, in one walk over it (Aho and Corasick, Communications of the ACM 18, 1975). */

/** Letters of either case count as one; in none of the words stands a sign beyond ASCII. */
const ASCII = 128;

/**
 * `words`: each with the bits that it sets. The walk answers the bits of all that it met; `other` as soon as it meets a
 * sign beyond ASCII, which it knows nothing of.
 */
export function wordsWithin(words: Readonly<Record<string, number>>, other: number): (text: string) => number {
  const { next, bits } = machineOf(words);
  return (text) => {
    let state = 0;
    let met = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= ASCII) return other;
      state = next[state * ASCII + code] as number;
      met |= bits[state] as number;
    }
    return met;
  };
}

/** For each state and sign the next state, where a word that fails goes on as the longest other that it ends with. */
function machineOf(words: Readonly<Record<string, number>>): { next: Uint16Array; bits: Uint32Array } {
  const room = 1 + Object.keys(words).reduce((all, word) => all + word.length, 0);
  const next = new Uint16Array(room * ASCII);
  const bits = new Uint32Array(room);
  let states = 1;
  for (const [word, sets] of Object.entries(words)) {
    let state = 0;
    for (const sign of word) {
      const at = state * ASCII + sign.charCodeAt(0);
      if (next[at] === 0) next[at] = states++;
      state = next[at] as number;
    }
    bits[state] = (bits[state] as number) | sets;
  }
  const capital = (code: number) => (code >= 65 && code <= 90 ? code + 32 : code);
  const fallback = new Uint16Array(states);
  // Shorter beginnings first: a state falls back to one that is finished.
  const waiting = [0];
  for (const state of waiting) {
    const back = fallback[state] as number;
    bits[state] = (bits[state] as number) | (bits[back] as number);
    for (let code = 0; code < ASCII; code++) {
      const at = state * ASCII + code;
      const own = next[at] as number;
      const otherwise = state === 0 ? 0 : (next[back * ASCII + code] as number);
      if (own === 0) next[at] = otherwise;
      else {
        fallback[own] = otherwise;
        waiting.push(own);
      }
    }
    for (let code = 65; code <= 90; code++) next[state * ASCII + code] = next[state * ASCII + capital(code)] as number;
  }
  return { next, bits };
}
