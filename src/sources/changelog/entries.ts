/** Which headings open an entry, and which date each entry has: decided over the whole file. */
import { type FoundDate, findDate } from './dates.ts';
import type { Heading } from './headings.ts';
import type { Line } from './lines.ts';
import { LONGEST_HEADING, unmark } from './unmark.ts';
import { readVersionHeading, type VersionHeading } from './version-heading.ts';

export interface Opening {
  readonly heading: Heading;
  readonly read: VersionHeading;
  readonly date: FoundDate | null;
}

interface Candidate {
  readonly heading: Heading;
  readonly read: VersionHeading;
}

/** Headings that open entries, in the order of the file. `names` are what the product may be called. */
export function findOpenings(
  headings: readonly Heading[],
  lines: readonly Line[],
  names: readonly string[],
): Opening[] {
  const candidates = headings.flatMap((heading) => {
    const read = readVersionHeading(heading.text);
    return read === null ? [] : [{ heading, read }];
  });
  const versions = knownVersions(candidates, names);
  const accepted = new Set<Candidate>([
    ...versions,
    ...unreleasedOf(candidates, versions),
    ...daysOf(candidates, versions),
  ]);
  const openings: Opening[] = [];
  /** The days that stand over what follows, outermost first. */
  let over: Candidate[] = [];
  for (const one of candidates) {
    over = over.filter(({ heading }) => heading.level < one.heading.level);
    if (accepted.has(one)) {
      const date = one.read.date ?? dateBelow(one.heading, lines) ?? over.at(-1)?.read.date ?? null;
      openings.push({ ...one, date });
    } else if (isDay(one)) over.push(one);
  }
  return openings;
}

function isDay({ read }: Candidate): boolean {
  return read.version === null && !read.unreleased;
}

/** A name before the version is the product's when it is told to be, or when a second heading of that depth has it too. */
function knownVersions(candidates: readonly Candidate[], names: readonly string[]): Candidate[] {
  const versions = candidates.filter(({ read }) => read.version !== null);
  const known = new Set(names.map((name) => name.toLowerCase()));
  const nameOf = ({ read }: Candidate) => read.name?.toLowerCase() ?? '';
  const alike = Map.groupBy(versions, (one) => `${one.heading.level} ${nameOf(one)}`);
  return versions.filter((one) => {
    const others = alike.get(`${one.heading.level} ${nameOf(one)}`)?.length ?? 0;
    return one.read.sure || known.has(nameOf(one)) || others > 1;
  });
}

/** "Unreleased" anywhere; "Next" or "main" only above the first version and as deep as it. */
function unreleasedOf(candidates: readonly Candidate[], versions: readonly Candidate[]): Candidate[] {
  const first = versions[0]?.heading;
  return candidates.filter(({ heading, read }) => {
    if (read.version !== null || !read.unreleased) return false;
    return read.sure || (first !== undefined && heading.first < first.first && heading.level === first.level);
  });
}

/** Days are entries where no version is named, or where they stand as deep as versions do. */
function daysOf(candidates: readonly Candidate[], versions: readonly Candidate[]): Candidate[] {
  const days = candidates.filter(isDay);
  const depths = new Set(versions.map(({ heading }) => heading.level));
  if (versions.length > 0) return days.filter(({ heading, read }) => read.sure && depths.has(heading.level));
  const outermost = days.reduce((least, { heading }) => Math.min(least, heading.level), Number.POSITIVE_INFINITY);
  return days.filter(({ heading }) => heading.level === outermost);
}

function dateBelow(heading: Heading, lines: readonly Line[]): FoundDate | null {
  const below = lines
    .slice(heading.last + 1, heading.last + 4)
    .find(({ text, hidden }) => !hidden && text.trim() !== '');
  return below === undefined ? null : dateAlone(below.text);
}

/** `_Released 2024-01-02_`, `2019-10-04 [diff](…)`: a line that opens with the day and is no bullet. */
function dateAlone(raw: string): FoundDate | null {
  if (raw.length > LONGEST_HEADING || /^\s*[-+*] /.test(raw)) return null;
  const text = unmark(raw.replace(/^[#:\s]+/, ''));
  const date = findDate(text);
  if (date === null) return null;
  const before = text.slice(0, date.start).toLowerCase();
  return /^[^a-z0-9]*(?:release )?(?:released|date|published|on|[a-z]{3,6}day)?(?: on)?[^a-z0-9]*$/.test(before)
    ? date
    : null;
}
