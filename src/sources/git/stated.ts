/** What the README states of itself that a file beside it proves wrong: that it needs nothing, what it needs, its licence. Pure. */
import type { DocumentText } from './documents.ts';
import { ASIDE, linesOf } from './offers-lines.ts';
import { dependenciesStated, StatedNeeds } from './stated-dependencies.ts';
import { licenceStated } from './stated-licence.ts';

export interface Stated {
  /** As the README has it: `no dependencies`. */
  readonly says: string;
  readonly file: string;
  /** As the file has it. */
  readonly holds: string;
  /** Whether a text of that file agrees with the README. */
  readonly agrees: (text: string) => boolean;
  /** Wrong only where it was right once: what a file never named may be had otherwise. */
  readonly onceRight: boolean;
}

export interface StatedAt extends Stated {
  readonly doc: string;
  readonly line: number;
  readonly quote: string;
}

/** Texts at the root by their paths, and everything in the tree. */
export interface Beside {
  readonly files: ReadonlyMap<string, string>;
  readonly paths: readonly string[];
}

/** Such a file says how the product may be had and what it needs. */
export const BESIDE =
  /^(?:package\.json|setup\.py|setup\.cfg|pyproject\.toml|requirements\.txt|Cargo\.toml|composer\.json|[\w-]+\.gemspec|(?:UN)?LICEN[CS]E(?:[.-][\w.-]{1,20})?|COPYING(?:\.\w{1,8})?)$/i;
const QUOTE = 300;
/** Within its first letters a page says whose it is. */
const NAMED = 400;

/** In the order of the README. */
export function provenWrong({ path, text }: DocumentText, beside: Beside): StatedAt[] {
  const found = new Map<string, StatedAt>();
  const needs = new StatedNeeds(beside);
  for (const { line, text: whole, as } of linesOf(text, () => false)) {
    const told = needs.take(whole);
    if (as !== 'prose' || ASIDE.test(whole)) continue;
    const said = whole.replace(/!\[[^\]]{0,200}\]\([^)]{0,500}\)/g, ' ').replace(/\]\([^)]{0,500}\)/g, ']');
    for (const one of [
      ...told,
      ...dependenciesStated(said, beside),
      ...licenceStated(said, text.slice(0, NAMED).replace(whole, ''), beside),
    ])
      if (!found.has(one.says)) found.set(one.says, { ...one, doc: path, line, quote: whole.trim().slice(0, QUOTE) });
  }
  return [...found.values()];
}
