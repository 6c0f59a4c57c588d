/** The curve of shares that ought to be nearly all: whoever closed, or shipped, owes it to each who asked. */
import type { Curve } from '#core/observation.ts';

/** No published figure was found. Ours: nine in ten score 90, half of them 50. */
export const MOST_OF_THEM: Curve = {
  kind: 'knots',
  knots: [
    [0, 0],
    [0.5, 50],
    [0.9, 90],
    [1, 100],
  ],
};
