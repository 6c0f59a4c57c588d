/** References are taken as people write them on trackers, and nothing else that looks like one. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { changesIn, closesIn, duplicatesIn, namesIn } from './references.ts';

test('what is named is spelled one way', () => {
  expect(namesIn('Mend the switch (#12), GH-13, Acme/Lamp#14 and LAMP-15')).toEqual([
    '#12',
    '#13',
    'acme/lamp#14',
    'LAMP-15',
  ]);
  expect(namesIn('See https://github.com/Acme/Lamp/issues/7#note')).toEqual(['acme/lamp#7']);
});

test('standards are no keys, and a pasted list answers nothing', () => {
  expect(namesIn('Read UTF-8 and SHA-256 by RFC-3339')).toEqual([]);
  expect(namesIn(Array.from({ length: 30 }, (_, each) => `#${each}`).join(' '))).toEqual([]);
});

test.each([
  ['Fixes #1', ['#1']],
  ['closes: #1, #2 and #3', ['#1', '#2', '#3']],
  ['Resolved issue #4', ['#4']],
  ['fix LAMP-5', ['LAMP-5']],
  ['Fixes https://github.com/acme/lamp/issues/6', ['acme/lamp#6']],
  ['refs #7, see #8', []],
  ['prefix #9', []],
])('"%s" closes what it says', (text, closed) => {
  expect(closesIn(text)).toEqual(closed);
});

test('a duplicate names the other', () => {
  expect(duplicatesIn('Duplicate of #4')).toEqual(['#4']);
  expect(duplicatesIn('This is no duplicate, see #4')).toEqual([]);
});

test('what did it is told by words or by a pull request’s address', () => {
  expect(changesIn('Fixed in #4')).toEqual({ named: ['#4'], pulls: [] });
  expect(changesIn('PR (master): https://github.com/acme/lamp/pull/9')).toEqual({ named: [], pulls: ['acme/lamp#9'] });
  expect(changesIn('Look at #4')).toEqual({ named: [], pulls: [] });
});

test('hostile texts are read quickly', () => {
  const began = processorTime();
  for (const part of [
    'fixes #1, ',
    'https://a.b/c/d/pull/',
    'A-',
    'a/b/',
    '#1 and ',
    'duplicate of [',
    'merged a in ',
  ]) {
    const text = part.repeat(50_000);
    namesIn(text);
    closesIn(text);
    duplicatesIn(text);
    changesIn(text);
  }
  expect(processorTime() - began).toBeLessThan(2_000);
});
