/** Asks git what a reading asks first while the code that reads is still being loaded: a fifth of a second on two cores. */
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { FIRST_QUESTIONS, FIRST_WALKS } from '#sources/git/first-questions.ts';
import { askEarly } from './git.ts';

/**
 * `first`: nothing was ever read, so that all of it will be. Answers how to let go of what nobody wanted. What is wrong
 * with a target is for its reading to say.
 */
export function askAhead(named: string, cwd: string, first: boolean): () => Promise<void> {
  try {
    return askEarly(resolve(cwd, named), first ? [...FIRST_QUESTIONS, ...FIRST_WALKS] : FIRST_QUESTIONS);
  } catch (error) {
    if (error instanceof BifocalError) return async () => undefined;
    throw error;
  }
}
