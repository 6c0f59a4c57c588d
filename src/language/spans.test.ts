/** Sentences are found again in the text as it came, through marks, wrapped lines, code and quotes. */
import { expect, test } from 'vitest';
import { unitsOf } from './clean/clean.ts';
import { sentencesOf } from './sentences.ts';
import { spansOf } from './spans.ts';

function quoted(text: string): (string | null)[] {
  return spansOf(text, sentencesOf(unitsOf(text))).map((span) => span && text.slice(span.from, span.to));
}

test('a plain sentence is its own span, with its mark at the end', () => {
  expect(quoted('My horse is late. I waited an hour!')).toEqual(['My horse is late.', 'I waited an hour!']);
});

test('what was taken out between two words stays inside the span', () => {
  const text = 'The **map** of [the stable](https://gallop.example/a/b?c=d) is\nwrong &amp; old.\n';
  expect(quoted(text)).toEqual(
    ['map** of [the stable](https://gallop.example/a/b?c=d) is\nwrong &amp; old.'].map((end) => `The **${end}`),
  );
});

test('code, quotes and signatures between sentences belong to none of them', () => {
  const text = '> It is fixed.\n\nIt is not.\n\n```\nIt is code();\n```\n\nPlease look again.\n\n-- \nAda\n';
  expect(quoted(text)).toEqual(['It is not.', 'Please look again.']);
});

test('the same sentence twice is found in both places', () => {
  const text = 'It stops. It stops.';
  const spans = spansOf(text, sentencesOf(unitsOf(text)));
  expect(spans).toEqual([
    { from: 0, to: 9 },
    { from: 10, to: 19 },
  ]);
});

test('what is not there has no span, and one word over and over costs no more than its length', () => {
  expect(spansOf('My horse is late.', ['My saddle is late.'])).toEqual([null]);
  const text = 'no '.repeat(200_000);
  expect(spansOf(text, [`${'no '.repeat(300)}way`])).toEqual([null]);
});
