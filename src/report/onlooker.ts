/** Who looks at a reading, and when: what a face adds that no number may know. */
import type { Guess } from '#core/guess.ts';

export interface Onlooker {
  /** What they thought before they read. */
  readonly guess: Guess | null;
  /** Lets a face say how long all has been silent (ms UTC); the numbers never ask the clock. */
  readonly today: number | null;
}

export const NOBODY: Onlooker = { guess: null, today: null };
