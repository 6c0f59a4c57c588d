/** Runs the cases of demand-to-ship, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './demand-to-ship.cases.ts';
import audit from './demand-to-ship.ts';

runCases(audit, cases);

const need = (id: string, ...members: string[]) => ({
  ...{ id, theme: id, name: id, statement: null, bornAt: 0 },
  members: members.map((evidence) => ({ evidence, confidence: 1 })),
});
const seen = (told: ReturnType<typeof voices>, needs: ReturnType<typeof need>[], of = new Map<number, number>()) => {
  const found = audit.observe(
    { ...told.facts(), needs: { collected: true, all: needs, unsorted: 0, setAside: 0 }, repeats: { of } },
    YEAR,
  );
  return isUnseen(found) ? null : found;
};

test('the hundredth asker adds less than the second', () => {
  const told = voices().asks('2025-11-01', 'ann', { id: 'a' }).changed(3).shipped(4);
  for (let one = 0; one < 7; one += 1) told.asks('2025-11-02', `p${one}`, { id: `b${one}` });
  const many = need('many', ...Array.from({ length: 7 }, (_, one) => `b${one}`));
  const found = seen(told, [need('one', 'a'), many]);
  expect(found?.observations.map(({ value, of }) => [value, of])).toEqual([
    [0, 3],
    [1, 1],
  ]);
  expect(found?.people).toBe(7);
});

test('the thread that it repeats answers it, and what was taken back is no demand', () => {
  const told = voices()
    .asks('2025-11-01', 'ann', { id: 'a' })
    .changed(3)
    .shipped(4)
    .asks('2025-11-02', 'bo', { id: 'b' })
    .asks('2025-11-03', 'cy', { id: 'c' })
    .closed(2, { by: 'cy', side: 'outsider' });
  const found = seen(told, [need('one', 'a', 'b', 'c')], new Map([[1, 0]]));
  expect(found?.observations[0]).toMatchObject({ value: Math.log2(3), of: Math.log2(3) });
});

test('asks of no need are told as not covered', () => {
  const told = voices()
    .asks('2025-11-01', 'ann', { id: 'a' })
    .changed(3)
    .shipped(4)
    .asks('2025-11-01', 'bo', { id: 'b' });
  expect(seen(told, [need('one', 'a')])?.coverage).toEqual({ eligible: 2, observed: 1 });
});

test('where few people asked everything, the figure stands alone', () => {
  const by = (people: number) => {
    const told = voices().asks('2025-11-01', 'p0', { id: 'a0' }).changed(3).shipped(4);
    for (let one = 1; one < 12; one += 1) told.asks('2025-11-01', `p${one % people}`, { id: `a${one}` });
    return seen(told, [need('one', ...Array.from({ length: 12 }, (_, one) => `a${one}`))]);
  };
  expect(by(4)).not.toHaveProperty('unsure');
  expect(by(3)?.unsure).toBe('3 people asked all 12: what one hears moves many needs at once.');
});
