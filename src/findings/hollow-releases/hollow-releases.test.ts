/** Releases that hold no change, told with what their notes claim. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import hollowReleases from './hollow-releases.ts';

const WINDOW = windowUntil(on('2026-06-01'));

function hollow(count: number) {
  const told = story().changes(3, '2026-01-01').release('1.0.0', '2026-01-05');
  for (let patch = 1; patch <= count; patch += 1) told.release(`1.0.${patch}`, `2026-02-0${patch}`);
  return told;
}

test('counts the releases and the lines of their notes', () => {
  const facts = hollow(3).notes('1.0.2', ['A whistle', 'A bell', 'A drum', 'A horn']).facts();
  const [found] = hollowReleases.find(facts, WINDOW);
  expect(found?.sentence).toBe('Three releases since February 2026 hold no change, and their notes tell of four.');
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['r1.0.2', 'r1.0.3']);
  expect(found?.step).toBe('Publish the work that the notes tell of, or say where it is done.');
});

test('without notes it says only that they hold nothing new', () => {
  expect(hollowReleases.find(hollow(4).facts(), WINDOW)[0]?.sentence).toBe(
    'Four releases since February 2026 hold no change that an earlier one lacks.',
  );
});

test('two of them, those of other years, and those that no tag places are no finding', () => {
  expect(hollowReleases.find(hollow(2).facts(), WINDOW)).toEqual([]);
  expect(hollowReleases.find(hollow(3).facts(), windowUntil(on('2029-06-01')))).toEqual([]);
  const untagged = story().changes(3, '2026-01-01').release('1.0.0', '2026-01-05');
  for (const patch of [1, 2, 3]) untagged.release(`1.0.${patch}`, `2026-02-0${patch}`, { tagged: false });
  expect(hollowReleases.find(untagged.facts(), WINDOW)).toEqual([]);
});
