/** The biggest step of the year, when its notes alone are empty. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import untoldStep from './untold-step.ts';

const WINDOW = windowUntil(on('2026-06-01'));

function year(tellTheBig: boolean) {
  const told = story();
  for (const [order, month] of ['01', '02', '03', '04'].entries()) {
    told.changes(order === 3 ? 20 : 2, `2026-${month}-01`).release(`1.${order}.0`, `2026-${month}-25`);
    if (order < 3 || tellTheBig) told.notes(`1.${order}.0`, ['Added a whistle']);
  }
  return told.changes(1, '2026-05-01').release('1.4.0', '2026-05-10').notes('1.4.0', ['Mended a drip']).facts();
}

test('says which release, how big it was, and that nobody said anything', () => {
  const [found] = untoldStep.find(year(false), WINDOW);
  expect(found?.sentence).toBe(
    '1.3.0 is the biggest step of the year, 20 changes that users meet, and its notes are empty.',
  );
});

test('a told step is no finding', () => {
  expect(untoldStep.find(year(true), WINDOW)).toEqual([]);
});

test('where notes are no habit, or stand elsewhere, nothing is said', () => {
  const facts = story().changes(20, '2026-03-01').release('1.0.0', '2026-03-25').facts();
  expect(untoldStep.find(facts, WINDOW)).toEqual([]);
});
