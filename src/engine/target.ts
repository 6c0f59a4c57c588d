/** From what the user named to a product and its sources. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { fullName, parseFullName, repositoryOfRemote } from '#sources/github/repository.ts';
import { isGithubFile } from '#sources/github/saved.ts';
import { findRepository } from './git-folder.ts';
import { githubSource } from './github-access.ts';
import { liveTarget } from './live-addresses.ts';

/** One source of a product: which folder of src/sources, and its options. */
export interface SourceWanted {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where it is known from an earlier run. */
  readonly origin?: string;
}

export interface Target {
  /** What the user wrote, for messages. */
  readonly named: string;
  /** A first name; the source may know a better one. */
  readonly name: string;
  readonly sources: readonly SourceWanted[];
  /** What its own bifocal.json says of it. */
  readonly told?: { readonly kind?: string; readonly customers?: string };
  /** The product that its evidence belongs to, by name; without it, the product of its first source. */
  readonly product?: string | undefined;
  /** Where the product is known already. */
  readonly productId?: string | undefined;
}

/** Options that `bifocal.json` may hold; found upwards from the working directory. */
interface ProductFile {
  readonly product?: string;
  /** `drink`, `shop` … and what its customers are called. */
  readonly kind?: string;
  readonly customers?: string;
  readonly sources?: readonly SourceWanted[];
}

/** By its last part: any other address is a page of a site. */
const CHANGELOG_ADDRESS =
  /\/(?:changelog|changes|history|news|release[-_]?notes|releases)(?:\.(?:md|markdown|rst|txt|adoc))?(?:[?#].*)?$|\.(?:md|markdown|rst)(?:[?#].*)?$/i;

/** Rejects with TARGET_NOT_FOUND, TARGET_UNREADABLE or NOTHING_TO_READ. */
export async function resolveTarget(
  named: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Target> {
  if (named.startsWith('npm:')) {
    const name = named.slice('npm:'.length);
    return { named, name, sources: [{ kind: 'npm', options: { name } }] };
  }
  const repository = repositoryNamed(named);
  if (repository !== null) {
    return { named, name: repository.name, sources: [githubSource(fullName(repository), env)] };
  }
  const live = liveTarget(named, env);
  if (live !== null) return { named, name: live.name, sources: [live.source] };
  if (/^https?:\/\//.test(named)) {
    const kind = CHANGELOG_ADDRESS.test(named) ? 'changelog' : 'page';
    return { named, name: hostOf(named), sources: [{ kind, options: { url: named } }] };
  }
  const path = resolve(cwd, named);
  if (!existsSync(path)) throw new BifocalError('TARGET_NOT_FOUND', { target: named });
  await readable(path, named);
  return statSync(path).isDirectory() ? folder(path, named) : file(path, named);
}

/** Several targets are the sources of one product, named after the first; saved files of threads are read together. */
export function joinTargets([first, ...others]: readonly [Target, ...Target[]]): Target {
  const sources = [first, ...others].flatMap((target) => target.sources);
  const files = sources.flatMap(({ kind, options }) => (kind === 'github' ? ((options.files as string[]) ?? []) : []));
  const saved = sources.findIndex(({ kind, options }) => kind === 'github' && options.files !== undefined);
  const joined = sources.flatMap((source, at) => {
    if (source.kind !== 'github' || source.options.files === undefined) return source;
    return at === saved ? { ...source, options: { ...source.options, files } } : [];
  });
  return { ...first, sources: joined };
}

/** `github:owner/name`, or the address of a repository's own page. Rejects with USAGE where the name is none. */
function repositoryNamed(named: string) {
  if (named.startsWith('github:')) {
    const repository = parseFullName(named.slice('github:'.length));
    if (repository !== null) return repository;
    throw new BifocalError('USAGE', { cause: `\`${named}\` is not github:<owner>/<name>.`, command: 'reflect' });
  }
  return /^https?:/.test(named) ? repositoryOfRemote(named.replace(/\/(?:issues|pulls|releases)\/?$/, '')) : null;
}

async function folder(path: string, named: string): Promise<Target> {
  if (holdsEvidence(path)) return { named, name: basename(path), sources: [{ kind: 'evidence', options: { path } }] };
  const described = productFile(path);
  if (described?.sources?.length) {
    const { product, kind, customers, sources, folder } = described;
    const told = { ...(kind !== undefined && { kind }), ...(customers !== undefined && { customers }) };
    return { named, name: product ?? basename(path), product, sources: placed(sources, folder), told };
  }
  const repository = findRepository(path);
  if (repository !== null) {
    const root = repository.workTree ?? repository.gitFolder;
    const name = described?.product ?? basename(root).replace(/\.git$/, '');
    const options = { path: root };
    return {
      named,
      name,
      product: described?.product,
      sources: [
        { kind: 'git', options },
        { kind: 'changelog', options },
      ],
    };
  }
  throw new BifocalError('NOTHING_TO_READ', { target: named });
}

async function file(path: string, named: string): Promise<Target> {
  if (await isGithubFile(path)) {
    return { named, name: basename(dirname(path)), sources: [{ kind: 'github', options: { files: [path] } }] };
  }
  if (/\.x?html?$/i.test(path)) {
    return { named, name: basename(dirname(path)), sources: [{ kind: 'page', options: { path } }] };
  }
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
export function productFile(path: string): (ProductFile & { readonly folder: string }) | null {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = join(folder, 'bifocal.json');
    if (existsSync(found)) return { ...parseProductFile(found), folder };
    if (dirname(folder) === folder) return null;
  }
}

/** Files are named from where bifocal.json lies. */
function placed(sources: readonly SourceWanted[], folder: string): SourceWanted[] {
  const from = (path: unknown) => (typeof path === 'string' ? resolve(folder, path) : path);
  return sources.map((source) => {
    if (source.kind !== 'github') {
      const { path } = source.options;
      return path === undefined ? source : { ...source, options: { ...source.options, path: from(path) } };
    }
    const { file, files, ...rest } = source.options;
    const named = [...(file === undefined ? [] : [file]), ...(Array.isArray(files) ? files : [])];
    return named.length === 0 ? source : { ...source, options: { ...rest, files: named.map(from) } };
  });
}

function parseProductFile(found: string): ProductFile {
  try {
    const file = JSON.parse(readFileSync(found, 'utf8')) as ProductFile;
    if (file.product === undefined || (typeof file.product === 'string' && file.product.trim() !== '')) return file;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: found, format: 'JSON', cause: why }, cause);
  }
  const cause = '`product` is no name';
  throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: found, format: 'a product file', cause });
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
