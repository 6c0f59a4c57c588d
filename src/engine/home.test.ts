/** Data and key lie where each platform expects them, and the key is made once. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { homeOf, keyOf } from './home.ts';

test('BIFOCAL_HOME holds everything', () => {
  expect(homeOf({ BIFOCAL_HOME: '/kept' }, 'linux')).toEqual({
    database: '/kept/bifocal.db',
    config: '/kept',
    key: '/kept/pseudonym.key',
    models: '/kept/models',
  });
});

test('Linux follows XDG, and ignores a relative XDG path as the specification says', () => {
  const usual = homeOf({ HOME: '/ada' }, 'linux');
  expect(usual.database).toBe('/ada/.local/share/bifocal/bifocal.db');
  expect(usual.key).toBe('/ada/.config/bifocal/pseudonym.key');
  expect(homeOf({ HOME: '/ada', XDG_DATA_HOME: '/big' }, 'linux').database).toBe('/big/bifocal/bifocal.db');
  expect(homeOf({ HOME: '/ada', XDG_DATA_HOME: 'big' }, 'linux').database).toBe(usual.database);
});

test('macOS and Windows keep to their own folders', () => {
  expect(homeOf({ HOME: '/ada' }, 'darwin').database).toBe('/ada/Library/Application Support/Bifocal/bifocal.db');
  expect(homeOf({ USERPROFILE: 'C:\\ada' }, 'win32').database).toBe('C:\\ada\\AppData\\Local\\Bifocal\\bifocal.db');
});

test('the key is made once, for its user alone, and ten at once agree on it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-home-'));
  const home = homeOf({ BIFOCAL_HOME: join(folder, 'deep', 'er') }, 'linux');
  const keys = await Promise.all(Array.from({ length: 10 }, () => keyOf(home)));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(readFileSync(home.key)).toHaveLength(32);
  expect(statSync(home.key).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test('a place that cannot hold a key is told with its remedy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-home-'));
  writeFileSync(join(folder, 'file'), '');
  await expect(keyOf(homeOf({ BIFOCAL_HOME: join(folder, 'file') }, 'linux'))).rejects.toMatchObject({
    code: 'STORE_UNUSABLE',
  });
  rmSync(folder, { recursive: true });
});
