/** One entry of a changelog: what its heading says, its lines, and whether it says anything itself. */
import { DEBIAN_TRAILER } from './bare-headings.ts';
import type { Body, Bullet } from './bullets.ts';
import { findDate, toTime } from './dates.ts';
import type { Opening } from './entries.ts';
import { isPasted } from './pasted.ts';

export interface Entry {
  readonly heading: string;
  /** null for an entry that is only a day, and for what is not released yet. */
  readonly version: string | null;
  /** The package's or product's name in the heading, if it stands there. */
  readonly name: string | null;
  /** ms UTC; null when the file does not say. */
  readonly at: number | null;
  readonly monthOnly: boolean;
  /** A date stands there and could not be used: no such day, or day and month cannot be told apart. */
  readonly dateUnread: boolean;
  readonly unreleased: boolean;
  readonly yanked: boolean;
  /** As it stands in the file, without the heading. */
  readonly body: string;
  readonly lines: readonly Bullet[];
  /** The lines are a bare commit list. */
  readonly pasted: boolean;
  /** It only says where its notes are. */
  readonly elsewhere: boolean;
}

export function entryOf({ heading, read, date }: Opening, time: number | null, text: string, body: Body): Entry {
  const signed = time === null ? debianDate(text) : null;
  const told = body.bullets.length > 0 ? body.bullets : body.paragraphs;
  const elsewhere = body.bullets.length === 0 && body.paragraphs.length > 0 && body.paragraphs.every(isPointer);
  const lines = elsewhere ? [] : told.filter(({ text: line }) => !line.startsWith('-- '));
  return {
    heading: heading.text,
    version: read.version,
    name: read.name,
    at: time ?? signed,
    monthOnly: time !== null && date?.day === null && date.pair === undefined,
    dateUnread: date !== null && time === null && signed === null,
    unreleased: read.unreleased,
    yanked: read.yanked,
    body: text,
    lines,
    pasted: isPasted(lines.map((line) => line.text)),
    elsewhere,
  };
}

/** "See [5.3.5 changelog](…)", "Please check 8-1-stable for previous changes." */
function isPointer({ text }: Bullet): boolean {
  return (
    text.length < 400 &&
    /^(?:please )?(?:see|check|refer to|read|moved to|for)\b/i.test(text) &&
    /\]\(|https?:/.test(text)
  );
}

function debianDate(text: string): number | null {
  const trailer = text.split('\n').findLast((line) => line.startsWith(' -- '));
  const written = trailer === undefined ? null : DEBIAN_TRAILER.exec(trailer.slice(0, 300))?.[1];
  const date = written ? findDate(written) : null;
  return date === null ? null : toTime(date);
}
