/** Names of things that the README speaks of, held against the files: whether anything of them is there, and whether it was built in before. */
import { namesWritten } from '#core/named-things.ts';
import type { Git } from '#core/source.ts';
import type { DocumentsRead, DocumentText } from './documents.ts';
import type { Named } from './offers-extract.ts';
import { linesWith, matcherOf, type Pattern, PRODUCT } from './offers-grep.ts';
import { ASIDE, linesOf } from './offers-lines.ts';
import type { Absent } from './offers-presence.ts';
import { bornInReadme } from './offers-since.ts';
import { escaped, type Sought } from './offers-spellings.ts';

/** A README that names more is a list of something else. */
const THINGS = 400;
/** A shorter name is part of too many words: it counts only by itself. */
const LONG = 5;
/** So many trees are looked into for what was built in before. */
const LOOKS = 12;
const QUOTE = 300;
/** Words of code that make or fetch what is named after them. */
const BEFORE =
  'import|from|class|def|function|func|type|const|interface|struct|trait|module|mod|enum|require|use|package|gem';

export function thingsIn({ path, text }: DocumentText): Named[] {
  const found = new Map<string, Named>();
  for (const { line, text: said, as } of linesOf(text, () => false)) {
    if (as !== 'prose' || ASIDE.test(said)) continue;
    for (const name of namesWritten(said))
      if (!found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), {
          ...{ kind: 'thing', name, doc: path, line, alone: false },
          quote: said.trim().slice(0, QUOTE),
        });
  }
  return [...found.values()].slice(0, THINGS);
}

export interface Things {
  /** Of these no file of the product has a letter, in the order of the README. */
  readonly absent: readonly Absent[];
  /** These are spoken of in files, and nothing makes or fetches them. */
  readonly spokenOf: readonly Named[];
}

export async function readThings(git: Git, head: string, things: readonly Named[]): Promise<Things> {
  if (things.length === 0) return { absent: [], spokenOf: [] };
  const sought = things.map((named): Absent => ({ named, paths: [], sought: soughtThing(named) }));
  const { there, built } = await seenIn(git, head, sought);
  return {
    absent: sought.filter((one) => !there.has(one)),
    spokenOf: sought.filter((one) => there.has(one) && !built.has(one)).map(({ named }) => named),
  };
}

/** Those that were built in while the README named them; looked for in a few trees, each with one `git grep`. */
export async function builtBefore(git: Git, read: DocumentsRead, absent: readonly Absent[]): Promise<Set<Absent>> {
  const places = new Map(read.firstParent.map(({ sha }, place) => [sha, place]));
  const born = new Map(absent.map((one) => [one, bornInReadme(read, one.named, places) ?? 0]));
  const distinct = [...new Set(born.values())].sort((a, b) => b - a);
  const step = Math.max(1, distinct.length / LOOKS);
  const looks = Array.from(
    { length: Math.min(LOOKS, distinct.length) },
    (_, at) => distinct[Math.floor(at * step)] ?? 0,
  );
  const known = new Set<Absent>();
  for (const place of looks) {
    const open = absent.filter((one) => !known.has(one) && (born.get(one) ?? 0) >= place);
    if (open.length === 0) continue;
    for (const one of (await seenIn(git, read.firstParent[place]?.sha ?? '', open)).built) known.add(one);
  }
  return known;
}

interface Seen {
  readonly there: ReadonlySet<Absent>;
  readonly built: ReadonlySet<Absent>;
}

/**
 * Which names stand in the files, and which of them something makes or fetches. Git looks for the bare names alone: the
 * whole expression took it 1.5 s on datasette where the names take 0.06.
 */
async function seenIn(git: Git, tree: string, sought: readonly Absent[]): Promise<Seen> {
  const there = new Set<Absent>();
  const built = new Set<Absent>();
  const names = anyThing(sought.map(({ named }) => named));
  const bare = new RegExp(names.expression, 'gi');
  const open = new Map(sought.map((one) => [one.named.name.toLowerCase(), { one, made: matcherOf(builtOf(one)) }]));
  for await (const line of linesWith(git, tree, names)) {
    for (const [found] of line.matchAll(bare)) {
      const text = found.toLowerCase();
      for (const [name, { one, made }] of open) {
        if (!text.includes(name)) continue;
        there.add(one);
        if (!made.test(line)) continue;
        built.add(one);
        open.delete(name);
      }
    }
    if (open.size === 0) break;
  }
  return { there, built };
}

function builtOf({ sought }: Absent): Pattern {
  if (sought === null) throw new Error('a thing is always sought by its name');
  return sought.built;
}

function anyThing(things: readonly Pick<Named, 'name'>[]): Pattern {
  const names = things.map(({ name }) => name).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const expression = names
    .map((name) => (name.length >= LONG ? escaped(name) : `(^|[^A-Za-z0-9])${escaped(name)}([^A-Za-z0-9]|$)`))
    .join('|');
  return { expression, words: false, anyCase: true, where: PRODUCT };
}

/** In quotes by itself, with a version behind it or an address before it; or after a word of code that makes or fetches it. */
function soughtThing(named: Named): Sought {
  const name = escaped(named.name);
  const quoted = `["'](|[^"' ]{0,80}[/:])${name}( ?(=|<|>|~|!|@|:|,|\\[|\\^|\\*)[^"']{0,60})?["']`;
  const made = `(^|[^A-Za-z0-9_])(${BEFORE})[ (]{1,4}(\\{ ?|[A-Za-z_]{1,20} \\*?[A-Za-z_]{1,40}\\) )?${name}($|[^A-Za-z0-9_-])`;
  return {
    anywhere: anyThing([named]),
    built: { expression: `${quoted}|${made}`, words: false, anyCase: true, where: PRODUCT },
    byParts: true,
  };
}
