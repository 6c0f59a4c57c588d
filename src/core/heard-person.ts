/** A person as a product hears them: which side they stand on and why, by pseudonym, with counts of what they did. */

export const STANDINGS = ['team', 'outsider', 'bot', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface HeardPerson {
  readonly id: string;
  readonly side: Standing;
  readonly because: string;
  /** A person said so. */
  readonly corrected: boolean;
  /** Where they write: `email`, `github.com`. */
  readonly channels: readonly string[];
  /** A company's, where enough write from it to name it. */
  readonly domain: string | null;
  /** Only bots have one, and people whose names were asked for. */
  readonly shown: string | null;
  readonly asks: number;
  readonly replies: number;
  readonly changes: number;
  readonly identities: readonly string[];
  /** What shows that several identities are one. */
  readonly merged: readonly string[];
}
