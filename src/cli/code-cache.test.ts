/** Compiled code lies where the platform keeps a user's caches, and nowhere that others may write to. */
import { expect, test } from 'vitest';
import { codeCacheFolder } from './code-cache.ts';

test('each platform keeps it where its caches lie', () => {
  expect(codeCacheFolder({ HOME: '/of/ada' }, 'linux')).toBe('/of/ada/.cache/bifocal');
  expect(codeCacheFolder({ HOME: '/of/ada', XDG_CACHE_HOME: '/caches' }, 'linux')).toBe('/caches/bifocal');
  expect(codeCacheFolder({ HOME: '/of/ada' }, 'darwin')).toBe('/of/ada/Library/Caches/Bifocal');
  expect(codeCacheFolder({ LOCALAPPDATA: 'C:\\Local' }, 'win32')).toBe('C:\\Local\\Bifocal\\code');
});

test('the folder that holds everything holds it too', () => {
  expect(codeCacheFolder({ HOME: '/of/ada', BIFOCAL_HOME: '/all' }, 'linux')).toBe('/all/code');
});

test('a relative cache folder is ignored, and without a home nothing is kept', () => {
  expect(codeCacheFolder({ HOME: '/of/ada', XDG_CACHE_HOME: 'caches' }, 'linux')).toBe('/of/ada/.cache/bifocal');
  expect(codeCacheFolder({}, 'linux')).toBeNull();
});
