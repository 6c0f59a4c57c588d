/** The focus sentence can be read aloud. */
import { expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import type { Focus } from './focus.ts';
import { focusSentence } from './sentence.ts';

const lean = { verdict: 'customer', unit: 'weeks' } as Reading['lean'];

function said(basis: string): string {
  const kind = (weeks: number, more: object) => ({ state: 'seen', weeks, of: 52, ...more });
  const focus = { making: kind(29, { basis: 'landed' }), telling: kind(47, { basis }), serving: kind(34, {}) };
  return focusSentence(focus as unknown as Focus, lean, 'riders');
}

test('one list is named, and two in one another are not', () => {
  expect(said('README, docs, site and pictures')).toBe(
    'In 52 weeks the product changed in 29, README, docs, site and pictures in 47 and a person answered riders in 34: more customer-focused.',
  );
  expect(said('README, docs, site and pictures, advertisements and posts')).toBe(
    'In 52 weeks the product changed in 29, what is said of it in 47 and a person answered riders in 34: more customer-focused.',
  );
});
