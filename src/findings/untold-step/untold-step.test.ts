/** The biggest step of the year, when its notes alone are empty. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import untoldStep from './untold-step.ts';

const WINDOW = windowUntil(on('2026-06-01'));

function year(tellTheBig: boolean, ...bigLines: string[]) {
  const told = story();
  for (const [order, month] of ['01', '02', '03', '04'].entries()) {
    told.changes(order === 3 ? 20 : 2, `2026-${month}-01`).release(`1.${order}.0`, `2026-${month}-25`);
    if (order === 3 && bigLines.length > 0) told.notes('1.3.0', bigLines);
    else if (order < 3 || tellTheBig) told.notes(`1.${order}.0`, ['Added a whistle']);
  }
  return told.changes(1, '2026-05-01').release('1.4.0', '2026-05-10').notes('1.4.0', ['Mended a drip']).facts();
}

test('says which release, how big it was, and that nobody said anything', () => {
  const [found] = untoldStep.find(year(false), WINDOW);
  expect(found?.sentence).toBe(
    '1.3.0 is the biggest step of the year, 20 changes that users meet, and its notes are empty.',
  );
});

test.each([
  'Improvements.',
  'Bug fixes',
  'Various fixes and performance improvements',
  'v1.3.0',
  'Bug-fixes & improvements!',
  'We made some changes to improve your experience',
])('notes that only say "%s" tell nothing', (line) => {
  expect(untoldStep.find(year(false, line), WINDOW)[0]?.sentence).toBe(
    `1.3.0 is the biggest step of the year, 20 changes that users meet, and its notes say only “${line.replace(/\.$/, '')}”.`,
  );
});

test.each([
  ['A ring when it turns into your street'],
  ['Bug fixes', 'A map'],
  ['Improvements to the map'],
  ['Fixes #48'],
  ['修复了地图'],
])('notes that say "%s" tell something', (...lines) => {
  expect(untoldStep.find(year(false, ...lines), WINDOW)).toEqual([]);
});

test('a lesser step is found where its notes stand and say nothing, not where they are empty', () => {
  const small = (...lines: string[]) => {
    const told = story();
    for (const [order, month] of ['01', '02', '03', '04', '05'].entries()) {
      told.changes([14, 2, 2, 6, 2][order] ?? 0, `2026-${month}-01`).release(`1.${order}.0`, `2026-${month}-25`);
      if (order !== 3) told.notes(`1.${order}.0`, ['Added a whistle']);
      else if (lines.length > 0) told.notes('1.3.0', lines);
    }
    return told.facts();
  };
  expect(untoldStep.find(small('Improvements.'), WINDOW)[0]?.sentence).toBe(
    '1.3.0 brings six changes that users meet, and its notes say only “Improvements”.',
  );
  expect(untoldStep.find(small(), WINDOW)).toEqual([]);
});

test('where most notes say nothing it is a habit', () => {
  const told = story();
  for (const [order, month] of ['01', '02', '03', '04'].entries()) {
    told.changes(order === 3 ? 20 : 2, `2026-${month}-01`).release(`1.${order}.0`, `2026-${month}-25`);
    told.notes(`1.${order}.0`, ['Bug fixes']);
  }
  expect(untoldStep.find(told.facts(), WINDOW)).toEqual([]);
});

test('a told step is no finding', () => {
  expect(untoldStep.find(year(true), WINDOW)).toEqual([]);
});

test('where notes are no habit, or stand elsewhere, nothing is said', () => {
  const facts = story().changes(20, '2026-03-01').release('1.0.0', '2026-03-25').facts();
  expect(untoldStep.find(facts, WINDOW)).toEqual([]);
});
