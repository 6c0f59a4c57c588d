/** What can be asked of the second thread, and what it tells while it works. */
import type { ImportJson } from '#engine/import-json.ts';
import type { Telling } from './tell.ts';

export type JobOrder =
  /** Something that is derived from evidence, and kept until that changes. */
  | {
      readonly does: 'tell';
      readonly productId: string;
      readonly what: keyof Telling;
      /** Hand over first what the store keeps of the last time. */
      readonly recalls: boolean;
    }
  | {
      readonly does: 'read';
      readonly target: string;
      readonly productId?: string;
      /** To which a product belongs that is read for the first time; without it, that of this machine. */
      readonly organisation?: string;
    }
  | {
      readonly does: 'import';
      /** Null: only looked at, before there is a product that it is about. */
      readonly productId: string | null;
      /** An upload: removed once it was taken. */
      readonly file: string;
      readonly preview: boolean;
      readonly as?: string | undefined;
      readonly map?: string | undefined;
      readonly dates?: 'day-first' | 'month-first' | undefined;
    };

/** What was told before, of evidence that has changed since. */
export interface Stood<What extends keyof Telling = keyof Telling> {
  /** Until when it is known to have stood. */
  readonly at: number;
  /** What people had decided then. */
  readonly decided: string;
  readonly told: Telling[What];
}

export interface JobEnd {
  readonly productId: string | null;
  readonly result: ImportJson | Telling[keyof Telling] | null;
}

export interface JobFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Of a file that does not tell which of its columns is what, so that a person can. */
  readonly columns?: readonly string[];
  /** What none of them seems to be: `an id and a time`. */
  readonly lacks?: string;
}

export interface JobProgress {
  readonly doing: string;
  readonly done: number | null;
  readonly total: number | null;
}

/** To the worker. */
export interface Asked {
  readonly id: string;
  readonly order: JobOrder;
}

/** From the worker. */
export type Heard =
  | { readonly id: string; readonly is: 'progress'; readonly progress: JobProgress }
  | { readonly id: string; readonly is: 'stood'; readonly stood: Stood }
  | { readonly id: string; readonly is: 'done'; readonly end: JobEnd }
  | { readonly id: string; readonly is: 'failed'; readonly error: JobFailure };
