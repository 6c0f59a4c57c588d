/** Since when documents have offered what is not there any more: the place on the first-parent line, by bisection. */
import type { DocumentsRead } from './documents.ts';
import type { Named } from './offers-extract.ts';
import type { Absent } from './offers-presence.ts';
import { narrow, type Probe } from './offers-probe.ts';

/** For each absent name the place on the line (0 is the newest) where the document began to name it. */
export async function placesOfBirth(probe: Probe, read: DocumentsRead, absent: readonly Absent[]): Promise<number[]> {
  const line = read.firstParent;
  const oldest = line.length - 1;
  const places = new Map(line.map(({ sha }, place) => [sha, place]));
  const matchers = absent.map(({ named }) => new RegExp(writtenAs(named.name, named.quote)));
  const fromReadme = absent.map(({ named }) => bornInReadme(read, named, places));
  const searched = absent.flatMap((_, at) => (fromReadme[at] === null ? [at] : []));
  const ask = (which: number, place: number) => {
    const at = searched[which] ?? 0;
    return { sha: line[place]?.sha ?? '', paths: [absent[at]?.named.doc ?? ''], matcher: matchers[at] ?? /$^/ };
  };
  const [first] = [await probe.match(searched.map((_, which) => ask(which, oldest)))];
  const narrowed = await narrow(
    searched.map((_, which) => (first[which] ? { so: oldest, not: oldest } : { so: 0, not: oldest })),
    (asked) => probe.match(asked.map(({ stretch, place }) => ask(stretch, place))),
  );
  return absent.map((_, at) => fromReadme[at] ?? narrowed[searched.indexOf(at)]?.so ?? 0);
}

/**
 * Where the README named it first of all, when it has dropped it since and names it again: then it may have been there
 * before and gone in between. Null where it names it for the first time.
 */
export function firstNamedBefore(read: DocumentsRead, { named }: Absent): number | null {
  if (read.readme[0]?.path !== named.doc) return null;
  const matcher = new RegExp(writtenAs(named.name, named.quote));
  const names = read.readme.map(({ text }) => matcher.test(text));
  const dropped = names.indexOf(false);
  const oldest = names.lastIndexOf(true);
  if (dropped < 0 || oldest < dropped) return null;
  const sha = read.readme[oldest]?.sha;
  const place = read.firstParent.findIndex((commit) => commit.sha === sha);
  return place < 0 ? null : place;
}

/** The README's versions are all here: the first of those that name it without a break until now. */
export function bornInReadme(
  read: DocumentsRead,
  { doc, name, quote }: Named,
  places: ReadonlyMap<string, number>,
): number | null {
  if (read.readme[0]?.path !== doc) return null;
  const matcher = new RegExp(writtenAs(name, quote));
  let born: number | null = null;
  for (const version of read.readme) {
    if (!matcher.test(version.text)) break;
    born = places.get(version.sha) ?? born;
  }
  return born;
}

/** The name as the line has it: `npm run x` may stand there as `pnpm run x`, a link with its escapes. */
function writtenAs(name: string, quote: string): string {
  const words = name.startsWith('npm run ') ? `run(-script)?\\s+${escaped(name.slice(8))}` : escaped(name);
  const encoded = escaped(encodeURI(name));
  const shape = new RegExp(words).test(quote) ? words : new RegExp(encoded).test(quote) ? encoded : escaped(quote);
  return /^[\w-]/.test(name) || name.startsWith('--') ? `(?<![\\w-])(?:${shape})(?![\\w-])` : shape;
}

function escaped(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\/-]/g, '\\$&');
}
