/** All tags of a repository together: which product line each belongs to, and which only point at a release. Pure. */
import { readDraftName, readTagName, type TagName } from './tags-version.ts';

/** What is known of a tag without reading its name. */
export interface NamedTag {
  readonly name: string;
  readonly at: number;
  readonly commit: string | null;
}

export interface ReadTag {
  /** Null for a name without a version, and for markers and pointers. */
  readonly version: string | null;
  /** Null where there is one line only, and for the line without a name. */
  readonly line: string | null;
  readonly pre: boolean;
  readonly reads: TagName['reads'];
}

type Versioned = NamedTag & Extract<TagName, { reads: 'version' }>;

/** In the order given. `product` is what the repository is called: its own name before a version is no line. */
export function readTags(tags: readonly NamedTag[], product: string | null): ReadTag[] {
  const drafts = tags.map(({ name }) => readDraftName(name));
  // Elsewhere such a name is a note beside the product's own releases.
  const writes = drafts.filter((draft) => draft !== null).length * 2 > tags.length;
  const read = tags.map((tag, at) => ({ ...tag, ...((writes && drafts[at]) || readTagName(tag.name)) }));
  const versioned = read.filter((tag): tag is Versioned => tag.reads === 'version');
  const lineOf = settleLines(versioned, product === null ? null : keyOf(product));
  const pointers = findPointers(versioned, lineOf);
  return read.map((tag): ReadTag => {
    if (tag.reads !== 'version') return { version: null, line: null, pre: false, reads: tag.reads };
    if (pointers.has(tag.name)) return { version: null, line: null, pre: false, reads: 'marker' };
    return { version: tag.version, line: lineOf(tag.line), pre: tag.pre, reads: 'version' };
  });
}

type LineOf = (line: string) => string | null;

/** Several lines stay apart; one scheme that changed its prefix (`v1.0`, later `foo-2.0`) is one line. */
function settleLines(tags: readonly Versioned[], product: string | null): LineOf {
  const spelling = new Map<string, string>();
  const groups = new Map<string, Versioned[]>();
  const group = (line: string) => (keyOf(line) === product ? '' : keyOf(line));
  for (const tag of tags) {
    const key = group(tag.line);
    if (!spelling.has(key)) spelling.set(key, tag.line);
    addTo(groups, key, tag);
  }
  const [one, other] = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members);
  // `cli@1.0` names a package outright, also where nothing else would tell it from the rest.
  const packages = tags.some((tag) => tag.name.includes('@'));
  const single =
    groups.size < 2 || (groups.size === 2 && groups.has('') && !packages && follows(one ?? [], other ?? []));
  return (line) => {
    const key = group(line);
    return single || key === '' ? null : (spelling.get(key) ?? null);
  };
}

/** Whether one set of tags goes on where the other ended, in time and in number. */
function follows(some: readonly Versioned[], others: readonly Versioned[]): boolean {
  const [early, late] = oldest(some) <= oldest(others) ? [some, others] : [others, some];
  const newest = early.reduce((most, tag) => Math.max(most, tag.at), Number.NEGATIVE_INFINITY);
  if (newest > oldest(late)) return false;
  const highest = early.reduce(
    (best, tag) => (compare(tag.numbers, best.numbers) > 0 ? tag : best),
    early[0] as Versioned,
  );
  return late.every((tag) => compare(tag.numbers, highest.numbers) >= 0);
}

function oldest(tags: readonly Versioned[]): number {
  return tags.reduce((least, tag) => Math.min(least, tag.at), Number.POSITIVE_INFINITY);
}

/** `v4` beside `v4.2.1` on the same commit moves with it: a pointer, and no release of its own. */
function findPointers(tags: readonly Versioned[], lineOf: LineOf): ReadonlySet<string> {
  const byCommit = new Map<string, Versioned[]>();
  for (const tag of tags) {
    if (tag.commit === null || tag.pre) continue;
    addTo(byCommit, `${tag.commit} ${lineOf(tag.line) ?? ''}`, tag);
  }
  const pointers = new Set<string>();
  for (const together of byCommit.values()) {
    for (const tag of together) {
      if (together.some((longer) => isBeginning(tag.numbers, longer.numbers))) pointers.add(tag.name);
    }
  }
  return pointers;
}

function addTo(groups: Map<string, Versioned[]>, key: string, tag: Versioned): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [tag]);
  else group.push(tag);
}

function isBeginning(short: readonly number[], long: readonly number[]): boolean {
  return short.length < long.length && short.every((number, at) => number === long[at]);
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Names are the same when only case and joints differ: `Node.js`, `nodejs`. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9@/]/g, '');
}
