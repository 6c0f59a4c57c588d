/** The guess before the reading: whether somebody may be asked, what they said, and keeping it. */
import { type Guess, type GuessAnswer, isGuess } from '#core/guess.ts';
import type { Store } from '#store/store.ts';
import { productIdOfTarget } from './product.ts';
import type { Target } from './target.ts';

/** True while nobody at this machine was asked about the target's product. Asks the source for nothing but its name. */
export async function maybeAskForGuess(store: Store, target: Target, signal: AbortSignal): Promise<boolean> {
  const productId = await productIdOfTarget(store, target, signal);
  if (productId === null) return target.product !== undefined;
  return (await ownAnswers(store, productId)).length === 0;
}

export async function keepGuess(store: Store, productId: string, answer: GuessAnswer): Promise<void> {
  const before = (await ownAnswers(store, productId)).at(-1);
  if (before !== answer) await store.guesses.add(productId, answer);
}

/** The newest guess of whoever sits here; null where none was made. */
export async function guessOf(store: Store, productId: string): Promise<Guess | null> {
  return (await ownAnswers(store, productId)).filter(isGuess).at(-1) ?? null;
}

async function ownAnswers(store: Store, productId: string): Promise<GuessAnswer[]> {
  return (await store.guesses.list(productId)).flatMap(({ who, place }) => (who === null ? place : []));
}
