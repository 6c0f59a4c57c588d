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
  readonly runs: ReadonlySet<number>;
}

/** In the order in which they were said: the first of each is none. `copy`: another said it; `again`: the same person did. */
export function copiesIn(pieces: readonly Piece[]): (Copy | null)[] {
  const byPerson = new Map<string, Seen[]>();
  const bySign = new Map<number, Seen[]>();
  return pieces.map(({ text, person }) => {
    const words = wordsOf(text);
    if (words.length < LEAST_WORDS) return null;
    const seen = { runs: runsOf(words) };
    const own = person === null ? [] : (byPerson.get(person) ?? []);
    const again = own.slice(-MOST_COMPARED).some((other) => shared(seen, other) >= ALIKE);
    const signs = [...seen.runs].sort((a, b) => a - b).slice(0, SIGNS);
    const near = new Set(signs.flatMap((sign) => bySign.get(sign) ?? []));
    const copy = words.length >= LEAST_COPIED && [...near].some((other) => shared(seen, other) >= ALIKE);
    if (person !== null) {
      own.push(seen);
      byPerson.set(person, own);
    }
    for (const sign of signs) {
      const known = bySign.get(sign) ?? [];
      if (known.length < MOST_ALIKE) known.push(seen);
      bySign.set(sign, known);
    }
    return again ? 'again' : copy ? 'copy' : null;
  });
}

function runsOf(words: readonly string[]): Set<number> {
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length && runs.size < 500; at += 1) {
    let hash = 0x811c9dc5;
    for (const letter of words.slice(at, at + RUN).join(' ')) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193);
    }
    runs.add(Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0);
  }
  return runs;
}

function shared(one: Seen, two: Seen): number {
  let both = 0;
  for (const run of one.runs) if (two.runs.has(run)) both += 1;
  return both / (one.runs.size + two.runs.size - both || 1);
}
