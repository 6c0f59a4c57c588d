/** Who gains by a sentence, on the newest copy of each page and in release notes. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import type { Evidence } from '#core/evidence.ts';
import { gainOf } from '#language/claims/gains.ts';
import gains from './gains.ts';
import noteGains from './note-gains.ts';

test('who gains decides, and no pronoun does', () => {
  expect(gainOf('Save hours every week')).toBe('customer');
  expect(gainOf('It lets riders know when the horse comes')).toBe('customer');
  expect(gainOf('Your horse must be returned, and you agree to that')).toBe('product');
  expect(gainOf('You can select several horses with --many')).toBe('product');
  expect(gainOf('We are an award-winning team of forty')).toBe('maker');
});

test('only the newest copy of a page is looked at, and pages that tell how are not', () => {
  const collected = gains.collect({ at: on('2026-06-30') });
  const row = (id: string, type: string, body: string) =>
    collected.take({
      id,
      type,
      body,
      at: on('2026-01-01'),
      origin: 'o',
      threadId: 'home',
      url: null,
      externalId: id,
    } as Evidence);
  row('old', 'page', '# Gallop\n\nHorses are fast and reliable.\n');
  row('new', 'page', '# Gallop\n\nGallop lets you arrive on time, every day.\n');
  row('how', 'doc', '# How\n\nGallop lets you saddle a horse.\n');
  expect(collected.done().pages).toEqual([{ evidence: 'new', at: on('2026-01-01'), gains: ['customer'] }]);
});

test('lines of notes are counted by release', () => {
  const told = story().change('2026-01-01', 'x').release('1.0.0', '2026-01-02');
  const { notes } = told.notes('1.0.0', ['Never wait for a horse again', 'Saddles of a new kind']).facts();
  expect([...noteGains.compute({ notes }, { at: on('2026-06-30') })]).toEqual([[0, { customer: 1, lines: 2 }]]);
});
