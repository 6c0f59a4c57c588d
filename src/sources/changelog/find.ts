/** Which files of a tree are changelogs, by their names and places alone. */
import { BifocalError } from '#core/errors.ts';
import { versionOfFile } from './file-version.ts';

const TEXT = /\.(?:md|mdx|markdown|rst|rest|txt|adoc|asciidoc)$/i;
const ANYWHERE = /^(?:changelog|change[-_]log|changes|release[-_ ]?notes)(?:[-_. ]?v?\d[\w.-]{0,20})?$/i;
/** Names that elsewhere mean other things: a page of news, a history of the company. */
const NEAR_THE_TOP = /^(?:history|news|what[-_ ]?s[-_ ]?new)$/i;
const FOLDER = /^(?:changelogs?|change[-_]?log|release[-_ ]?notes|releases|what[-_ ]?s[-_ ]?new)$/i;
/** Nobody's customers read these. */
const ASIDE =
  /^(?:node_modules|vendor|third[-_]?party|external|deps|tests?|__tests__|specs?|fixtures?|testdata|examples?|samples?|templates?|versioned_docs|archive|\..*)$/i;

/** Paths as git gives them, with `/`. Best first: nearest to the top, then by name. */
export function pickChangelogs(paths: readonly string[]): string[] {
  const picked = paths.filter(isChangelog);
  const own = picked.filter((path) => !/(?:^|\/)debian\/changelog$/.test(path));
  // A packager's changelog repeats the product's own, unless it is the only one.
  return (own.length > 0 ? own : picked).sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

function isChangelog(path: string): boolean {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  if (parts.some((part) => ASIDE.test(part))) return false;
  const bare = file.replace(TEXT, '');
  const readable = TEXT.test(file) || !file.includes('.');
  if (!readable) return false;
  if (ANYWHERE.test(bare)) return true;
  if (NEAR_THE_TOP.test(bare)) return parts.length === 0 || (parts.length === 1 && /^docs?$/i.test(parts[0] ?? ''));
  if (/^releases?$/i.test(bare)) return parts.length === 0;
  if (!TEXT.test(file)) return false;
  const folder = parts.at(-1) ?? '';
  return FOLDER.test(folder)
    ? /^(?:v?\d[\w.+-]{0,40}|version[-_ ]?\d[\w.+-]{0,40}|release[-_ ]?\d[\w.+-]{0,40})$/i.test(bare)
    : versionOfFile(file) !== null && /change[-_ ]?log|release[-_ ]?notes|what[-_ ]?s[-_ ]?new/i.test(bare);
}

const MANIFESTS = [
  ...['package.json', 'Cargo.toml', 'pyproject.toml', 'setup.py', 'pubspec.yaml', 'go.mod', 'pom.xml'],
  ...['composer.json', 'build.gradle', 'build.gradle.kts'],
];

export interface Package {
  /** Its folder, from the top of the tree. */
  readonly folder: string;
  /** Its package.json, where the name stands; null for other kinds, which are called by their folder. */
  readonly manifest: string | null;
}

/** The package inside a larger tree that a changelog belongs to; null where it is the whole product's. */
export function packageOf(path: string, paths: { has(path: string): boolean }): Package | null {
  const parts = path.split('/').slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const folder = parts.join('/');
    const manifest = MANIFESTS.find((name) => paths.has(`${folder}/${name}`));
    const gem = paths.has(`${folder}/${parts.at(-1)}.gemspec`);
    if (manifest || gem) return { folder, manifest: manifest === 'package.json' ? `${folder}/package.json` : null };
  }
  return null;
}

/** The file that is named, or the texts of the folder that is. Rejects with TARGET_NOT_FOUND. */
export function nameFiles(paths: ReadonlyMap<string, unknown>, file: string): string[] {
  const path = file.replace(/^\.\//, '').replace(/\/$/, '');
  if (paths.has(path)) return [path];
  const inside = [...paths.keys()].filter((one) => one.startsWith(`${path}/`) && TEXT.test(one));
  if (inside.length === 0) throw new BifocalError('TARGET_NOT_FOUND', { target: file });
  return inside.sort();
}

function depthOf(path: string): number {
  return path.split('/').length;
}
