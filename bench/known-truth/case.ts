/** One line of the coverage table: an estimator in a world whose truth is known. */
import type { Estimate, Observation } from '#core/observation.ts';
import type { Random } from '#core/statistics/random.ts';

export interface Drawn {
  readonly truth: number;
  readonly observations: readonly Observation[];
  /** What stood before, where the truth is of the difference. */
  readonly before?: readonly Observation[];
  /** Where each sample has its own. */
  readonly estimate?: Estimate;
}

export interface Case {
  readonly of: Estimate['of'];
  readonly world: string;
  /** Whether the band is promised here, or the line shows where it is not. */
  readonly held: boolean;
  readonly estimate: Estimate;
  draw(random: Random, n: number): Drawn;
}
