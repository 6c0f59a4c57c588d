/** From what the user named to a product and its sources. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { openGit } from './git.ts';

/** One source of a product: which folder of src/sources, and its options. */
export interface SourceWanted {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Target {
  /** What the user wrote, for messages. */
  readonly named: string;
  /** A first name; the source may know a better one. */
  readonly name: string;
  readonly sources: readonly SourceWanted[];
}

/** Options that `bifocal.json` may hold; found upwards from the working directory. */
interface ProductFile {
  readonly product?: string;
  readonly sources?: readonly SourceWanted[];
}

/** Rejects with TARGET_NOT_FOUND, TARGET_UNREADABLE or NOTHING_TO_READ. */
export async function resolveTarget(named: string, cwd: string): Promise<Target> {
  if (named.startsWith('npm:')) {
    const name = named.slice('npm:'.length);
    return { named, name, sources: [{ kind: 'npm', options: { name } }] };
  }
  if (/^https?:\/\//.test(named))
    return { named, name: hostOf(named), sources: [{ kind: 'changelog', options: { url: named } }] };
  const path = resolve(cwd, named);
  if (!existsSync(path)) throw new BifocalError('TARGET_NOT_FOUND', { target: named });
  await readable(path, named);
  return statSync(path).isDirectory() ? folder(path, named) : file(path, named);
}

async function folder(path: string, named: string): Promise<Target> {
  if (holdsEvidence(path)) return { named, name: basename(path), sources: [{ kind: 'evidence', options: { path } }] };
  const described = productFile(path);
  if (described?.sources?.length) {
    return { named, name: described.product ?? basename(path), sources: described.sources };
  }
  const root = await gitRoot(path, named);
  if (root !== null) {
    const name = described?.product ?? basename(root).replace(/\.git$/, '');
    const options = { path: root };
    return {
      named,
      name,
      sources: [
        { kind: 'git', options },
        { kind: 'changelog', options },
      ],
    };
  }
  throw new BifocalError('NOTHING_TO_READ', { target: named });
}

function file(path: string, named: string): Target {
  if (!/\.(md|markdown|rst|txt)$|^(CHANGES|NEWS|HISTORY|CHANGELOG)$/i.test(basename(path))) {
    throw new BifocalError('NOTHING_TO_READ', { target: named });
  }
  return { named, name: basename(dirname(path)), sources: [{ kind: 'changelog', options: { path } }] };
}

function holdsEvidence(path: string): boolean {
  const manifest = join(path, 'manifest.json');
  if (!existsSync(manifest)) return false;
  try {
    const { format } = JSON.parse(readFileSync(manifest, 'utf8')) as { format?: unknown };
    return typeof format === 'string' && format.startsWith('bifocal.evidence/');
  } catch {
    return false;
  }
}

/** The nearest bifocal.json at or above a folder; null where none is. */
function productFile(path: string): ProductFile | null {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = join(folder, 'bifocal.json');
    if (existsSync(found)) return parseProductFile(found);
    if (dirname(folder) === folder) return null;
  }
}

function parseProductFile(found: string): ProductFile {
  try {
    return JSON.parse(readFileSync(found, 'utf8')) as ProductFile;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: found, format: 'JSON', cause: why }, cause);
  }
}

/** The git folder to read: the work tree's top, or the bare folder; null when it is no repository. */
async function gitRoot(path: string, named: string): Promise<string | null> {
  const git = openGit(path);
  try {
    const bare = (await git.text(['rev-parse', '--is-bare-repository'])).trim() === 'true';
    return (await git.text(['rev-parse', bare ? '--absolute-git-dir' : '--show-toplevel'])).trim();
  } catch (error) {
    if (error instanceof BifocalError && error.code === 'GIT_MISSING') {
      if (existsSync(join(path, '.git')) || existsSync(join(path, 'HEAD'))) {
        throw new BifocalError('GIT_MISSING', { target: named }, error);
      }
    }
    return null;
  }
}

async function readable(path: string, named: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
    if (statSync(path).isDirectory()) await access(path, constants.X_OK);
  } catch (cause) {
    throw new BifocalError('TARGET_UNREADABLE', { target: named, cause: 'permission denied' }, cause);
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch (cause) {
    throw new BifocalError('TARGET_NOT_FOUND', { target: url }, cause);
  }
}
