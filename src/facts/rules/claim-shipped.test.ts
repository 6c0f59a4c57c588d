/** What a change says that it takes away, and what is merely tidied. */
import { expect, test } from 'vitest';
import { removalIn } from './claim-shipped.ts';

const NAMES = new Set<string>();

test.each([
  ['feat!: remove the second horse: nine for a city', ['second', 'hors']],
  ["feat!: take the second horse's button out", ['second', 'hors']],
  ['Drop Internet Explorer support', ['internet', 'explor']],
  ['feat: remove `--watch` option', ['watch']],
  ['remove the LessCSSGenerator and its option', ['less', 'css']],
  ['Removed mysql schema.', ['mysql']],
])('%s', (title, things) => {
  expect([...(removalIn(title, NAMES) ?? [])]).toEqual(things);
});

test.each([
  'Remove unused JSON helper',
  'chore: drop watch dependency',
  'docs: remove watch from README',
  'Take the watch home',
  'Remove extra space in watch',
  'Add watch mode',
  'Remove Windows from testing temporarily',
])('%s takes nothing away that customers have', (title) => {
  expect(removalIn(title, NAMES)).toBeNull();
});
