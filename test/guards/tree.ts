/** The project's own files, as the guards look at them: what git tracks or would track, without generated folders. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let listed: readonly string[] | null = null;

/** Paths from the root, sorted; optionally only those that match. */
export function files(match: RegExp = /./): readonly string[] {
  listed ??= execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(ROOT, path)))
    .sort();
  return listed.filter((path) => match.test(path));
}

export function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Code that people write: not the registries, which `npm run gen` writes. */
export function codeFiles(): readonly string[] {
  return files(/^(src|scripts|test|bench|bin|web)\/.*\.(tsx?|js|mjs)$/).filter(
    (path) => !/^src\/\w+\/registry\.ts$/.test(path),
  );
}

/** The names of the folders directly under `folder` that hold at least one file. */
export function foldersIn(folder: string): readonly string[] {
  const names = files(new RegExp(`^${folder}/[^/]+/`)).map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
  return [...new Set(names)];
}
