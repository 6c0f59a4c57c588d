/** A known problem that nobody mentions, and each thing that makes it none. */
import { expect, test } from 'vitest';
import { type Piece, problemsIn } from './claim-problems.ts';

const DAY = 86_400_000;
const CLAIM = { id: 'c', text: 'Syncs your notes offline in seconds.' };

function told(count: number, body: string, more: Partial<Piece> = {}): Piece[] {
  const begins = `${body.slice(0, 3)}${more.at ?? 0}`;
  return Array.from({ length: count }, (_, at) => ({
    ...{ id: `${begins}${at}`, at: (500 + at) * DAY, person: `${begins}${at}`, title: null, body, content: false },
    ...more,
  }));
}

const SYNC = told(6, 'Offline notes never arrive on my phone.');
const OTHERS = told(30, 'Please add a darker theme.');

function found(own = SYNC, lines: readonly string[] = [], answeredAt: number | null = null, others = OTHERS) {
  const needs = [{ id: 'n', members: new Set(own.map(({ id }) => id)), answeredAt }];
  return problemsIn(needs, [...own, ...others], [CLAIM], lines, new Set());
}

test('six people tell what no line admits: found, with the people and the interval of their share', () => {
  const [one] = found();
  expect(one).toMatchObject({ need: 'n', claim: 'c', people: 6, of: 36, words: 'notes offline' });
  // Wilson of 6 in 36.
  expect(one?.low).toBeCloseTo(0.0787, 3);
  expect(one?.high).toBeCloseTo(0.319, 3);
  expect(one?.told).toHaveLength(2);
});

test('a line that admits it is a mention; one that praises the same is none', () => {
  expect(found(SYNC, ['Offline notes may take a while to arrive.'])).toEqual([]);
  expect(found(SYNC, ['Known issue: notes written offline are lost at times.'])).toEqual([]);
  expect(found(SYNC, ['Your notes, offline and everywhere.'])).toHaveLength(1);
});

test('few people, one who writes often, praise, and what a release has answered are no known problem', () => {
  expect(found(told(4, 'Offline notes never arrive on my phone.'))).toEqual([]);
  expect(found(SYNC.map((piece) => ({ ...piece, person: 'one' })))).toEqual([]);
  expect(found(told(6, 'I love the offline notes.'))).toEqual([]);
  expect(found(SYNC, [], 600 * DAY)).toEqual([]);
});

test('what nobody told of for a year, and words that everybody uses, are none', () => {
  expect(found(SYNC, [], null, [...OTHERS, ...told(1, 'Hello there', { at: 2_000 * DAY })])).toEqual([]);
  expect(found(SYNC, [], null, told(60, 'My notes, offline or not.'))).toEqual([]);
});

test.each([
  ['No hidden fees.', 'Shown £4, paid £9.', 'Waiting costs £1 extra.'],
  ['An answer from a person within a day.', 'Nobody has answered my letter.', 'In winter an answer may take longer.'],
])('“%s” is held against what is told in other words: “%s”', (text, body, line) => {
  const find = (own: readonly Piece[], lines: readonly string[] = []) =>
    problemsIn([], [...own, ...OTHERS], [{ id: 'c', text }], lines, new Set());
  expect(find(told(5, body))).toMatchObject([{ claim: 'c', people: 5, of: 35 }]);
  expect(find(told(5, body), [line])).toEqual([]);
  expect(find(told(4, body))).toEqual([]);
  expect(find(told(5, 'It cost £4, and somebody answered at once.'))).toEqual([]);
});

test('a claim’s own words side by side are a problem of their own, whatever needs its people have', () => {
  const claim = { id: 'c', text: 'A horse at your door in eight minutes, every time.' };
  const find = (own: readonly Piece[], lines: readonly string[] = []) =>
    problemsIn([], [...own, ...OTHERS], [claim, { id: 'd', text: 'Eight minutes.' }], lines, new Set());
  expect(find(told(5, 'Eight minutes in which century.'))).toMatchObject([{ words: 'eight minutes', people: 5 }]);
  expect(find(told(5, 'Eight minutes in which century.'), ['It may take longer than eight minutes.'])).toEqual([]);
  expect(find(told(5, 'Eight minutes in which century.', { answered: true }))).toEqual([]);
  expect(find(told(5, 'It was here in eight minutes, lovely.'))).toEqual([]);
  expect(find(told(5, 'Eight of us waited for minutes.'))).toEqual([]);
  // Without a figure it is told as trouble, or it is no problem.
  const offline = (body: string) => problemsIn([], [...told(5, body), ...OTHERS], [CLAIM], [], new Set());
  expect(offline('How are notes kept offline?')).toEqual([]);
  expect(offline('My notes offline are gone.')).toMatchObject([{ words: 'notes offline', people: 5 }]);
});
