/** The tree of the commit read: its files, and the file behind a root README that is a symbolic link. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { readTexts } from './documents-objects.ts';
import { readmeRank } from './documents-paths.ts';

export const SYMLINK = '120000';
export const SUBMODULE = '160000';

export interface TreeEntry {
  readonly mode: string;
  readonly oid: string;
  /** Bytes; null for a submodule and for a file that is not in the clone. */
  readonly size: number | null;
  readonly path: string;
}

export async function readTree(git: Git, head: string): Promise<TreeEntry[]> {
  const listing = ['ls-tree', '-r', '-z', '--full-tree'];
  const sized = await git.text([...listing, '-l', head]).catch((error: unknown) => {
    // Where a file is absent, git may not even give the sizes of the others.
    if (error instanceof BifocalError && error.code === 'GIT_FAILED') return git.text([...listing, head]);
    throw error;
  });
  const entries: TreeEntry[] = [];
  for (const line of sized.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const [mode = '', , oid = '', size = ''] = line.slice(0, tab).split(/ +/);
    entries.push({ mode, oid, size: /^\d+$/.test(size) ? Number(size) : null, path: line.slice(tab + 1) });
  }
  return entries;
}

/** Where the root README leads when it is a link, as monorepos have it (`README.md` → `packages/x/README.md`). */
export async function readReadmeTarget(git: Git, tree: readonly TreeEntry[]): Promise<string | null> {
  const link = tree.find(({ mode, path }) => mode === SYMLINK && readmeRank(path) !== null);
  if (link === undefined) return null;
  const [read] = await readTexts(git, [link.oid]);
  const target = read?.text?.replace(/^\.\//, '') ?? '';
  return tree.some(({ path }) => path === target) ? target : null;
}
