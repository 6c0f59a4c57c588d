/** Texts that were said before: word for word by anybody, nearly so by the same person. */
import { wordsOf } from '../words.ts';

/** Below this one person says the same of two things: “great app”, “it does not work”. */
const LEAST_WORDS = 8;
/** Below this two people do: “It drains my battery, so I uninstalled it.” Our own. */
const LEAST_COPIED = 12;
/** Runs of three words that two texts share, of all that either has. Below it the same person speaks of another case. Our own. */
const ALIKE = 0.8;
const RUN = 3;
/** Of a person who writes thousands only the latest are compared. */
const MOST_COMPARED = 200;
/** Signs by which nearly equal texts of different people are found without comparing all with all. */
const SIGNS = 8;
const MOST_ALIKE = 50;

export interface Piece {
  readonly text: string;
  /** null where nobody knows who said it. */
  readonly person: string | null;
}

export type Copy = 'copy' | 'again';

interface Seen {
  /** Ascending, each once. */
  readonly runs: Uint32Array;
  /** The place of the last text that it was compared with: it may be near by several signs. */
  compared: number;
}

/** In the order in which they were said: the first of each is none. `copy`: another said it; `again`: the same person did. */
export function copiesIn(pieces: readonly Piece[]): (Copy | null)[] {
  const byPerson = new Map<string, Seen[]>();
  const bySign = new Map<number, Seen[]>();
  return pieces.map(({ text, person }, place) => {
    const words = wordsOf(text);
    if (words.length < LEAST_WORDS) return null;
    const seen: Seen = { runs: runsOf(words), compared: -1 };
    const own = person === null ? [] : (byPerson.get(person) ?? []);
    const again = own.slice(-MOST_COMPARED).some((other) => isAlike(seen, other));
    const signs = seen.runs.subarray(0, SIGNS);
    const copy = !again && words.length >= LEAST_COPIED && isNear(seen, signs, place);
    if (person !== null) {
      own.push(seen);
      byPerson.set(person, own);
    }
    for (const sign of signs) {
      const known = bySign.get(sign);
      if (known === undefined) bySign.set(sign, [seen]);
      else if (known.length < MOST_ALIKE) known.push(seen);
    }
    return again ? 'again' : copy ? 'copy' : null;
  });

  function isNear(seen: Seen, signs: Uint32Array, place: number): boolean {
    for (const sign of signs)
      for (const other of bySign.get(sign) ?? []) {
        if (other.compared === place) continue;
        other.compared = place;
        if (isAlike(seen, other)) return true;
      }
    return false;
  }
}

function runsOf(words: readonly string[]): Uint32Array {
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length && runs.size < 500; at += 1) {
    let hash = 0x811c9dc5;
    for (const letter of words.slice(at, at + RUN).join(' ')) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
    }
    runs.add(Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0);
  }
  return Uint32Array.from(runs).sort();
}

/** Ends as soon as too few can be shared: most texts that have one sign in common have little else. */
function isAlike({ runs: one }: Seen, { runs: two }: Seen): boolean {
  const least = (ALIKE * (one.length + two.length)) / (1 + ALIKE) - 1e-9;
  let [both, first, second] = [0, 0, 0];
  while (first < one.length && second < two.length) {
    if (both + Math.min(one.length - first, two.length - second) < least) return false;
    const ahead = (one[first] as number) - (two[second] as number);
    if (ahead === 0) both += 1;
    if (ahead <= 0) first += 1;
    if (ahead >= 0) second += 1;
  }
  return both >= least && both > 0;
}
