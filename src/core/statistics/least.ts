/** From how many cases on an estimator's interval can be trusted: the floor of every audit's own minimum. */
import type { Estimate } from '#core/observation.ts';

/**
 * The least n from which a nominal 90 % interval held the truth in 87–93 % of trials, for every kind of sample that the
 * coverage bench promises (docs/reference/statistics.md; `bench/coverage.ts` prints it).
 */
export const LEAST: Readonly<Record<Estimate['of'], number>> = {
  share: 5,
  median: 7,
  mean: 30,
  ratio: 8,
  'km-median': 8,
  'km-at': 8,
  'km-survival': 8,
  // A group of fewer is never shown (docs/decisions/0014-small-groups.md).
  told: 5,
};
