/** robots.txt as RFC 9309 has it: groups, the longest rule, wildcards, and a file that is none. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { isAllowed, rulesFor } from './robots.ts';

const allowed = (text: string, path: string) => isAllowed(rulesFor(text), `https://a.example${path}`);

test('the group that names us comes before the one for everybody', () => {
  const text = 'User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Bifocal\nDisallow: /inner\n';
  expect(allowed(text, '/')).toBe(true);
  expect(allowed(text, '/inner/x')).toBe(false);
  expect(allowed('User-agent: other\nDisallow: /\n', '/')).toBe(true);
  expect(allowed('User-agent: *\nDisallow:\n', '/')).toBe(true);
});

test('the longest rule decides, and of two as long the one that allows', () => {
  const text = 'user-agent: *\ndisallow: /a\nallow: /a/b # here\ndisallow: /p\nallow: /p\n';
  expect([allowed(text, '/a/c'), allowed(text, '/a/b/c'), allowed(text, '/p')]).toEqual([false, true, true]);
});

test('stars and ends are understood, and many stars cost no time', () => {
  const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/draft/\n';
  expect([allowed(text, '/x.pdf'), allowed(text, '/x.pdf?a'), allowed(text, '/2/draft/1')]).toEqual([
    false,
    true,
    false,
  ]);
  const before = processorTime();
  expect(allowed(`User-agent: *\nDisallow: /${'*a'.repeat(900)}b\n`, `/${'a'.repeat(5_000)}`)).toBe(true);
  expect(processorTime() - before).toBeLessThan(200);
});

test('a page in place of a file forbids nothing', () => {
  expect(allowed('<!doctype html><p>Not found</p>', '/')).toBe(true);
});
