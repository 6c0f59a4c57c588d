/** A version that stays in preview for more than half a year. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import longPreview from './long-preview.ts';

const WINDOW = windowUntil(on('2026-06-01'));

function previews(first: string) {
  return story()
    .change('2024-01-01', 'Begin')
    .release('0.9.0', '2024-01-10')
    .changes(4, first)
    .release('1.0.0-beta.1', '2025-01-10', { pre: true })
    .changes(2, '2025-12-01')
    .release('1.0.0-beta.2', '2025-12-10', { pre: true })
    .changes(3, '2026-03-01')
    .release('1.0.0-beta.3', '2026-03-10', { pre: true });
}

test('counts the previews and the changes that only they carry', () => {
  const [found] = longPreview.find(previews('2025-01-01').facts(), WINDOW);
  expect(found?.sentence).toBe(
    '1.0 has been in preview since January 2025, three times, and nine changes that users meet are in no final release.',
  );
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['r1.0.0-beta.1', 'r0.9.0']);
});

test('a version that came out, and a preview younger than half a year, are no finding', () => {
  expect(longPreview.find(previews('2025-01-01').release('1.0.0', '2026-04-01').facts(), WINDOW)).toEqual([]);
  expect(longPreview.find(previews('2025-01-01').facts(), windowUntil(on('2025-06-20')))).toEqual([]);
});
