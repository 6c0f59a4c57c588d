/** Kinds by words alone. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { isDependencyUpdate, isForm, isVersioning, kindOfWords } from './kind-words.ts';

const KINDS = {
  feature: [
    'add a --json flag',
    'support windows paths',
    'make the timeout configurable',
    'new export format',
    'improve the hints',
  ],
  fix: [
    'fix a crash on empty input',
    'prevent double submits',
    'handle missing files',
    'colours are wrong on dark screens',
    "don't lose the selection",
  ],
  noticed: ['speed up cold starts', 'deprecate the old flag', 'reduce memory use'],
  refactor: [
    'rename the parser',
    'extract a class for tokens',
    'use slices instead of vectors',
    'remove unused code',
    'avoid redundant copies',
  ],
  docs: ['document the new flag', 'fix typo', 'clarify readme', 'update comments in the parser'],
  upkeep: [
    'bump lodash from 1.0.0 to 1.0.1',
    'release 1.2.3',
    'v2.0.0',
    'run prettier',
    'add tests for the parser',
    'fix rubocop violations',
  ],
  revert: ['revert "add a thing"', 'back out the new cache', 'undo the rename'],
};

for (const [kind, subjects] of Object.entries(KINDS)) {
  test(`words of ${kind}`, () => {
    expect(Object.fromEntries(subjects.map((words) => [words, kindOfWords(words)]))).toEqual(
      Object.fromEntries(subjects.map((words) => [words, kind])),
    );
  });
}

test('says nothing where no word tells', () => {
  expect(['work', 'more of it', 'the panel', ''].map(kindOfWords)).toEqual([null, null, null, null]);
});

test('tells routine from changes that only sound like it', () => {
  expect(isVersioning('prepare for 2.0')).toBe(true);
  expect(isVersioning('release the lock when done')).toBe(false);
  expect(isVersioning('version the cache by its inputs')).toBe(false);
  expect(isDependencyUpdate('update all non-major dependencies')).toBe(true);
  expect(isDependencyUpdate('update the list when a row goes')).toBe(false);
  expect(isForm('run prettier')).toBe(true);
  expect(isForm('format option for the export')).toBe(false);
  expect(isForm('fix lint')).toBe(true);
});

test('reads hostile words quickly', () => {
  const started = processorTime();
  for (const piece of ['a ', 'fix ', 'update ', '1.', 'add ', 'to v', '-', 'release '])
    kindOfWords(piece.repeat(500 / piece.length));
  expect(processorTime() - started).toBeLessThan(200);
});
