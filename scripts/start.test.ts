/** `npm start` opens with the sample only where nothing else was asked for. */
import { expect, test } from 'vitest';
import { opening } from './start.ts';

test.each([[[]], [['--json']], [['--html', 'reading.html']]])('%j opens with the sample', (words) => {
  expect(opening(words)).toEqual(['--sample', 'gallop', ...words]);
});

test.each([
  [['.']],
  [['../kettle', '--json']],
  [['--sample', 'fizz']],
  [['--product', 'kettle']],
  [['reflect']],
  [['explain', 'limbo']],
  [['doctor']],
  [['help']],
  [['--help']],
  [['--version']],
  [['--no-such-flag']],
])('%j stays as it is', (words) => {
  expect(opening(words)).toEqual(words);
});
