/** What models make of what customers said: probabilities, and where in the text they ask. */
import type { Junk } from '#language/junk/junk.ts';

/** Each between 0 and 1, to three digits; several kinds may hold, moods add up to one. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly kinds: {
    readonly problem: number;
    readonly request: number;
    readonly question: number;
    readonly praise: number;
    readonly leaving: number;
  };
  readonly mood: { readonly negative: number; readonly neutral: number; readonly positive: number };
  /** Sentences of the body that are likelier an ask, or a reason, than anything else; characters of the text as it came. */
  readonly statements: readonly SaidStatement[];
}

export interface SaidStatement {
  readonly role: 'ask' | 'reason';
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** Marked, never taken away. */
export interface JunkFound {
  readonly looked: number;
  readonly all: readonly JunkPiece[];
}

export interface JunkPiece {
  readonly id: string;
  readonly at: number;
  readonly junk: Junk;
}

/** Who praises, of the reviews, posts and answers of the window. */
export interface Praised {
  /** Pieces that praise, by id. */
  readonly ids: ReadonlySet<string>;
  /** Pieces that were read, by id, where there were too many to read all; null: all were. */
  readonly drawn: ReadonlySet<string> | null;
}
