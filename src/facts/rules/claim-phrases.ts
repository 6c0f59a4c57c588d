/** A claim's own words, side by side, in the mouths of many: “eight minutes” comes back in complaints whatever need they are of. Pure. */
import { wordsOf } from '#language/words.ts';
import { moodOf } from './claim-mood.ts';
import { termsOf } from './claim-terms.ts';

export interface Phrase {
  /** As the claim writes it. */
  readonly words: string;
  /** Whether a sentence has the words side by side and is told as trouble. */
  readonly toldIn: (sentence: string) => boolean;
  /** Whether a line has all of them, wherever they stand. */
  readonly namedIn: (terms: ReadonlySet<string>) => boolean;
}

const FIGURE =
  /^(?:\d[\d.,]{0,9}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|zero|no)$/i;

/** Pairs of neighbouring words that both say something; of a pair with a figure whoever is not glad speaks of what was claimed. */
export function phrasesOf(text: string, names: ReadonlySet<string>): readonly Phrase[] {
  const words = wordsOf(text);
  return words.slice(1).flatMap((second, at): Phrase[] => {
    const first = words[at] as string;
    const [one] = termsOf(first, names);
    const [other] = termsOf(second, names);
    if (one === undefined || other === undefined || one === other) return [];
    const figure = FIGURE.test(first) || FIGURE.test(second);
    return [
      {
        words: `${first} ${second}`,
        toldIn: (sentence) => {
          const mood = moodOf(sentence);
          return (figure ? mood !== 'glad' : mood === 'sad') && sideBySide(sentence, one, other, names);
        },
        namedIn: (terms) => terms.has(one) && terms.has(other),
      },
    ];
  });
}

function sideBySide(sentence: string, one: string, other: string, names: ReadonlySet<string>): boolean {
  const words = wordsOf(sentence).map((word) => [...termsOf(word, names)][0]);
  return words.some((word, at) => word === one && words[at + 1] === other);
}
