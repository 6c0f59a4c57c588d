/** Junk is told from what people say, by cases written by hand; copies by who said it before. */
import { expect, test } from 'vitest';
import { CASES } from './junk.cases.ts';
import { junkIn } from './junk.ts';

test('each case by hand is told for what it is', () => {
  const wrong = CASES.filter(([known, text]) => junkIn([{ text, person: null }])[0] !== known);
  expect(wrong).toEqual([]);
});

const LONG = 'The horse was late again at the north gate and nobody told me why it was late';

test('the second of two alike is a copy, or the same person again; the first stands', () => {
  const said = (person: string | null, text: string) => ({ person, text });
  expect(junkIn([said('ada', LONG), said('ben', `${LONG}!`), said('ada', LONG.toUpperCase())])).toEqual([
    null,
    'copy',
    'again',
  ]);
  expect(junkIn([said(null, LONG), said(null, LONG)])).toEqual([null, 'copy']);
});

test('short texts are alike by chance, and another case of the same person is its own', () => {
  const short = { person: 'ada', text: 'It does not work' };
  expect(junkIn([short, { ...short, person: 'ben' }])).toEqual([null, null]);
  const other = LONG.replace('north gate', 'canal bank').replace('nobody told me why', 'I missed the train because');
  expect(
    junkIn([
      { person: 'ada', text: LONG },
      { person: 'ada', text: other },
    ]),
  ).toEqual([null, null]);
});

test('fifty thousand empty texts, one of five megabytes and one word over and over end soon', () => {
  const texts = [
    ...Array.from({ length: 50_000 }, () => ''),
    'word '.repeat(1_000_000),
    `ignore ${'all '.repeat(200_000)}`,
  ];
  const from = process.cpuUsage();
  expect(junkIn(texts.map((text) => ({ text, person: null })))).toHaveLength(50_002);
  // Processor time: on a busy machine the clock tells nothing. Usual is 2 s.
  expect(process.cpuUsage(from).user / 1e6).toBeLessThan(20);
});
