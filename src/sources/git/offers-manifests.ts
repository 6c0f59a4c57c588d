/** What manifests say about a project's own commands: the programs it installs and the scripts it defines. */
import type { DocumentText } from './documents.ts';
import type { TreeEntry } from './documents-tree.ts';

/** Read nearest to the root first; a monorepo's own tool stands in its first few dozen manifests. */
const MANIFESTS = 300;
const MANIFEST = /(?:^|\/)(?:package\.json|Cargo\.toml|pyproject\.toml|setup\.cfg|setup\.py|composer\.json)$/;
const NOT_OURS =
  /(?:^|\/)(?:node_modules|vendor|fixtures?|__fixtures__|tests?|__tests__|spec|examples?|playground|templates?|template-[^/]*|demos?)\//i;
/** Folders whose files are programs by custom: Ruby's `exe`, everybody's `bin`, Go's `cmd/<name>`. */
const PROGRAM = /^(?:[^/]+\/)?(?:bin|exe)\/([a-z][\w-]*)$|^cmd\/([a-z][\w-]*)\/main\.go$/;

/** Programs that many projects carry in `bin` without their being the product. */
const EVERYDAY = new Set(
  'setup console test lint build run start dev release server publish bootstrap update deploy bundle bundler rake rspec yarn npm node spring benchmark'.split(
    ' ',
  ),
);

export interface OwnCommands {
  /** Programs that the project installs. */
  readonly programs: ReadonlySet<string>;
  /** Names under `scripts` of any package.json. */
  readonly scripts: ReadonlySet<string>;
  /** A package brings along what the programs can do, as `gulp-cli` does for gulp: what is not here may be there. */
  readonly served: boolean;
}

/** Manifests of the tree that may name own programs, nearest to the root first. */
export function manifestsOf(tree: readonly TreeEntry[]): TreeEntry[] {
  return tree
    .filter(({ path }) => MANIFEST.test(path) && !/(?:^|\/)node_modules\//.test(path))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
    .slice(0, MANIFESTS);
}

export function ownCommands(manifests: readonly DocumentText[], tree: readonly TreeEntry[]): OwnCommands {
  const programs = new Set<string>();
  const scripts = new Set<string>();
  const paths = new Set(tree.map(({ path }) => path));
  for (const { path, text } of manifests) {
    const ours = !NOT_OURS.test(path);
    if (path.endsWith('.json')) {
      const manifest = jsonOf(text);
      for (const name of Object.keys(recordOf(manifest.scripts))) scripts.add(name);
      if (ours) for (const name of namesOfBin(manifest)) programs.add(name);
    } else if (ours) for (const name of namesOfToml(path, text, paths)) programs.add(name);
  }
  for (const path of paths) {
    const found = PROGRAM.exec(path);
    const name = found?.[1] ?? found?.[2];
    if (name !== undefined && !EVERYDAY.has(name)) programs.add(name);
  }
  return { programs, scripts, served: manifests.some(({ text }) => isServed(text, programs)) };
}

function isServed(text: string, programs: ReadonlySet<string>): boolean {
  return [...text.matchAll(/["'](?:@[\w-]{1,40}\/)?([\w-]{2,40})-(?:cli|plugin-[\w-]{2,40})["' <>=~^]/g)].some(
    ([, name = '']) => programs.has(name),
  );
}

function namesOfBin(manifest: Record<string, unknown>): string[] {
  if (typeof manifest.bin === 'string' && typeof manifest.name === 'string')
    return [manifest.name.replace(/^@[^/]*\//, '')];
  if (Array.isArray(manifest.bin)) return manifest.bin.map((path) => String(path).replace(/^.*\//, ''));
  return Object.keys(recordOf(manifest.bin)).map((name) => name.replace(/^@[^/]*\//, ''));
}

/** Tables of Cargo.toml and pyproject.toml that name programs; console_scripts of setup.py and setup.cfg. */
function namesOfToml(path: string, text: string, paths: ReadonlySet<string>): string[] {
  const names: string[] = [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  let table = '';
  for (const line of text.split('\n')) {
    const opened = /^\s{0,4}\[{1,2}([\w.-]+)\]{1,2}/.exec(line);
    if (opened) table = opened[1] ?? '';
    const named = /^\s{0,8}name\s{0,4}=\s{0,4}"([\w-]+)"/.exec(line)?.[1];
    if (named !== undefined && (table === 'bin' || (table === 'package' && paths.has(`${folder}src/main.rs`))))
      names.push(named);
    const script = /^\s{0,8}"?([\w-]+)"?\s{0,4}=/.exec(line)?.[1];
    if (script !== undefined && /^(?:project\.scripts|tool\.poetry\.scripts|tool\.flit\.scripts)$/.test(table))
      names.push(script);
  }
  const entries = /console_scripts\s{0,4}[\]=:][^\]]{0,2000}/.exec(text)?.[0] ?? '';
  for (const entry of entries.matchAll(/([\w-]{1,60})\s{0,4}=\s{0,4}[\w.]{1,200}:\w/g)) names.push(entry[1] ?? '');
  return names;
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    return {};
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
