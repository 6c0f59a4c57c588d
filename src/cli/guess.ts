/** Guess first: one key before the reading, asked once for each product and kept. */
import { BifocalError } from '#core/errors.ts';
import { GUESSES, type GuessAnswer, isGuess } from '#core/guess.ts';
import { GUESS_WORDS } from '#report/place-words.ts';
import type { Terminal } from './terminal.ts';

const KEYS: Readonly<Record<string, GuessAnswer>> = {
  p: 'product',
  c: 'customer',
  b: 'both',
  n: 'neither',
  s: 'skip',
  enter: 'skip',
};

/** What somebody thinks; null where they ended the wait, so that they are asked another day. */
async function askForGuess(terminal: Terminal, name: string, until: AbortSignal): Promise<GuessAnswer | null> {
  const choices = GUESSES.map((guess) => `${guess.charAt(0)} ${GUESS_WORDS[guess]}`).join('   ');
  const question = `\nA guess first: what was the last year of ${name} about?\n  ${choices}   s skip\n`;
  const key = await terminal.key(question, Object.keys(KEYS), until);
  const answer = key === null ? null : (KEYS[key] ?? null);
  if (answer !== null && answer !== 'skip') terminal.warn(`  You guess: ${GUESS_WORDS[answer]}.\n\n`);
  return answer;
}

/** Works while somebody guesses: whichever is done first waits for the other. What fails ends the question too. */
export async function whileGuessing<Result>(
  terminal: Terminal,
  name: string,
  work: (hushed: () => boolean) => Promise<Result>,
): Promise<[Result, GuessAnswer | null]> {
  const failed = new AbortController();
  let asking = true;
  const working = work(() => asking);
  working.catch(() => failed.abort());
  const answer = await askForGuess(terminal, name, failed.signal);
  asking = false;
  return [await working, answer];
}

/** `--guess <place>`; null without the flag. Rejects with USAGE on a word that names no place. */
export function guessFlag({ guess, 'no-guess': none }: Readonly<Record<string, unknown>>): GuessAnswer | null {
  if (typeof guess !== 'string') return null;
  if (none === true) throw wrong('--guess and --no-guess exclude each other.');
  if (!isGuess(guess)) throw wrong(`--guess takes product, customer, both or neither, not “${guess}”.`);
  return guess;
}

function wrong(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'reflect' });
}
