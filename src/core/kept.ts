/** The rows that kept facts leave in the store: needs and who is of them, links, claims and verdicts. */
import type { Json } from './json.ts';

/** What asks have in common underneath. */
export interface NeedRow {
  readonly id: string;
  readonly themeId: string | null;
  readonly name: string;
  /** Where its statement stands: `[{evidence, from, to}]`, offsets in characters; never the words themselves. */
  readonly statement: Json;
  readonly bornAt: number;
  readonly method: string;
}

/** That a piece of evidence, or the part of it at `span` (`from-to`; empty for all of it), is of a need. */
export interface NeedMemberRow {
  readonly needId: string;
  readonly evidenceId: string;
  readonly span: string;
  readonly confidence: number;
}

/** That one thing answers, announces, backs, repeats or seems to conflict with another. */
export interface LinkRow {
  readonly kind: string;
  readonly fromId: string;
  readonly toId: string;
  readonly confidence: number;
  readonly method: string;
  readonly because: Json;
}

/** One statement that the brand makes; null `lastAt`: it still stands. */
export interface ClaimRow {
  readonly id: string;
  readonly class: string;
  readonly subject: string;
  readonly attribute: string | null;
  readonly firstAt: number;
  readonly lastAt: number | null;
  readonly spans: Json;
}

/** What the evidence says to a claim. */
export interface VerdictRow {
  readonly claimId: string;
  readonly verdict: string;
  readonly confidence: number;
  readonly quotes: Json;
  readonly method: string;
}

export interface KeptRows {
  readonly needs: NeedRow;
  readonly needMembers: NeedMemberRow;
  readonly links: LinkRow;
  readonly claims: ClaimRow;
  readonly verdicts: VerdictRow;
}

export type KeptTable = keyof KeptRows;

/** Rows of some kept tables, each in the order of its key. */
export type Kept<Table extends KeptTable = KeptTable> = { readonly [Name in Table]: readonly KeptRows[Name][] };

const KEYS: { readonly [Table in KeptTable]: readonly (keyof KeptRows[Table])[] } = {
  needs: ['id'],
  needMembers: ['needId', 'evidenceId', 'span'],
  links: ['kind', 'fromId', 'toId'],
  claims: ['id'],
  verdicts: ['claimId'],
};

/** As a store gives them back, so that what is made from them is the same whether they were computed or read. */
export function inKeyOrder<Table extends KeptTable>(table: Table, rows: readonly KeptRows[Table][]): KeptRows[Table][] {
  const keyed = rows.map((row) => [KEYS[table].map((column) => String(row[column])), row] as const);
  return keyed.sort(([one], [two]) => compared(one, two)).map(([, row]) => row);
}

function compared(one: readonly string[], two: readonly string[]): number {
  const at = one.findIndex((part, place) => part !== two[place]);
  return at < 0 ? 0 : (one[at] as string) < (two[at] as string) ? -1 : 1;
}
