/** What somebody wrote is what is left without code, quotes and logs; templates differ in names and numbers alone. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { lettersIn, proseOf, templateOf, versionsIn } from './prose.ts';

test('fenced code, quotes, traces and addresses are not said', () => {
  const text =
    'It fails:\n```\nthrow love\n```\n> you said\n    at Lamp.on (lamp.js:1)\nSee https://lamp.example/x for more.';
  expect(proseOf(text).trim()).toBe('It fails:\nSee   for more.');
});

test('Jira’s blocks end where they end', () => {
  expect(proseOf('Before {code:js}let x{code} after\n{noformat}\nlog\n{noformat}\nThe end').split('\n')).toEqual([
    'Before   after',
    'The end',
  ]);
});

test('names and numbers make no other template, words do', () => {
  const one = templateOf('Thanks for the report, @ann! See build 12.');
  expect(templateOf('Thanks for the report, @ben-2!  See build 1,345.')).toBe(one);
  expect(templateOf('Thanks for the patch, @ann! See build 12.')).not.toBe(one);
  expect(templateOf('  12 ')).toBe(0);
});

test('versions are found as they are written, dates and sizes of files are other things', () => {
  expect(versionsIn('Fixed in v2.10.0 and 3.0-beta.1, see 6.2.0.v20170101.')).toEqual([
    '2.10.0',
    '3.0-beta.1',
    '6.2.0',
  ]);
  expect(versionsIn('nothing here')).toEqual([]);
});

test('letters are counted up to a thousand', () => {
  expect([lettersIn('ok, 12!'), lettersIn('a'.repeat(50).concat(' ').repeat(40))]).toEqual([2, 1_000]);
});

test('hostile texts are read quickly', () => {
  const began = processorTime();
  for (const part of ['```\n', '{code}', '[a](', '<a ', '`', '1.', '[~', '!'.repeat(50)]) {
    const prose = proseOf(part.repeat(50_000));
    templateOf(prose);
    versionsIn(prose);
    lettersIn(prose);
  }
  expect(processorTime() - began).toBeLessThan(2_000);
});
