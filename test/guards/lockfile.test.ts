/** The lockfile belongs to package.json: what an install takes is what was meant, at exactly one version. */
import { expect, test } from 'vitest';
import { text } from './tree.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(text('package.json')) as Manifest;

test('package-lock.json names what package.json names', () => {
  const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, Manifest> };
  expect(packages['']?.dependencies).toEqual(manifest.dependencies);
  expect(packages['']?.devDependencies).toEqual(manifest.devDependencies);
});

test('every dependency is pinned to one version', () => {
  const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([]);
});
