/** A promise whose time has passed: it stands, was moved or was taken out, and nothing says that it was kept. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import promises from '#facts/promises.ts';
import { promisesIn } from '#facts/rules/promises.ts';
import type { Claims } from '#facts/values.ts';
import pastPromise from './past-promise.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const copy = (day: string, body: string) => ({
  ...{ id: day, at: on(day), says: null, done: body.split('\n').filter((line) => /done/i.test(line)) },
  promises: promisesIn(body, on(day), { ownDay: true }),
});
const roadmap = (...copies: ReturnType<typeof copy>[]): Claims => ({
  places: [{ name: 'roadmap', front: false, copies }],
});
const found = (claims: Claims, told = story().change('2025-01-01', 'Begin')) =>
  pastPromise.find({ promises: promises.compute({ ...told.facts(), claims }, { at: WINDOW.to }) }, WINDOW);
const PROMISE = copy('2025-08-26', '# The road ahead\n\n- Whistles in all ten colours: by year’s end.\n');

test('a promise that became “soon” after its time quotes both lines', () => {
  const after = copy('2026-01-05', '# The road ahead\n\n- Whistles in all ten colours: soon.\n');
  const [one] = found(roadmap(PROMISE, after));
  expect(one?.sentence).toBe(
    'A promise of roadmap was moved on 5 January 2026, after its time, and nothing that was read says it was kept.',
  );
  expect(one?.at).toBe(Date.UTC(2026, 0, 1));
  expect(one?.quotes.map(({ evidence, line }) => [evidence, line])).toEqual([
    ['2025-08-26', 3],
    ['2026-01-05', 3],
  ]);
});

test('one that still stands says for how long', () => {
  expect(found(roadmap(PROMISE))[0]?.sentence).toContain('still stands there 22 weeks after its time');
});

test('kept, by a release note or by the page, is none; nor is one that was taken back in time', () => {
  const told = story()
    .change('2025-01-01', 'Begin')
    .change('2025-10-01', 'Paint')
    .release('1.1.0', '2025-10-02')
    .notes('1.1.0', ['Whistles in ten colours']);
  expect(found(roadmap(PROMISE), told)).toEqual([]);
  expect(found(roadmap(PROMISE, copy('2026-01-05', '- Done: whistles in all ten colours')))).toEqual([]);
  expect(found(roadmap(PROMISE, copy('2025-11-05', '# The road ahead\n')))).toEqual([]);
});

test('times are read with their year, or from the day of the text', () => {
  const due = (text: string, day = '2025-08-26') =>
    promisesIn(text, on(day), { ownDay: true }).map((one) => one.due && new Date(one.due).toISOString().slice(0, 10));
  expect(due('It will come in Q1 2026.')).toEqual(['2026-04-01']);
  expect(due('We plan to ship it by March 2026')).toEqual(['2026-04-01']);
  expect(due('Fares you will see, from this summer', '2025-05-06')).toEqual(['2025-09-01']);
  expect(due('It will come by Christmas 2025')).toEqual(['2025-12-25']);
  expect(due('Support ends in March 2026 and will be missed')).toEqual([]);
  expect(due('It will be fine')).toEqual([]);
});
