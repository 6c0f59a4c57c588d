/** Versions read, spelled alike and compared. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, grownPart, isCalendar, readVersion, type Version, versionKey } from './versions.ts';

const read = (text: string) => readVersion(text) as Version;

test('spells one version alike', () => {
  expect(new Set(['1.0', 'v1.0.0', '1.0.0+build.7'].map(versionKey)).size).toBe(1);
  expect(new Set(['2.0.0-rc.1', '2.0.0.rc1', '2.0.0_RC1', '2.0rc1'].map(versionKey)).size).toBe(1);
  expect(new Set(['1.0a2', '1.0.0-alpha.2'].map(versionKey)).size).toBe(1);
  expect(versionKey('1.10')).not.toBe(versionKey('1.1'));
  expect(versionKey('1.0.0-rc.1')).not.toBe(versionKey('1.0.0-beta.1'));
  expect(versionKey('nightly')).toBe('nightly');
});

test('orders versions as their makers do', () => {
  const sorted = ['0.9', '1.0a1', '1.0a10', '1.0b1', '1.0rc1', '1.0', '1.0.1', '1.2', '1.10', '2.0'];
  for (let at = 1; at < sorted.length; at += 1) {
    expect(compareVersions(read(sorted[at - 1] as string), read(sorted[at] as string))).toBeLessThan(0);
  }
});

test('compares any two versions the same both ways', () => {
  const version = fc.tuple(
    fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', 'a', 'b', 'rc'),
    fc.nat(12),
  );
  fc.assert(
    fc.property(version, version, (a, b) => {
      const [one, other] = [a, b].map(([numbers, pre, count]) =>
        read(`${numbers.join('.')}${pre && `${pre}${count}`}`),
      ) as [Version, Version];
      expect(Math.sign(compareVersions(one, other))).toBe(-Math.sign(compareVersions(other, one)) + 0);
    }),
  );
});

test('knows which part grew, and days from numbers', () => {
  expect([
    grownPart(read('1.2.3'), read('2.0.0')),
    grownPart(read('1.2.3'), read('1.3.0')),
    grownPart(read('1.2.3'), read('1.2.4')),
  ]).toEqual([0, 1, 2]);
  expect([grownPart(read('2.0'), read('1.9')), grownPart(read('1.0'), read('1.0.0'))]).toEqual([-1, -1]);
  expect(['2024.1', '20240131', '24.1', '1.0'].map((text) => isCalendar(read(text)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
