/** From one parsed changelog to rows of evidence, and to what could not be read of it. */
import type { Gathered } from '#core/evidence.ts';
import { DAY, dayOf } from '#core/time.ts';
import type { Bullet } from './bullets.ts';
import { type Changelog, parseChangelog } from './changelog.parse.ts';
import type { Entry } from './entry.ts';
import type { Gap } from './gaps.ts';

/** One changelog as it was found, whatever it was found in. */
export interface FoundFile {
  /** `changelog:` and the place it lies in. */
  readonly origin: string;
  /** What messages call it. */
  readonly name: string;
  readonly text: string;
  /** The package it belongs to; null for the whole product. */
  readonly line: string | null;
  readonly names: readonly string[];
  readonly url: string | null;
  /** Nothing in it can have happened after this (ms UTC), as far as that is known. */
  readonly notAfter: number | null;
  /** The time of entries without a date: a time, the newest day that the file names, or none. */
  readonly undatedAt: number | 'newest' | null;
}

export interface FileEvidence {
  readonly items: readonly Gathered[];
  readonly gaps: readonly Gap[];
  /** The newest day that the file names. */
  readonly newest: number | null;
  /** Entries that could not be placed in time at all, and are not among the items. */
  readonly timeless: number;
}

const LONGEST_BODY = 200_000;
const LONGEST_REST = 20_000;
/** Notes are dated ahead of a planned release, not by years: a day further ahead of its file than this is a slip. */
const AHEAD = 366 * DAY;
const OLDEST = Date.UTC(1980);

export function toEvidence(file: FoundFile): FileEvidence {
  const { name, notAfter } = file;
  const log = parseChangelog(file.text, { path: name, names: file.names, notAfter });
  const dated = log.entries.map((entry) =>
    plausible(entry.at, notAfter) ? entry : { ...entry, at: null, dateUnread: true },
  );
  const newest = dated.reduce<number | null>((last, { at }) => (at === null ? last : Math.max(last ?? at, at)), null);
  const rows = new Rows(file, file.undatedAt === 'newest' ? newest : file.undatedAt);
  for (const entry of dated) rows.add(entry);
  if (log.entries.length === 0 && !log.page && tellsUnreleased(name)) rows.addUnreleased(log.loose);
  return { items: rows.items, gaps: gapsOf(name, log, dated, rows), newest, timeless: rows.timeless };
}

function plausible(at: number | null, notAfter: number | null): boolean {
  return at === null || (at >= OLDEST && (notAfter === null || at <= notAfter + AHEAD));
}

/** `2.0.0-beta.1`, `1.0a37`, `3.0rc1`, `4.0.dev2`; `2.10-3` is the third build of a final one. */
function isPre(version: string): boolean {
  return /[-._\d](?:alpha|beta|preview|pre|rc|dev|canary|next|nightly|snapshot|a|b|c)[-._]?\d*(?![a-z])/i.test(version);
}

/** A changelog emptied at each release, as Rails keeps them; a page about releases is none. */
function tellsUnreleased(name: string): boolean {
  return /(?:^|\/)(?:changelog|changes|history|news)[^/]*$/i.test(name);
}

class Rows {
  readonly items: Gathered[] = [];
  readonly #file: FoundFile;
  readonly #fallback: number | null;
  readonly #taken = new Map<string, number>();
  /** Entries that could not be placed in time at all. */
  timeless = 0;

  constructor(file: FoundFile, fallback: number | null) {
    this.#file = file;
    this.#fallback = fallback;
  }

  add(entry: Entry): void {
    const at = entry.at ?? this.#fallback;
    if (at === null) {
      this.timeless += 1;
      return;
    }
    const marks = { ...(entry.at === null && { undated: 1 }), ...(entry.monthOnly && { precision: 'month' }) };
    if (entry.unreleased) {
      this.#lines(entry.lines, this.#id('unreleased'), at, null, { ...marks, unreleased: 1 });
      return;
    }
    const id = this.#id(entry.version ?? dayOf(at));
    const data = {
      lines: entry.lines.map(({ text }) => text),
      pasted: entry.pasted ? 1 : 0,
      ...marks,
      ...(entry.version !== null && isPre(entry.version) && { pre: 1 }),
      ...(entry.elsewhere && { elsewhere: 1 }),
      ...(entry.yanked && { yanked: 1 }),
    };
    const body = trimmed(entry.body).slice(0, LONGEST_BODY) || null;
    const row = { ...this.#base(at, entry.version), title: entry.heading, body, data };
    this.items.push({ ...row, kind: 'release', type: 'notes', externalId: id });
    this.#lines(entry.lines, id, at, entry.version, marks);
  }

  addUnreleased(lines: readonly Bullet[]): void {
    if (lines.length === 0) return;
    if (this.#fallback === null) this.timeless += 1;
    else this.#lines(lines, this.#id('unreleased'), this.#fallback, null, { undated: 1, unreleased: 1 });
  }

  #lines(
    lines: readonly Bullet[],
    id: string,
    at: number,
    version: string | null,
    marks: Record<string, string | number>,
  ) {
    for (const [ordinal, { text, rest, section, under }] of lines.entries()) {
      this.items.push({
        ...this.#base(at, version),
        kind: 'change',
        type: 'line',
        externalId: `${id}#${ordinal + 1}`,
        threadId: id,
        title: text,
        body: trimmed(rest).slice(0, LONGEST_REST) || null,
        data: { section, ...(under !== null && { under }), ...marks },
      });
    }
  }

  #base(at: number, version: string | null) {
    const { origin, line, url } = this.#file;
    return { origin, author: null, at, version, line, url };
  }

  /** A version that stands twice in a file keeps both; the second is told apart by `~2`. */
  #id(version: string): string {
    const { line } = this.#file;
    const id = line === null ? version : `${line}@${version}`;
    const before = this.#taken.get(id) ?? 0;
    this.#taken.set(id, before + 1);
    return before === 0 ? id : `${id}~${before + 1}`;
  }
}

function gapsOf(file: string, log: Changelog, entries: readonly Entry[], rows: Rows): Gap[] {
  const gaps: Gap[] = [];
  if (entries.length === 0) gaps.push({ kind: 'unversioned', file, count: rows.items.length });
  const unread = entries.filter(({ dateUnread }) => dateUnread);
  const such = unread[0]?.heading.slice(0, 80);
  if (such !== undefined) gaps.push({ kind: 'dates', file, count: unread.length, such });
  if (rows.timeless > 0) gaps.push({ kind: 'timeless', file, count: rows.timeless });
  const elsewhere = entries.filter((entry) => entry.elsewhere).length + log.series.length;
  if (elsewhere > 0) gaps.push({ kind: 'elsewhere', file, count: elsewhere });
  return gaps;
}

/** The two types of rows that one file gives: what it no longer says is gone. */
export function replacedAt(origin: string) {
  return ['notes', 'line'].map((type) => ({ origin, type }));
}

/** Without the blank lines around it; what is left stands in the file as it is. */
function trimmed(text: string): string {
  const first = text.search(/\S/);
  return first === -1 ? '' : text.slice(text.lastIndexOf('\n', first) + 1).trimEnd();
}
