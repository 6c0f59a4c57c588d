/** Files that tools write to pin what is installed: neither making nor telling, and half of the time that diffs take. */

const NAMES = new Set(
  [
    'package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock',
    'Gemfile.lock Cargo.lock poetry.lock uv.lock pdm.lock Pipfile.lock composer.lock mix.lock pubspec.lock',
    'go.sum flake.lock Podfile.lock Package.resolved packages.lock.json gradle.lockfile',
  ].flatMap((line) => line.split(' ')),
);

/**
 * What git is told not to compare: those at the top, where the large ones lie. Told as plain paths, because git tries
 * every pattern on every file: 56 of them made the log of vite three times as slow.
 */
export const NO_LOCKFILES: readonly string[] = [':(top)', ...[...NAMES].map((name) => `:(top,exclude,literal)${name}`)];

export function isLockfile(path: string): boolean {
  return NAMES.has(path.slice(path.lastIndexOf('/') + 1));
}
