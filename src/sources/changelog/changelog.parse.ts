/** From the text of a changelog to its entries: pure, linear, and never at a loss for what it did not understand. */
import { findBareHeadings } from './bare-headings.ts';
import { type Bullet, readBody } from './bullets.ts';
import { timesInOrder } from './date-order.ts';
import { findOpenings, type Opening } from './entries.ts';
import { type Entry, entryOf } from './entry.ts';
import { versionOfFile } from './file-version.ts';
import { findHeadings, type Heading } from './headings.ts';
import { hideAsides, type Line, markupOf, splitLines } from './lines.ts';
import { sectionOf } from './sections.ts';

/** One piece of the file. All pieces, head and body, joined in order give the text back. */
export interface Segment {
  readonly head: string;
  readonly body: string;
}

export interface Changelog {
  readonly segments: readonly Segment[];
  readonly entries: readonly Entry[];
  /** Bullets above the first entry, or all of a file without entries. */
  readonly loose: readonly Bullet[];
  /** Headings such as `5.3.x` that stand for versions told elsewhere. */
  readonly series: readonly string[];
  /** It has headings of its own besides a title, and none is a version, a day or a section: a page, also one about changelogs. */
  readonly page: boolean;
}

export interface ParseOptions {
  /** For its extension, and for a version in its name. */
  readonly path: string;
  /** What the product or package may be called in headings. */
  readonly names?: readonly string[];
  /** The time of the file, ms UTC: an ambiguous date cannot lie behind it. */
  readonly notAfter?: number | null;
}

export function parseChangelog(text: string, { path, names = [], notAfter = null }: ParseOptions): Changelog {
  const lines = splitLines(text);
  const markup = markupOf(path, lines);
  hideAsides(lines, markup);
  const found = findHeadings(lines, markup);
  // A plain text mixes both ways; elsewhere a bare line counts only where no heading names a version.
  const marked = markup === 'plain' ? withBare(found, findBareHeadings(lines)) : found;
  const opened = findOpenings(marked, lines, names);
  if (opened.some(({ read }) => read.version !== null)) return assemble(text, lines, marked, opened, notAfter);
  const bare = findBareHeadings(lines);
  const plain = findOpenings(bare, lines, names);
  if (plain.length > opened.length) return assemble(text, lines, withBare(marked, bare), plain, notAfter);
  const version = opened.length === 0 ? versionOfFile(path) : null;
  const whole = version === null ? opened : [wholeFile(version, marked, lines)];
  return assemble(text, lines, marked, whole, notAfter);
}

function withBare(marked: readonly Heading[], bare: readonly Heading[]): Heading[] {
  const taken = new Set(marked.flatMap(({ first, last }) => [first, last, Math.min(first + 1, last)]));
  return [...marked, ...bare.filter(({ first }) => !taken.has(first))].sort((a, b) => a.first - b.first);
}

/** A file named after one version is that version's notes; its first heading is their title. */
function wholeFile(version: string, headings: readonly Heading[], lines: readonly Line[]): Opening {
  const title = headings[0] ?? { first: 0, last: -1, text: version };
  const [near] = findOpenings([{ ...title, level: 0 }], lines, [title.text]);
  const read = { version, date: null, name: null, unreleased: false, yanked: false, series: false, sure: true };
  return { heading: { ...title, level: 0 }, read, date: near?.date ?? null };
}

function assemble(
  text: string,
  lines: readonly Line[],
  headings: readonly Heading[],
  openings: readonly Opening[],
  notAfter: number | null,
): Changelog {
  const byLine = new Map(headings.map((heading) => [heading.first, heading]));
  const dates = openings.map(({ date }) => date);
  const times = timesInOrder(dates, notAfter);
  const opened = new Map(openings.map((opening, index) => [opening.heading.first, index]));
  const offset = (line: number) => lines[line]?.start ?? text.length;
  const segments: Segment[] = [];
  const entries: Entry[] = [];
  const series: string[] = [];
  const loose: Bullet[] = [];
  for (const { first, bodyAt, end, opens } of cutPieces(lines, headings, openings)) {
    const body = text.slice(offset(bodyAt), offset(end));
    segments.push({ head: text.slice(offset(first), offset(bodyAt)), body });
    const read = readBody(lines, bodyAt, end, byLine);
    const index = opens ? opened.get(first) : undefined;
    const opening = openings[index ?? -1];
    if (opening === undefined || index === undefined) {
      if (entries.length === 0) for (const bullet of read.bullets) loose.push(bullet);
    } else if (opening.read.series) series.push(opening.heading.text);
    else entries.push(entryOf(opening, times[index] ?? null, body, read));
  }
  const page = openings.length === 0 && headings.slice(1).some(({ text: said }) => sectionOf(said) === null);
  return { segments, entries, loose, series, page };
}

interface Piece {
  readonly first: number;
  readonly bodyAt: number;
  readonly end: number;
  readonly opens: boolean;
}

/** The file cut at every entry, and where an outer heading that opens none ends one ("Previous changelogs"). */
function cutPieces(lines: readonly Line[], headings: readonly Heading[], openings: readonly Opening[]): Piece[] {
  const pieces: Piece[] = [{ first: 0, bodyAt: 0, end: lines.length, opens: false }];
  const opening = new Map(openings.map(({ heading }) => [heading.first, heading]));
  let depth = Number.NEGATIVE_INFINITY;
  for (const heading of [...(opening.has(0) ? [opening.get(0) as Heading] : []), ...headings]) {
    const opens = opening.get(heading.first);
    const level = opens?.level ?? heading.level;
    if (pieces.at(-1)?.opens && pieces.at(-1)?.first === heading.first) continue;
    if (!opens && level > depth) continue;
    if (opens) depth = level;
    (pieces.at(-1) as { end: number }).end = heading.first;
    pieces.push({
      first: heading.first,
      bodyAt: (opens ?? heading).last + 1,
      end: lines.length,
      opens: opens !== undefined,
    });
  }
  return pieces.filter(({ first, end, opens }) => end > first || opens);
}
