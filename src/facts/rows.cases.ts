/** Rows of evidence by hand, and every fact over them: a history in a few words, for tests of facts. */
import type { Evidence, EvidenceKind } from '#core/evidence.ts';
import { digestOf, evidenceId } from '#core/ids.ts';
import type { JsonObject } from '#core/json.ts';
import { DAY } from '#core/time.ts';
import { evaluateFacts } from '#engine/evaluate-facts.ts';
import type { FactContext, IdentityRow, ReadName, RowOf } from './define-fact.ts';
import { FACTS } from './registry.ts';
import type { FactValues } from './values.ts';

/** Day 0 of every story: a Monday. */
const START = Date.UTC(2025, 0, 6);

export function day(number: number): number {
  return START + number * DAY;
}

export function shaOf(name: string): string {
  return digestOf(name).slice(0, 40);
}

export function row(
  kind: EvidenceKind,
  type: string,
  externalId: string,
  at: number,
  more: Partial<Evidence> = {},
): Evidence {
  const origin = more.origin ?? 'git:root';
  return {
    id: evidenceId(kind, origin, externalId),
    kind,
    type,
    origin,
    externalId,
    threadId: null,
    authorId: null,
    at,
    changedAt: null,
    title: null,
    body: null,
    url: null,
    lang: null,
    line: null,
    version: null,
    amount: null,
    data: null,
    ...more,
  };
}

export interface CommitDetails {
  readonly day?: number;
  /** Names of its parents. */
  readonly after?: readonly string[];
  readonly paths?: readonly string[];
  readonly author?: string;
  readonly body?: string;
  /** The name of the commit that brought it; null when it never reached the default branch. */
  readonly land?: string | null;
  readonly data?: JsonObject;
}

/** A commit on the default branch that altered `src/app.ts`, unless told otherwise. */
export function commit(name: string, subject: string, details: CommitDetails = {}): Evidence {
  const { after = [], author = 'ada', land = name } = details;
  const merge = after.length > 1;
  const paths = (details.paths ?? (merge ? [] : ['src/app.ts'])).map((path) =>
    /^[AMD] /.test(path) ? path : `M ${path}`,
  );
  return row('change', 'commit', shaOf(name), day(details.day ?? 0), {
    title: subject,
    body: details.body ?? null,
    authorId: author,
    data: {
      parents: after.map(shaOf),
      on: land === null ? 0 : 1,
      land: land === null ? null : shaOf(land),
      paths,
      ...details.data,
    },
  });
}

/** `c0 … cN`, one a day, each after the one before. */
export function chain(
  count: number,
  details: (index: number) => CommitDetails & { subject?: string } = () => ({}),
): Evidence[] {
  return Array.from({ length: count }, (_, index) => {
    const { subject = `Add thing ${index}`, ...rest } = details(index);
    return commit(`c${index}`, subject, { day: index, after: index === 0 ? [] : [`c${index - 1}`], ...rest });
  });
}

export interface TagDetails {
  readonly line?: string | null;
  readonly pre?: boolean;
  readonly body?: string;
  readonly version?: string | null;
}

export function tag(name: string, commitName: string, onDay: number, details: TagDetails = {}): Evidence {
  const version = details.version === undefined ? name.replace(/^.*?(?=\d)/, '') : details.version;
  return row('release', 'tag', `refs/tags/${name}`, day(onDay), {
    title: name,
    body: details.body ?? null,
    version,
    line: details.line ?? null,
    data: { commit: shaOf(commitName), pre: details.pre ? 1 : 0, ...(version === null ? { unread: 1 } : {}) },
  });
}

export function identity(id: string, more: Partial<IdentityRow> = {}): IdentityRow {
  return { id, space: 'email', shown: null, domain: null, bot: false, personId: id, ...more };
}

export type Rows = { readonly [Name in ReadName]?: readonly RowOf[Name][] };

/** Every fact at a moment, day 400 unless said: rows sorted and cut as the store hands them over. */
export function evaluate(rows: Rows, at: number = day(400), known: Omit<FactContext, 'at'> = {}): Promise<FactValues> {
  const read = async function* (name: ReadName) {
    const found = (rows[name] ?? []) as readonly { readonly id: string; readonly at?: number }[];
    const known = found.filter((each) => (each.at ?? 0) <= at);
    yield known.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1));
  };
  return evaluateFacts(FACTS, read as never, at, known);
}
