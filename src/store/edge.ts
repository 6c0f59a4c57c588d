/** The edge: what a source yields becomes a row that may be stored, without secrets, handles or refused characters. */
import { isBot } from '#core/bots.ts';
import type { Gathered } from '#core/evidence.ts';
import { cutExternalId, evidenceId } from '#core/ids.ts';
import { canonical, type JsonObject } from '#core/json.ts';
import { redact, redactJson } from '#core/redact.ts';
import { cleanText, cutText } from '#core/text.ts';
import type { Pseudonym, Pseudonyms } from './pseudonyms.ts';
import type { Version } from './version.ts';

/** A bound for what one row may bring; sources cut well before it. */
const LONGEST_BODY = 1_000_000;
const LONGEST_TITLE = 2_000;
const LONGEST_MARK = 500;

export interface EdgeRules {
  readonly pseudonyms: Pseudonyms;
  /** Keep the names of people. */
  readonly names: boolean;
  /** Authors who asked to be forgotten: their rows arrive without them. */
  readonly forgotten: ReadonlySet<string>;
}

export interface Arrived {
  readonly id: string;
  readonly gone: number;
  readonly version: Version;
}

/** The row, and its author unless there is none or they are forgotten. */
export function arrive(item: Gathered, rules: EdgeRules): readonly [Arrived, Pseudonym | null] {
  if (!Number.isFinite(item.at)) throw new TypeError(`evidence ${item.kind} ${item.externalId} has no time`);
  const author = item.author ? rules.pseudonyms.of(item.author) : null;
  const forgotten = author !== null && rules.forgotten.has(author.id);
  const origin = mark(item.origin);
  const externalId = cutExternalId(cleanText(item.externalId));
  const body = forgotten ? null : prose(item.body, LONGEST_BODY, rules.names);
  const version: Version = {
    kind: item.kind,
    type: mark(item.type),
    origin,
    external_id: externalId,
    thread_id: item.threadId == null ? null : cutExternalId(cleanText(item.threadId)),
    author_id: forgotten ? null : (author?.id ?? null),
    at: Math.trunc(item.at),
    changed_at: item.changedAt == null ? null : Math.trunc(item.changedAt),
    title: forgotten && isVoice(item.kind) ? null : prose(item.title, LONGEST_TITLE, rules.names),
    body,
    url: item.url == null ? null : redact(cutText(cleanText(item.url), LONGEST_TITLE)),
    lang: item.lang == null ? null : mark(item.lang),
    line: item.line == null ? null : mark(item.line),
    version: item.version == null ? null : mark(item.version),
    amount: item.amount ?? null,
    data: forgotten && isVoice(item.kind) ? null : dataText(item.data),
  };
  const id = evidenceId(item.kind, origin, externalId);
  return [{ id, gone: item.gone ? 1 : 0, version }, forgotten ? null : author];
}

/** What a person says for themselves: when they are forgotten, its words go too. */
export function isVoice(kind: string): boolean {
  return kind === 'feedback' || kind === 'reply' || kind === 'event';
}

function mark(text: string): string {
  return cutText(cleanText(text), LONGEST_MARK);
}

function prose(text: string | null | undefined, longest: number, names: boolean): string | null {
  if (text == null) return null;
  const clean = redact(cutText(cleanText(text), longest));
  return names || !clean.includes('<[email]>') ? clean : clean.replace(TRAILER, withoutName);
}

/** `Co-authored-by: Ada Lovelace <[email]>`: a name as it stands in commit messages, one line each. */
const TRAILER =
  /^([ \t>*-]{0,8}[A-Z][a-z]{1,20}(?:-[a-z]{1,20}){0,3}[- ]by: {0,4})([^<\n]{1,200}?) {0,4}<\[email\]>/gim;

function withoutName(line: string, before: string, name: string): string {
  return isBot(name) ? line : `${before}[name] <[email]>`;
}

function dataText(data: JsonObject | null | undefined): string | null {
  if (data == null) return null;
  const text = canonical(data);
  // Only escaped characters can hold what `cleanText` takes out; without a backslash there is nothing to look for.
  const clean = text.includes('\\u') || !text.isWellFormed() ? canonical(cleanDeep(data)) : text;
  const value = clean === text ? data : (JSON.parse(clean) as JsonObject);
  const redacted = redactJson(value, clean);
  return redacted === value ? clean : canonical(redacted);
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [cleanText(key), cleanDeep(member)]));
  }
  return value;
}
