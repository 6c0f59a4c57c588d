/** Finds what a relative link or a path in a document stands for in a tree, by the rules of hosts and of site builders. */
import { SUBMODULE, SYMLINK, type TreeEntry } from './documents-tree.ts';

/** Pages are linked without their extension, with the built one, or by their folder. */
const PAGE_ENDS = [
  '.md',
  '.mdx',
  '.rst',
  '.adoc',
  '.markdown',
  '.txt',
  '.vue',
  '.html',
  '/index.md',
  '/index.mdx',
  '/README.md',
  '/index.rst',
  '/index.html',
];

export class Paths {
  readonly #known = new Set<string>();
  readonly #lower = new Set<string>();
  readonly #opaque: string[] = [];
  /** Files and folders by their last part. */
  readonly #byName = new Map<string, string[]>();

  constructor(tree: readonly TreeEntry[]) {
    for (const { mode, path } of tree) {
      if (mode === SYMLINK || mode === SUBMODULE) this.#opaque.push(`${path}/`);
      this.#add(path);
      for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
        const folder = path.slice(0, cut);
        if (this.#known.has(folder)) break;
        this.#add(folder);
      }
    }
  }

  #add(path: string): void {
    this.#known.add(path);
    this.#lower.add(path.toLowerCase());
    const name = path.slice(path.lastIndexOf('/') + 1);
    const same = this.#byName.get(name);
    if (same === undefined) this.#byName.set(name, [path]);
    else same.push(path);
  }

  /** True for a file or folder, and for anything behind a symbolic link or in a submodule: nobody can tell there. */
  has(path: string): boolean {
    return this.#known.has(path) || this.#opaque.some((folder) => path.startsWith(folder));
  }

  /** The same path but for upper and lower case, which some machines do not tell apart. */
  hasInOtherCase(path: string): boolean {
    return this.#lower.has(path.toLowerCase());
  }

  /** True when a file or folder further down ends with this path, as texts shorten paths. */
  hasEnding(path: string): boolean {
    return this.named(path).some((known) => known.endsWith(`/${path}`));
  }

  /** Files and folders of the same name anywhere. */
  named(path: string): readonly string[] {
    return this.#byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? [];
  }
}

/** Every path that a relative link of a document may mean; none when it leaves the repository. */
export function pathsOfLink(doc: string, target: string): string[] {
  // An address of the own repository: a host takes it as it is.
  if (target.startsWith('/')) return [target.slice(1)];
  const folder = doc.slice(0, doc.lastIndexOf('/') + 1);
  // Site builders serve a page as a folder, so that `../x` beside `guide.md` is written `../x` or `x`.
  const asFolder = doc.replace(/\.\w+$/, '/');
  const plain = [folder, ...(folder === '' ? [] : [asFolder])]
    .map((base) => joined(base, target))
    .filter((path) => path !== null);
  return [...new Set(plain.flatMap((path) => ends(path)))];
}

/** Every path that a code span may mean: from the root, or beside the document. */
export function pathsOfSpan(doc: string, name: string): string[] {
  const folder = doc.slice(0, doc.lastIndexOf('/') + 1);
  const bare = name.replace(/\/$/, '');
  return [...new Set([bare, `${folder}${bare}`])];
}

function ends(path: string): string[] {
  const bare = path.replace(/\/$/, '');
  if (bare === '') return [];
  const built = /^(.*)\.html?$/.exec(bare)?.[1];
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const bases = built === undefined ? (/\.[a-z]{2,5}$/i.test(last) ? [] : [bare]) : [built];
  return [bare, ...bases.flatMap((base) => PAGE_ENDS.map((end) => `${base}${end}`))];
}

function joined(base: string, target: string): string | null {
  const parts = base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/') + (target.endsWith('/') ? '/' : '');
}
