/** Which files of the product are there, told by the commits in the order of time: what has a file of its name is not gone. */
import type { Evidence } from '#core/evidence.ts';
import { flagIn, textsIn } from './fields.ts';

/** Texts, tests, what is built from the files, and settings of the makers' own machines show nothing of the product. */
const ASIDE =
  /(?:^|\/)(?:\.[^/]+|docs?|website|changelogs?|examples?|tests?|__tests__|specs?|(?:__)?fixtures?(?:__)?|testdata|snapshots|node_modules|vendor|build|dist|bundles?|out|_site)(?:\/|$)|\.(?:md|rst|mdx|markdown|adoc|txt)$/i;
/** Pictures of a thing are not the thing. */
const PICTURE = /(?:^|\/)(?:icons?|images?|img|logos?|badges?|fonts?|svgs?)\/|\.(?:svg|png|jpe?g|gif|ico|webp)$/i;
const [ADDED, DELETED] = ['A'.charCodeAt(0), 'D'.charCodeAt(0)];

export class LivePaths {
  /** In small letters. */
  readonly #live = new Set<string>();

  change({ type, data }: Evidence): void {
    if (type !== 'commit' || !flagIn(data, 'on')) return;
    for (const entry of textsIn(data, 'paths') ?? []) {
      const status = entry.charCodeAt(0);
      // What is changed stays where it is.
      if (status !== ADDED && status !== DELETED) continue;
      const path = entry.slice(2).toLowerCase();
      if (status === DELETED) this.#live.delete(path);
      else if (!ASIDE.test(path) && !PICTURE.test(path)) this.#live.add(path);
    }
  }

  /** Whether a file's path has all of these words. */
  has(words: ReadonlySet<string>): boolean {
    const all = [...words];
    return this.#live.values().some((path) => all.every((word) => path.includes(word)));
  }
}
