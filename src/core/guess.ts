/** The word of a guess: what somebody thinks before they read. */

/** The four places, as somebody names them with one key. */
export const GUESSES = ['product', 'customer', 'both', 'neither'] as const;
export type Guess = (typeof GUESSES)[number];

/** Asked and not answered is kept too, so that nobody is asked twice. */
export type GuessAnswer = Guess | 'skip';

export function isGuess(word: string): word is Guess {
  return (GUESSES as readonly string[]).includes(word);
}
