/** The contract between the engine and a source: what a source is handed, and what it yields. */
import type { z } from 'zod';
import type { Missing } from './errors.ts';
import type { EvidenceKind, Gathered } from './evidence.ts';

/** `first`: much is asked next that hangs on this answer. `last`: the others should not wait for it. */
export type Urgency = 'first' | 'last';

/** A running git, as the engine hands it to sources. Never inherits pagers, prompts, hooks or locale. */
export interface Git {
  /** Whole standard output of a short command; rejects with BifocalError GIT_MISSING or GIT_FAILED. */
  text(args: readonly string[], input?: string): Promise<string>;
  /**
   * Standard output in pieces as it comes, for long ones; ends git when the consumer stops early.
   */
  stream(
    args: readonly string[],
    input?: AsyncIterable<string> | Iterable<string>,
    urgency?: Urgency,
  ): AsyncIterable<Uint8Array>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When the answer was whole (ms UTC): gather bookkeeping, the only clock a source sees. */
  readonly fetchedAt: number;
}

/** The network as the engine hands it to sources: bounded in time, size, tries; refuses private addresses. */
export interface Http {
  /**
   * 304 when `etag` still holds. Statuses of 400 and over reject with SOURCE_REFUSED or SOURCE_UNREACHABLE, but for
   * those in `answers`, which come at once as they are: a refusal may say in its headers when to come again.
   */
  get(
    url: string,
    options?: {
      headers?: Record<string, string>;
      etag?: string;
      signal?: AbortSignal;
      answers?: readonly number[];
      /** JSON that asks something, as GraphQL is asked: sent by POST, and changes nothing there. */
      question?: string;
      /** A lower limit of size than the network's own. */
      bytes?: number;
      /** Asked before a redirect is followed, with its whole address; a rejection ends the request. */
      onRedirect?: (url: string) => Promise<void>;
    },
  ): Promise<HttpAnswer>;
}

/** What a source is handed for one gather. */
export interface Gathering<Options> {
  readonly options: Options;
  /** What the last sealed gather of this source left, or null for a first one. */
  readonly cursor: string | null;
  /** Read the past: nothing later than this (ms UTC). */
  readonly until: number | null;
  /** Somebody gathers for its own sake: read everything, and wait as long as a service's limits ask. */
  readonly patient?: boolean | undefined;
  /** What is about to be asked of a service, said before it is. */
  estimate?(sentence: string): void;
  /** Also read what costs more than a first look (`--deep`). */
  readonly deep: boolean;
  readonly git: Git;
  readonly http: Http;
  readonly signal: AbortSignal;
  /** Say how far along it is; `total` null while unknown. */
  progress(doing: string, done: number, total: number | null): void;
}

/** One row of an outside file that was not taken. `reason` never quotes the row. */
export interface RefusedRow {
  readonly file: string;
  /** Counted from 1, blank lines too, as an editor shows it. */
  readonly row: number;
  readonly reason: string;
}

/** One piece of a gather. Whatever is set is taken; the last `cursor` and `observedUntil` hold. */
export interface Batch {
  readonly items?: readonly Gathered[];
  readonly missing?: readonly Missing[];
  /** How many rows of a file this piece comes from, refused ones too. */
  readonly rows?: number;
  /** Rows that an import did not take; the others are. */
  readonly refused?: readonly RefusedRow[];
  /** Where the next gather starts. */
  readonly cursor?: string;
  /** Everything up to here was yielded: handed back as the cursor after a stop at any moment, a kill too. */
  readonly resume?: string;
  /** The time up to which this source is known (ms UTC). */
  readonly observedUntil?: number;
  /** Of the strands that the source can hold, those that are in it; all of them when absent. */
  readonly strands?: readonly ('ships' | 'says' | 'claims')[];
  /** Every row of these origins and types that this gather did not yield is gone there (a rewritten history). */
  readonly replaces?: readonly { readonly origin: string; readonly type: string }[];
  /** Of these kinds nothing more comes from it: what is made of them may be begun while the rest is read. */
  readonly whole?: readonly EvidenceKind[];
  /** What the source found out about the product: offered as its name and facts on the first read. */
  readonly product?: { readonly name: string; readonly kind: string; readonly customers?: string };
}

/** What a person asked of an import; a source takes what it knows. */
export interface ImportWish {
  readonly files: readonly string[];
  /** What the files are, where a person said it: a word of `--as`. */
  readonly as?: string | undefined;
  /** Role → column. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly dates?: 'day-first' | 'month-first' | undefined;
  readonly from?: string | undefined;
  /** The origin of threads that are known, for a file of nothing but replies. */
  readonly origin?: string | undefined;
}

/** What a file is taken for. */
export interface Described {
  /** `as`: null where a column is kept in the record and nothing else. */
  readonly columns: readonly { readonly file: string; readonly column: string; readonly as: string | null }[];
  /** Sentences about what was decided without being told. */
  readonly notes: readonly string[];
  /** What the files are, in the words that `--as` takes: `csv`, `xlsx`. */
  readonly format: string;
  /** Nothing but replies, which belong to threads that other files brought. */
  readonly repliesOnly?: boolean;
}

/** What a source needs so that `bifocal import` takes its files. */
export interface Importing {
  /** Words for `--as` beside the source's id. */
  readonly formats?: readonly string[];
  /** By its content: 0 it is something else, 1 a form that many share, 2 this format and no other. */
  recognises(path: string): Promise<0 | 1 | 2>;
  optionsOf(wish: ImportWish): unknown;
  describe(options: unknown, signal: AbortSignal): Promise<Described>;
}

export interface Source<Options = unknown> {
  readonly id: string;
  readonly title: string;
  readonly strands: readonly ('ships' | 'says' | 'claims')[];
  /** Of its strands those that these options ask for, where that is not all of them. */
  strandsOf?(options: Options): Batch['strands'];
  /** Of its strands those that were found, told from what it left; undefined where that does not tell. */
  found?(cursor: string): Batch['strands'];
  /** False: of what ships it knows releases alone, not the changes in them (a registry, a changelog). */
  readonly changes?: false;
  /** True when a row can be read again at the same address, so its raw record need not be kept (git). */
  readonly rereadable: boolean;
  readonly options: z.ZodType<Options>;
  /** The stable name of what the options point at; unique per product and part of `sources`. */
  origin(options: Options, git: Git): Promise<string>;
  /** True where telling the origin takes long and gathering costs nobody anything: a first gather begins meanwhile. */
  readonly beginsEarly?: true;
  gather(gathering: Gathering<Options>): AsyncIterable<Batch>;
  /** Only sources of files that are handed over once have it. */
  readonly importing?: Importing;
}

/** Fixes the type of one source's options; the registry holds it as `Source`. */
export function defineSource<Options>(source: Source<Options>): Source<Options> {
  return source;
}
