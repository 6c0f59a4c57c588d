/** What the API answers with, as far as the app shows it. */
import type { Guess } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import type { CurveView } from '#report/view/curve.ts';
import type { View } from '#report/view.ts';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly customers: string;
  /** Somebody else's: told as seen from outside. */
  readonly theirs: boolean;
  /** Invented for this program. */
  readonly sample: boolean;
  readonly reading: { readonly id: string; readonly at: string } | null;
}

export interface Read {
  readonly id: string;
  readonly reading: Reading;
  readonly view: View;
}

/** What went wrong, and what would mend it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Of a file whose columns do not tell what they are. */
  readonly columns?: readonly string[];
  /** What none of them seems to be: `an id and a time`. */
  readonly lacks?: string;
}

export interface Job {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly doing: string | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly productId: string | null;
  /** What an import brought; null for a reading. */
  readonly result: Imported | null;
  readonly error: Problem | null;
}

/** As `bifocal import --json` prints it. */
export interface Imported {
  readonly format: string;
  readonly read: number;
  /** Null in a preview. */
  readonly added: number | null;
  readonly unchanged: number | null;
  readonly updated: number | null;
  readonly refused: readonly { readonly row: number; readonly reason: string; readonly file: string }[];
  readonly refusedRows: number;
  readonly gathers: readonly string[];
  readonly columns: readonly { readonly column: string; readonly as: string | null }[];
  readonly notes: readonly string[];
  readonly samples: readonly {
    readonly kind: string;
    readonly type: string;
    readonly at: number;
    readonly title: string | null;
    readonly body: string | null;
  }[];
}

/** One piece of evidence, word for word. */
export interface Piece {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly origin: string;
  readonly externalId: string;
  readonly threadId: string | null;
  readonly at: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly version: string | null;
  readonly amount: number | null;
}

export interface Source {
  readonly kind: string;
  readonly title: string;
  readonly origin: string;
  readonly strands: readonly string[];
  readonly state: 'new' | 'ok' | 'failed' | 'stopped';
  readonly imported: boolean;
  readonly observedUntil: string | null;
  readonly newsAt: string | null;
  readonly nextAt: string | null;
  readonly missing: readonly { readonly source: string; readonly because: string; readonly remedy: string }[];
}

export interface TakenImport {
  readonly gather: string;
  readonly source: string;
  readonly at: string;
  readonly rows: number;
}

export type DrawnCurve = CurveView & { readonly id: string };

export interface List<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface Guessed {
  readonly place: Guess | null;
}

export interface Begun {
  readonly job: { readonly id: string };
}
