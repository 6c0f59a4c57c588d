/** The guess before the reading: whether somebody may be asked, what they said, and keeping it. */
import { type Guess, type GuessAnswer, isGuess } from '#core/guess.ts';
import type { Store } from '#store/store.ts';
import { productIdOfTarget } from './product.ts';
import type { Target } from './target.ts';

/** What the target's product is called, while nobody at this machine was asked about it. Asks the source for nothing but its name. */
export async function guessAbout(store: Store, target: Target, signal: AbortSignal): Promise<string | null> {
  const productId = await productIdOfTarget(store, target, signal);
  if (productId === null) return target.product ?? null;
  if ((await ownAnswers(store, productId)).length > 0) return null;
  return (await store.products.byId(productId))?.name ?? target.name;
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
