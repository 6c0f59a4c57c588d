/** The quotes of a claim in words: what the evidence says, where it stands, and of which day it is. */
import type { Evidence } from '#core/evidence.ts';
import { instantOf } from '#core/time.ts';
import type { LedgerQuote } from '#facts/ledger-values.ts';
import { objectIn, textIn } from '#facts/rules/fields.ts';
import { lineOf } from './claim-words.ts';
import { firstLine } from './first-words.ts';

export interface ToldQuote extends LedgerQuote {
  /** Verbatim; null where the evidence was forgotten since. */
  readonly text: string | null;
  /** Null where its day is not known: a changelog may name versions without days. */
  readonly at: string | null;
  /** `README.md`, `commit 3f2a9c1`, `review`. */
  readonly where: string;
}

const MOST_WORDS = 600;

/** `about` are the words that the claim is of: of a long note the line that has them is quoted. */
export function quoteOf(quote: LedgerQuote, row: Evidence | undefined, about: ReadonlySet<string>): ToldQuote {
  if (row === undefined) return { ...quote, text: null, at: null, where: 'no longer known' };
  const text = textOf(quote, row, about);
  const offered = row.type === 'offer' && typeof row.data?.removed === 'object' ? row.data.removed : null;
  return {
    ...quote,
    text: text === null ? null : text.slice(0, MOST_WORDS),
    at: dayKnown(row) ? instantOf(dayOf(row.type === 'need' ? row.data?.raised : offered) ?? row.at) : null,
    where: whereOf(row, offered),
  };
}

function textOf({ field, from, to }: LedgerQuote, row: Evidence, about: ReadonlySet<string>): string | null {
  // The manifest's own line is what is held against the page.
  if (row.type === 'need' && field === 'title') return textIn(row.data, 'wording');
  const whole = field === 'quote' ? row.data?.quote : field === 'body' ? row.body : row.title;
  if (typeof whole !== 'string') return null;
  if (from !== null) return whole.slice(from, to ?? undefined);
  return (field === 'body' && row.kind === 'release' ? lineOf(whole, about) : firstLine(whole)) ?? '';
}

/** Notes without a day of their own are as old as their file, which is not the day of the release. */
function dayKnown({ kind, data }: Evidence): boolean {
  return kind !== 'release' || data?.undated !== 1;
}

/** An offer is as old as the commit read; what took it away, or asked for more, has a day of its own. */
function dayOf(commit: unknown): number | null {
  const { at } = (commit ?? {}) as { at?: unknown };
  return typeof at === 'number' ? at : null;
}

function whereOf({ type, kind, title, externalId, threadId, version, data }: Evidence, offered: unknown): string {
  if (type === 'commit') return `commit ${externalId.slice(0, 7)}`;
  if (type === 'need') {
    const since = textIn(objectIn(data, 'raised'), 'sha');
    return `${textIn(data, 'manifest') ?? 'a manifest'}${since === null ? '' : ` since ${since.slice(0, 7)}`}`;
  }
  if (data?.kind === 'stated') {
    const since = textIn(objectIn(data, 'removed'), 'sha');
    return `${textIn(data, 'because') ?? 'a file'}${since === null ? '' : ` since ${since.slice(0, 7)}`}`;
  }
  if (type === 'offer') {
    const { sha, subject } = (offered ?? {}) as { sha?: string; subject?: string };
    return sha === undefined ? 'still there' : `removed by ${sha.slice(0, 7)}, “${subject ?? ''}”`;
  }
  if (kind === 'document') return title ?? threadId ?? type;
  if (kind === 'release') return `release ${version ?? title ?? ''}`.trim();
  return kind === 'change' ? `change ${version ?? threadId ?? ''}`.trim() : type;
}
