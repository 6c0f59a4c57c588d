/** The sore thumb: the lens question farthest below its norm, where even its interval stays below. */
import type { Reading } from '#core/reading.ts';
import type { LensDrawn } from './lenses.ts';
import { NORM } from './place.ts';

export function soreThumbOf(lenses: readonly LensDrawn[]): Reading['soreThumb'] {
  const below = lenses
    .flatMap(({ questions }) => questions.map(({ reading }) => reading))
    .filter(({ interval }) => interval !== null && interval.high !== null && interval.high < NORM)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const [worst] = below;
  if (!worst) return { question: null, sentence: 'Nothing sticks out.' };
  return { question: worst.id, sentence: `${worst.question} ${worst.because ?? ''}`.trim() };
}
