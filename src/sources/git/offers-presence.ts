/** Which names that documents offer are nowhere in the tree: one that might be there in another spelling counts as there. */
import type { Git } from '#core/source.ts';
import { isReadme } from './documents-paths.ts';
import type { Named } from './offers-extract.ts';
import { foundIn, readFlags } from './offers-grep.ts';
import type { OwnCommands } from './offers-manifests.ts';
import { type Paths, pathsOfLink, pathsOfSpan } from './offers-paths.ts';
import { anyOf, type Sought, scriptName, soughtOf, spellingsOf } from './offers-spellings.ts';

/** A project whose documents show this many flags, most of them written out in its files, writes all of them out. */
const CONVENTION_FLAGS = 5;
const CONVENTION_SHARE = 0.8;
/** Spellings looked for at once: an argument may have 128 kB on Linux, and 32 kB in all on Windows. */
const PORTION = 500;

export interface Absent {
  readonly named: Named;
  /** For files and links: every path that the name may mean; none for others. */
  readonly paths: readonly string[];
  /** For flags and commands: how to look for it. */
  readonly sought: Sought | null;
}

/** Takes the names of all documents; gives those that are not there at `head`, in the same order. */
export async function absentOf(
  git: Git,
  head: string,
  all: readonly Named[],
  own: OwnCommands,
  paths: Paths,
): Promise<Absent[]> {
  const flags = all.filter(({ kind }) => kind === 'flag');
  const written = flags.length === 0 ? new Set<string>() : await readFlags(git, head);
  const writtenOut = writesFlagsOut(flags, written);
  const unsure = all.filter(
    (named) =>
      (named.kind === 'flag' && !written.has(named.name)) ||
      named.kind === 'value' ||
      (named.kind === 'command' && scriptName(named) === null),
  );
  const spellings = new Set(unsure.flatMap((named) => spellingsOf(named, writtenOut)));
  const there = await spelledIn(git, head, [...spellings]);
  return all.flatMap((named): Absent[] => {
    if (named.kind === 'file' || named.kind === 'link') return absentPath(named, paths);
    const script = scriptName(named);
    if (script === null && own.served) return [];
    if (script !== null ? own.scripts.has(script) : written.has(named.name)) return [];
    if (script === null && spellingsOf(named, writtenOut).some((spelling) => there.has(spelling))) return [];
    return [{ named, paths: [], sought: soughtOf(named, writtenOut) }];
  });
}

/** In portions that fit into one argument of a program on every system. */
async function spelledIn(git: Git, head: string, spellings: readonly string[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (let at = 0; at < spellings.length; at += PORTION)
    for (const spelling of await foundIn(git, head, anyOf(spellings.slice(at, at + PORTION)))) there.add(spelling);
  return there;
}

function writesFlagsOut(flags: readonly Named[], written: ReadonlySet<string>): boolean {
  // Those every parser has of itself are written nowhere.
  const own = flags.filter(({ alone, name }) => !alone && name !== '--help' && name !== '--version');
  const shown = new Set(own.map(({ name }) => name));
  const out = [...shown].filter((name) => written.has(name)).length;
  return out >= CONVENTION_FLAGS && out >= CONVENTION_SHARE * shown.size;
}

function absentPath(named: Named, paths: Paths): Absent[] {
  const meant = named.kind === 'link' ? pathsOfLink(named.doc, named.name) : pathsOfSpan(named.doc, named.name);
  if (meant.length === 0 || meant.some((path) => paths.has(path) || paths.hasInOtherCase(path))) return [];
  // Texts shorten paths, and sites serve images from a folder of their own; a README's links are taken as they are.
  const short = named.name.replace(/^(?:\.{1,2}\/)+|\/$/g, '');
  if (short.includes('/') && !(named.kind === 'link' && isReadme(named.doc)) && paths.hasEnding(short)) return [];
  return [{ named, paths: meant, sought: null }];
}
