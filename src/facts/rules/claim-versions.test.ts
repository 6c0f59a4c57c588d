/** Shows which versions a change ends, and which claims go on naming one of them. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { EndedVersions } from './claim-versions.ts';

function after(...titles: readonly string[]) {
  const ended = new EndedVersions();
  for (const [at, title] of titles.entries()) ended.change({ id: `c${at}`, at, title } as unknown as Evidence);
  return (claim: string) => ended.endedOf(claim, -1)?.evidence ?? null;
}

test.each([
  ['Drop support for Python 2.6', 'Kettle supports Python 2.6, 2.7 and 3.3.'],
  ['Remove Python 3.2 and 3.3', 'Kettle runs with Python 2.7 and 3.3+.'],
  ['drop 3.4 support', 'Kettle officially supports Python 2.7 & 3.4–3.7.'],
  ['chore!: no longer supports Node.js 0.10', 'Works with Node 0.10 or newer'],
  ['Drop Python 2 support', 'Tested with Python 2.7 and 3.6'],
  ['Drop Django 1.11', 'Requires Django 1.11+'],
])('%s is held against %s', (title, claim) => {
  expect(after(title)(claim)).toBe('c0');
});

test.each([
  ['Drop Python 3.2 support in favor of Python 3.3', 'python >= 2.6 or >= 3.3 (tested with 2.6, 2.7, 3.3)'],
  ['Drop support for Python 3.2.', 'It is needed only on Python 2; Python 3 has it.'],
  ['Remove support for python < 3.6', 'Works with Python 3.6, 3.7 and 3.8.'],
  ['Drop support for Python 2.6', 'Note for Python 2.6 users'],
  ['Drop Python 3.4 from the build matrix', 'Supports Python 3.4'],
  ['Remove Python 2.6 compatibility hacks', 'Supports Python 2.6'],
  ['Drop Ruby 2.6', 'Supports Python 2.6'],
])('%s says nothing of %s', (title, claim) => {
  expect(after(title)(claim)).toBeNull();
});

test('a version that came back is not ended', () => {
  const claim = 'Supports Python 3.2 and 3.3';
  expect(after('Drop Python 3.2', 'Revert "Drop Python 3.2"')(claim)).toBeNull();
  expect(after('Drop Python 3.2', 'Add Python 3.2 back')(claim)).toBeNull();
  expect(after('Drop Python 3.2', 'Add Python 3.8')(claim)).toBe('c0');
});
