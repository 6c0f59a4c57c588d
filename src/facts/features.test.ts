/** Features and earlier asks: by name, by words on both sides, never by a later ask, by a maker's, or by one common word. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { voices } from '#audits/voices-story.ts';
import type { Evidence } from '#core/evidence.ts';
import features from './features.ts';
import subjects from './subjects.ts';

const FEATURE = { kind: 'feature' } as const;

function askedFor(subject: string, asks: readonly (readonly [day: string, title: string, side?: 'maker'])[]) {
  const told = voices();
  const rows = subjects.collect({ at: on('2026-06-30') });
  // Others speak of other things, so that no word is common.
  const others = ['stable door', 'quiet street', 'wet saddle', 'late groom', 'price of hay', 'blue map', 'night ride'];
  const all = [...others.map((title) => ['2025-01-01', title] as const), ...asks];
  for (const [place, [day, title, side]] of all.entries()) {
    told.asks(day, `person ${place}`, { id: `a${place}`, ...(side && { side }) });
    rows.take({ id: `a${place}`, title, body: null } as Evidence);
  }
  const shipped = story().change('2025-06-01', subject, FEATURE).facts();
  const value = features.compute(
    {
      ...{ history: shipped.history, work: shipped.work, threads: told.facts().threads, subjects: rows.done() },
      origins: { collected: false, because: null, of: new Uint8Array(1), evidence: new Map(), counts: null },
    },
    { at: on('2026-06-30') },
  );
  const asked = value.all[0]?.asked ?? null;
  return asked === null ? null : all[Number(asked.slice(1))]?.[1];
}

test('an earlier ask with the same words is found, in another order too', () => {
  expect(askedFor('feat: monthly bill without names', [['2025-03-01', 'Names on the monthly bill']])).toBe(
    'Names on the monthly bill',
  );
});

test('a later ask, and one of the makers, is none', () => {
  expect(askedFor('feat: monthly bill', [['2025-08-01', 'Monthly bill']])).toBeNull();
  expect(askedFor('feat: monthly bill', [['2025-03-01', 'Monthly bill', 'maker']])).toBeNull();
});

test('one shared word of several is not the same thing, and a long ask with two of them is about something else', () => {
  expect(askedFor('feat: monthly bill', [['2025-03-01', 'A bill that my horse ate']])).toBeNull();
  const long = 'Monthly fees rise while every bill shows wrong tax numbers, old addresses and broken totals';
  expect(askedFor('feat: monthly bill', [['2025-03-01', long]])).toBeNull();
});

test('without asks, or without changes, nothing is known', () => {
  const shipped = story().change('2025-06-01', 'feat: monthly bill', FEATURE).facts();
  const origins = { collected: false, because: null, of: new Uint8Array(1), evidence: new Map(), counts: null };
  const none = { of: new Map(), spread: [], figures: new Set<number>(), numbers: new Map() };
  const { history, work } = shipped;
  const { threads } = voices().facts();
  const value = features.compute({ history, work, threads, subjects: none, origins }, { at: on('2026-06-30') });
  expect(value).toMatchObject({ collected: false, because: 'No ask was read.' });
});
