/** How tag names are read, one by one: every scheme that was met, and names that no scheme has. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { readTagName } from './tags-version.ts';

/** `line version` with `pre` behind where it is none of the final ones; or what else the name is. */
function told(name: string): string {
  const read = readTagName(name);
  if (read.reads !== 'version') return read.reads;
  return `${read.line} ${read.version}${read.pre ? ' pre' : ''}`.trim();
}

test.each([
  ['v1.2.3', '1.2.3'],
  ['1.2', '1.2'],
  ['v5', '5'],
  ['r150', '150'],
  ['release-1.2.3', '1.2.3'],
  ['Version 1.2', '1.2'],
  ['stable-3.26.0', '3.26.0'],
  ['REL_1_2_3', '1.2.3'],
  ['release/2024.10', '2024.10'],
  ['2024-10-01', '2024.10.01'],
  ['20240101', '20240101'],
  ['1.2.3+45', '1.2.3+45'],
  ['1.2.3-1', '1.2.3-1'],
  ['5.4.0.Final', '5.4.0.Final'],
  ['v1.9.3-p194', '1.9.3-p194'],
  ['31.1-jre', '31.1-jre'],
  ['1.0.post1', '1.0.post1'],
  ['v0.33.0-2023-07-30', '0.33.0-2023-07-30'],
])('%s is the final version %s', (name, version) => {
  expect(told(name)).toBe(version);
});

test.each([
  ['v2.0.0-rc.1', '2.0.0-rc.1'],
  ['1.0a14', '1.0a14'],
  ['1.0rc1', '1.0rc1'],
  ['0.7.0-beta', '0.7.0-beta'],
  ['v3.0.0.beta1.1', '3.0.0.beta1.1'],
  ['v2.0.0_PR', '2.0.0-PR'],
  ['0.0.3_beta.1', '0.0.3-beta.1'],
  ['5.0-M2', '5.0-M2'],
  ['1.0.dev3', '1.0.dev3'],
  ['v1.6.0-0', '1.6.0-0'],
  ['v1.0.0-codename', '1.0.0-codename'],
  ['nightly-2024-01-01', '2024.01.01-nightly'],
  ['beta-1.2.3', '1.2.3-beta'],
])('%s is the pre-release %s', (name, version) => {
  expect(told(name)).toBe(`${version} pre`);
});

test.each([
  ['pkg@1.2.3', 'pkg 1.2.3'],
  ['@scope/pkg@1.2.3', '@scope/pkg 1.2.3'],
  ['create-vite@5.0.0', 'create-vite 5.0.0'],
  ['plugin-react-4.0.0', 'plugin-react 4.0.0'],
  ['plugin-react@4.0.0-beta.1', 'plugin-react 4.0.0-beta.1 pre'],
  ['packages/foo/v1.2.3', 'packages/foo 1.2.3'],
  ['rel/log4j-2.17.1', 'log4j 2.17.1'],
  ['python3-v1.2', 'python3 1.2'],
  ['go1.21.3', 'go 1.21.3'],
  ['OpenSSL_1_1_1w', 'OpenSSL 1.1.1w'],
  ['ios/1.2.3', 'ios 1.2.3'],
])('%s names its product line: %s', (name, line) => {
  expect(told(name)).toBe(line);
});

test.each([
  'latest',
  'nightly',
  'stable',
  'deploy-20240101',
  'prod/2024-01-01',
  'v1.2.3-4-gabcdef0',
  'step-3',
  'backup-1.0',
])('%s is a marker and no release', (name) => {
  expect(told(name)).toBe('marker');
});

test.each(['phoenix', '--help', '3.2.x', 'sprint-12', '123456789', '', '.', 'v', '“1.4.0-rc3”'])(
  'no version is read from %j, and it is not taken for a marker',
  (name) => {
    expect(told(name)).toBe('nothing');
  },
);

test('any name is read without a throw, and a version read from it holds its numbers', () => {
  const piece = fc.constantFrom(
    'v',
    'release',
    'rc',
    'pkg',
    '-',
    '_',
    '.',
    '/',
    '@',
    '+',
    '~',
    '1',
    '20',
    '2024',
    'x',
    'a',
  );
  const name = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(name, (given) => {
      const read = readTagName(given);
      if (read.reads !== 'version') return;
      expect(read.numbers.length).toBeGreaterThan(0);
      expect(read.version).toMatch(/^\d/);
      expect(read.version).not.toMatch(/[\s_~]/);
    }),
    { numRuns: 500 },
  );
});

test('a version is read back from every usual way of writing it', () => {
  const numbers = fc.array(fc.nat(999), { minLength: 2, maxLength: 4 }).map((all) => all.join('.'));
  const prefix = fc.constantFrom(
    '',
    'v',
    'V',
    'v.',
    'release-',
    'rel/',
    'release/v',
    'version-',
    'stable-',
    'pkg@',
    'pkg-v',
    'a-b/',
  );
  fc.assert(
    fc.property(prefix, numbers, fc.constantFrom('', '-rc.1', 'rc2', '.beta3', '-alpha'), (before, version, behind) => {
      const read = readTagName(before + version + behind);
      expect(read).toMatchObject({ reads: 'version', version: version + behind, pre: behind !== '' });
    }),
  );
});

test.each(['1', '1.', '-1', 'v', 'a1-', '_1', '1-', 'v1.2.3-rc', 'ab/'])(
  'a name of 100 kB made of %j takes no time',
  (piece) => {
    const name = piece.repeat(100_000 / piece.length);
    const before = processorTime();
    readTagName(name);
    readTagName(name.slice(0, 200));
    expect(processorTime() - before).toBeLessThan(50);
  },
);
