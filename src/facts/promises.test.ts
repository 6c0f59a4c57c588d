/** What became of a promise: kept in time or late, not kept, taken back, not due yet, and what cannot be told. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { stateOf } from '#core/promise-state.ts';
import promises from './promises.ts';
import { promisesIn } from './rules/promises.ts';

const copy = (day: string, body: string) => ({
  ...{ id: day, at: on(day), says: null, done: body.split('\n').filter((line) => /done/i.test(line)) },
  promises: promisesIn(body, on(day), { ownDay: true }),
});
const MADE = copy('2025-01-10', '# Roadmap\n\n- Whistles in ten colours: spring 2025.\n');

function became(at: string, told = story().change('2025-01-01', 'Begin'), ...later: ReturnType<typeof copy>[]) {
  const claims = { places: [{ name: 'roadmap', front: false, copies: [MADE, ...later] }] };
  const { known, all } = promises.compute({ ...told.facts(), claims }, { at: on(at) });
  return all.map((one) => stateOf(one, on(at), known));
}

const worked = (day: string) =>
  story().change('2025-01-01', 'Begin').change(day, 'feat: whistles in ten colours', { kind: 'feature' });
const shipped = (day: string) => worked('2025-02-01').release('1.1.0', day).notes('1.1.0', ['Whistles in ten colours']);

test('kept by its time, and kept late, with what says so', () => {
  expect(became('2026-01-01', shipped('2025-04-10'))).toEqual(['kept']);
  expect(became('2026-01-01', shipped('2025-09-10'))).toEqual(['kept late']);
  expect(became('2026-01-01', undefined, copy('2025-05-02', '- Done: whistles in ten colours'))).toEqual(['kept']);
});

test('before its time it is not due, after it not kept, and what ships later is not known yet', () => {
  expect(became('2025-03-01')).toEqual(['not due yet']);
  expect(became('2025-06-02')).toEqual(['not kept']);
  expect(became('2025-06-02', worked('2025-09-10'))).toEqual(['not kept']);
});

test('taken back before its time is no broken promise; taken out after it is', () => {
  expect(became('2026-01-01', undefined, copy('2025-03-01', '# Roadmap\n'))).toEqual(['taken back']);
  expect(became('2026-01-01', undefined, copy('2025-08-01', '# Roadmap\n'))).toEqual(['not kept']);
});

test('where nothing that ships was read, or a change alone speaks of it, it cannot be told', () => {
  expect(became('2026-01-01', worked('2025-04-10'))).toEqual(['cannot be told']);
  expect(became('2026-01-01', story())).toEqual(['cannot be told']);
});
