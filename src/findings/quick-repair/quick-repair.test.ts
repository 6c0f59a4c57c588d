/** A release that another one mended within two days, by its own words. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import quickRepair from './quick-repair.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const shipped = () =>
  story()
    .change('2026-03-01', 'Escape ids', { files: ['src/ids.ts'] })
    .release('1.1.0', '2026-03-02');

test('a revert of what the release brought, in the next one', () => {
  const facts = shipped()
    .change('2026-03-03', 'Revert "Escape ids"', { kind: 'revert', reverts: ['c1'], files: ['src/ids.ts'] })
    .release('1.1.1', '2026-03-03')
    .facts();
  const [found] = quickRepair.find(facts, WINDOW);
  expect(found?.sentence).toBe('1.1.0 was repaired by 1.1.1 within a day.');
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['r1.1.0', 'c2']);
});

test('a fix in the same file that names the release', () => {
  const facts = shipped()
    .change('2026-03-03', 'Fix regression of ids in 1.1.0', { kind: 'fix', files: ['src/ids.ts'] })
    .release('1.1.1', '2026-03-04')
    .facts();
  expect(quickRepair.find(facts, WINDOW)[0]?.sentence).toContain('within two days');
});

test('a later repair, another file, and a fix that does not say so are no finding', () => {
  const fix = (subject: string, files: string[], day: string) =>
    quickRepair.find(
      shipped().change('2026-03-03', subject, { kind: 'fix', files }).release('1.1.1', day).facts(),
      WINDOW,
    );
  expect(fix('Fix regression in 1.1.0', ['src/ids.ts'], '2026-03-09')).toEqual([]);
  expect(fix('Fix regression in 1.1.0', ['src/names.ts'], '2026-03-03')).toEqual([]);
  expect(fix('Fix regression in ids', ['src/ids.ts'], '2026-03-03')).toEqual([]);
  expect(fix('Fix ids', ['src/ids.ts'], '2026-03-03')).toEqual([]);
});
