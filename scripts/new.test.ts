/** A unit that `npm run new` wrote compiles, passes its own tests and is found by the generators, in a copy of the house. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = ['--disable-warning=ExperimentalWarning'];
const COPIED = [
  'docs/guide/importing.md',
  'src',
  'scripts',
  'test',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
  '.gitignore',
];

let copy = '';

function script(name: string, ...words: string[]) {
  return spawnSync(process.execPath, [...SOURCE, join('scripts', name), ...words], { cwd: copy, encoding: 'utf8' });
}

function tool(name: string, ...words: string[]) {
  return spawnSync(join(copy, 'node_modules', '.bin', name), words, { cwd: copy, encoding: 'utf8' });
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'bifocal-new-'));
  for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('git', ['init', '-q'], { cwd: copy });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** It starts a compiler, a formatter and a test runner, one after the other. */
const SLOW = 180_000;

test('a new audit and a new source compile, are laid out, pass their tests and are registered', {
  timeout: SLOW,
}, () => {
  expect(script('new.ts', 'audit', 'brand-new-figure').status).toBe(0);
  expect(script('new.ts', 'source', 'brand-new-notes').status).toBe(0);
  const folders = ['src/audits/brand-new-figure', 'src/sources/brand-new-notes'];

  const generated = script('gen.ts');
  expect(generated.stderr).toBe('');
  expect(readFileSync(join(copy, 'src/audits/registry.ts'), 'utf8')).toContain('brandNewFigure,');
  expect(readFileSync(join(copy, 'src/sources/registry.ts'), 'utf8')).toContain("'brand-new-notes': async");
  expect(readFileSync(join(copy, 'docs/reference/audits/brand-new-figure.md'), 'utf8')).toContain(
    '## What it declares',
  );

  const mine = tool('tsc', '--noEmit', '-p', '.')
    .stdout.split('\n')
    .filter((line) => line.includes('brand-new'));
  expect(mine).toEqual([]);
  const laidOut = tool('biome', 'check', '--error-on-warnings', ...folders);
  expect(laidOut.status, laidOut.stderr).toBe(0);
  const tested = tool('vitest', 'run', ...folders);
  expect(tested.status, tested.stdout).toBe(0);
  expect(tested.stdout).toMatch(/Tests [^|]*passed/);
});

test('an id that is taken or badly formed is refused with a sentence', () => {
  expect(script('new.ts', 'audit', 'release-cadence').stderr).toContain('already');
  for (const id of ['Release', '../release', 'a'.repeat(41)]) {
    expect(script('new.ts', 'audit', id)).toMatchObject({ status: 2, stdout: '' });
  }
  expect(script('new.ts', 'lens', 'release').stderr).toContain('Usage');
});
