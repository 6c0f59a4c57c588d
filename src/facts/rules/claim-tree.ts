/** What the tree says to names in claims: a folder or file of that name went with a change that removes, and nothing of it is left. */
import type { Evidence } from '#core/evidence.ts';
import { flagIn, numberIn, textsIn } from './fields.ts';
import { takesAway } from './removal-words.ts';

export interface GoneFromTree {
  readonly evidence: string;
  readonly at: number;
  readonly name: string;
}

interface Known {
  live: boolean;
  /** Which part of the path is the name itself, from 0; -1 where none is. */
  readonly part: number;
  readonly path: string;
  /** A file that goes beside other work is a part of the code: whoever takes something away says so. */
  gone: (GoneFromTree & { readonly said: boolean }) | null;
}

/** Texts, what is built from the files, and settings of the makers' own machines show nothing of the product. */
const ASIDE =
  /(?:^|\/)(?:\.[^/]+|docs?|website|changelogs?|examples?|(?:__)?fixtures?(?:__)?|testdata|snapshots|node_modules|vendor|build|dist|bundles?|out|_site)(?:\/|$)|\.(?:md|rst|mdx|markdown|adoc|txt)$/i;
/** Pictures of a thing are not the thing. */
const PICTURE = /(?:^|\/)(?:icons?|images?|img|logos?|badges?|fonts?|svgs?)\/|\.(?:svg|png|jpe?g|gif|ico|webp)$/i;
/** Who says so changes the makers' order of files, and takes nothing from customers. */
const REARRANGES =
  /\b(?:refactor\w*|restructur\w*|reorgani[sz]\w*|split\w*|renam\w+|mov(?:e|es|ed|ing)|extract\w*|clean ?up|simplif\w+|consolidat\w+|separat\w+|modules?|migrat\w+|build(?:s|ing)?)\b/i;
/** What tests and databases write around the name of a thing. */
const AROUND = /^(?:tests?[-_.])|(?:[-_.](?:tests?|spec))$/g;
/** A thing of its own stands near the top, and not among the tests. */
const NEAR = 2;
/** A folder of so many files, or a file beside the README, is more than a part of the code. */
const FOLDER = 3;
const TESTS = /(?:^|\/)(?:tests?|__tests__|specs?)(?:\/|$)/i;
/** Of what was deleted under a name, so much went for good, and not to another place. */
const FOR_GOOD = 0.5;

/** Streams commits in the order of time past the names of all claims. */
export class TreeSide {
  readonly #any: RegExp | null;
  readonly #names: readonly string[];
  readonly #paths = new Map<string, Map<string, Known>>();
  /** Files of the product that are there, as they are written in small letters. */
  readonly #live = new Set<string>();
  /** Where not every path was told, nobody can say that the last one went. */
  #whole = true;

  constructor(names: ReadonlySet<string>) {
    this.#names = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    this.#any = names.size === 0 ? null : new RegExp(this.#names.map(escaped).join('|'), 'i');
    for (const name of names) this.#paths.set(name, new Map());
  }

  change({ id, type, at, title, data }: Evidence): void {
    if (type !== 'commit' || !flagIn(data, 'on')) return;
    const paths = textsIn(data, 'paths');
    if ((numberIn(data, 'more') ?? 0) > 0 || flagIn(data, 'shallow')) this.#whole = false;
    if (paths === null) return;
    let arrived: ReadonlySet<string> | null = null;
    for (const path of paths) {
      const status = path.charCodeAt(0);
      // A and D alone: what is changed stays where it is.
      if (status !== 65 && status !== 68) continue;
      const where = path.slice(2);
      if (ASIDE.test(where) || PICTURE.test(where)) continue;
      const lower = where.toLowerCase();
      if (status === 68) this.#live.delete(lower);
      else if (!TESTS.test(lower)) this.#live.add(lower);
      if (!this.#any?.test(path)) continue;
      for (const name of this.#names) {
        if (!lower.includes(name)) continue;
        const all = this.#paths.get(name) as Map<string, Known>;
        if (status === 65) all.set(where, { live: true, part: ownPart(lower, name), path: where, gone: null });
        else {
          arrived ??= new Set(paths.filter((one) => one.startsWith('A ')).map(endOf));
          const one = all.get(where) ?? { live: true, part: ownPart(lower, name), path: where, gone: null };
          one.live = false;
          const moved = arrived.has(endOf(path)) || REARRANGES.test(title ?? '');
          one.gone = moved ? null : { evidence: id, at, name, said: takesAway(title ?? '', name) };
          all.set(where, one);
        }
      }
    }
  }

  /** Whether a file is there whose path has all of these words: then something of that name is left. */
  hasPathOf(words: ReadonlySet<string>): boolean {
    const all = [...words];
    return this.#live.values().some((path) => all.every((word) => path.includes(word)));
  }

  /**
   * The change that took the last of a thing's own files for good; null where something of it is left, or it only moved.
   * Of what may well be there still, a test or a single file deep in the code says nothing.
   */
  goneOf(
    names: ReadonlySet<string>,
    since: number,
    doubtful: (name: string) => boolean = () => false,
  ): GoneFromTree | null {
    if (!this.#whole) return null;
    for (const name of names) {
      const all = [...(this.#paths.get(name)?.values() ?? [])];
      const own = all.filter(({ part }) => part >= 0);
      const near = own.filter(({ part, path }) => part <= NEAR && !TESTS.test(path));
      const whole = near.some(({ path }) => !path.includes('/')) || near.length >= FOLDER;
      if (own.length === 0 || (!whole && doubtful(name)) || all.some(({ live }) => live)) continue;
      const forGood = own.flatMap(({ gone }) => gone ?? []);
      if (forGood.length < FOR_GOOD * own.length) continue;
      const { said, ...last } = forGood.reduce((one, other) => (other.at > one.at ? other : one));
      if (said && last.at > since) return last;
    }
    return null;
  }
}

/** `db/mysql/x.sql`, `Dockerfile`, `test_webassets.py`: which part of the path is the name, -1 where none is. */
function ownPart(path: string, name: string): number {
  return path.split('/').findIndex((part) => {
    const stem = part.replace(/\.[\w.]{1,12}$/, '').replace(AROUND, '');
    return stem === name || stem === `${name}file` || part === name;
  });
}

/** A file that moves keeps its name, and mostly its folder's. */
function endOf(path: string): string {
  return path.slice(2).split('/').slice(-2).join('/').toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&');
}
