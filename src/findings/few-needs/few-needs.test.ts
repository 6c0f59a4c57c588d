/** Few needs that hold half of the people of many open asks. */
import { expect, test } from 'vitest';
import { on } from '#audits/story.ts';
import { voices } from '#audits/voices-story.ts';
import { windowUntil } from '#core/time.ts';
import fewNeeds from './few-needs.ts';

const WINDOW = windowUntil(on('2026-06-01'));

/** Of each need so many people ask once; one ask in ten is of no need. */
function asked(sizes: readonly number[], closed = 0) {
  const told = voices();
  const all = sizes.map((size, need) => {
    const members = Array.from({ length: size }, (_, one) => {
      const id = `n${need}.${one}`;
      told.asks('2026-02-01', `p ${id}`, { id });
      if (one < closed) told.closed(3);
      return { evidence: id, confidence: 0.5 };
    });
    return { id: `n${need}`, theme: 't', name: `need ${need}`, statement: null, bornAt: 0, members };
  });
  return { ...told.facts(), needs: { collected: true, all, unsorted: 0, setAside: 0 } };
}

const find = (facts: ReturnType<typeof asked>) => fewNeeds.find(facts, WINDOW);
const LONG_TAIL = [20, 12, 6, ...Array.from({ length: 20 }, () => 1)];

test('names how few needs hold half of the people, and quotes the two largest', () => {
  const [found] = find(asked(LONG_TAIL));
  expect(found?.sentence).toBe('58 asks are open; two of 23 needs hold half of the people.');
  expect(found?.people).toBe(58);
  expect(found?.quotes).toEqual([
    { evidence: 'n0.0', field: 'title', where: 'need 0: 20 people' },
    { evidence: 'n1.0', field: 'title', where: 'need 1: 12 people' },
  ]);
});

test('what is closed is not open, and few asks are read one by one', () => {
  expect(find(asked(LONG_TAIL, 12))).toEqual([]);
  expect(find(asked([8, 4, 2, 1, 1]))).toEqual([]);
});

test('even needs are no surprise, nor are needs that hold few of the asks', () => {
  expect(find(asked(Array.from({ length: 20 }, () => 3)))).toEqual([]);
  const facts = asked(LONG_TAIL);
  const [largest] = facts.needs.all;
  expect(find({ ...facts, needs: { ...facts.needs, all: largest ? [largest] : [] } })).toEqual([]);
});
