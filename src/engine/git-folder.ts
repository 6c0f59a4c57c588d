/** Finds the repository that a folder lies in, without asking git, and says in our words why it cannot. */
import { closeSync, opendirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';

/** Where a repository lies: its git folder, and the top of its work tree; null for a bare one. */
export interface RepositoryPlace {
  readonly gitFolder: string;
  readonly workTree: string | null;
}

/**
 * The repository of a work tree, a linked work tree, a submodule, a bare folder, or any folder inside one; null when
 * there is none. Found by hand and named to git outright, because git refuses to discover a repository that another
 * user owns; it only reads here, and every setting of the repository that could run a program is overruled.
 */
export function findRepository(target: string): RepositoryPlace | null {
  const start = resolve(target);
  refuseUnreadable(start, target);
  for (let folder = start; ; folder = dirname(folder)) {
    const inside = join(folder, '.git');
    if (isGitFile(inside) || isBare(inside)) return { gitFolder: inside, workTree: folder };
    if (isBare(folder)) return { gitFolder: folder, workTree: null };
    if (folder === dirname(folder)) return null;
  }
}

function refuseUnreadable(folder: string, target: string): void {
  try {
    opendirSync(folder).closeSync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new BifocalError('TARGET_NOT_FOUND', { target }, error);
    throw new BifocalError('TARGET_UNREADABLE', { target, cause: CAUSES[code] ?? code }, error);
  }
}

const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'it is not a folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** A work tree whose repository lies elsewhere holds a file that says where; git follows it. */
function isGitFile(path: string): boolean {
  if (kindOf(path) !== 'file') return false;
  const start = Buffer.alloc(8);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'gitdir: ';
}

/** The three things by which git itself knows one of its folders; `HEAD` may be a dangling link there. */
function isBare(folder: string): boolean {
  return (
    kindOf(join(folder, 'objects')) === 'folder' &&
    kindOf(join(folder, 'refs')) === 'folder' &&
    kindOf(join(folder, 'HEAD')) === 'file'
  );
}

function kindOf(path: string): 'file' | 'folder' | null {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : null;
  } catch {
    return null;
  }
}
