/** What came back after its release: said so by somebody, or told in the same words, of whatever need. */
import { expect, test } from 'vitest';
import { voices } from '#audits/voices-story.ts';
import returns from './returns.ts';
import subjects from './subjects.ts';

const compute = (returns as unknown as { compute(facts: object): readonly { again: { id: string } | null }[] }).compute;

const NOISE = ['the wheel is loose', 'saddle too hard', 'no oats in the stable', 'where do I pay', 'my groom was kind'];

/** Titles by id; all of one need unless told otherwise. */
function told(
  titles: Record<string, string>,
  story: ReturnType<typeof voices>,
  of = new Map<number, number>(),
  apart: string[] = [],
) {
  const collecting = (subjects as unknown as { collect(): { take(row: object): void; done(): object } }).collect();
  const noise = NOISE.map((title, at) => [`noise${at}`, title]);
  for (const [id, title] of [...Object.entries(titles), ...noise]) collecting.take({ id, title, body: null });
  const need = (id: string, ids: readonly string[]) => ({ id, members: ids.map((evidence) => ({ evidence })) });
  const needs = {
    all: [
      need(
        'one',
        Object.keys(titles).filter((id) => !apart.includes(id)),
      ),
      need('two', apart),
    ],
  };
  return compute({ ...story.facts(), needs, repeats: { of }, subjects: collecting.done() });
}

const fixed = () => voices().asks('2026-01-01', 'ann', { id: 'a' }).changed(5).shipped(10);
const SAME = { a: 'Carriage door falls off at speed', b: 'The carriage door falls off' };

test('somebody else who says the same within 90 days brings it back', () => {
  expect(told(SAME, fixed().asks('2026-02-01', 'bo', { id: 'b' }))[0]?.again?.id).toBe('b');
});

test('before the release, much later, or by the same person it is no return', () => {
  const again = (day: string, who: string) => fixed().asks(day, who, { id: 'b' });
  expect(told(SAME, again('2026-01-05', 'bo'))[0]?.again).toBeNull();
  expect(told(SAME, again('2026-05-01', 'bo'))[0]?.again).toBeNull();
  expect(told(SAME, again('2026-02-01', 'ann'))[0]?.again).toBeNull();
});

test('the same words say the same in whatever needs they were found', () => {
  const again = fixed().asks('2026-02-01', 'bo', { id: 'b' });
  expect(told(SAME, again, new Map(), ['b'])[0]?.again?.id).toBe('b');
});

test('the first of several brings it back, and another of a series does not', () => {
  const titles = { ...SAME, c: 'Door of the carriage falls off', d: 'Paint the carriage door' };
  const asked = fixed().asks('2026-02-03', 'bo', { id: 'b' }).asks('2026-02-01', 'cy', { id: 'c' });
  expect(told(titles, asked)[0]?.again?.id).toBe('c');
  const series = { a: 'Draw the winter timetable map of the north', b: 'Draw the winter timetable map of the harbour' };
  expect(told(series, fixed().asks('2026-02-01', 'bo', { id: 'b' }))[0]?.again).toBeNull();
});

test('another number speaks of another thing', () => {
  const numbered = { a: 'Carriage door falls off in 3.1', b: 'Carriage door falls off in 4.2' };
  expect(told(numbered, fixed().asks('2026-02-01', 'bo', { id: 'b' }))[0]?.again).toBeNull();
});

test('what somebody says repeats it came back in whatever words, and a program’s word is none', () => {
  const other = { a: SAME.a, b: 'Broke my knee on the way' };
  expect(told(other, fixed().asks('2026-02-01', 'bo', { id: 'b' }), new Map([[1, 0]]))[0]?.again?.id).toBe('b');
  const bot = fixed().asks('2026-02-01', 'robot', { id: 'b', side: 'bot' });
  expect(told(SAME, bot)[0]?.again).toBeNull();
});
