/** How much of what is sold changed in substance within a year. Page for readers: catalogue-renewal.md. */
import type { Observation } from '#core/observation.ts';
import { WEEK, type Window } from '#core/time.ts';
import { counted, percent } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected } from '../finished-work.ts';

/** Borrowed from yearly-renewal, for want of a panel of catalogues: both ask which share of what stood is gone. */
const BORROWED = { p10: 0.64, median: 0.06 };

/** What stood is known for the year up to the reading, and for no earlier one. */
const NEARLY_A_YEAR = 48 * WEEK;

export default defineAudit({
  id: 'catalogue-renewal',
  lens: 'product',
  answers: 'substance',
  question: 'How much of what is sold changed in substance in a year?',
  facts: ['catalogue'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: { kind: 'log-normal', ...BORROWED, better: 'higher' },
  norm: `Borrowed from software, for want of named catalogues: half of 17 products renewed at most ${percent(BORROWED.median)} in a year, which scores 50.`,
  minN: 30,
  version: 1,
  guardedBy: 'ratings',

  observe({ catalogue }, window) {
    if (!catalogue.collected) return notCollected(catalogue.because, 'No catalogue was read.');
    if (catalogue.stood === null) {
      return { state: 'not-applicable', because: catalogue.stoodBecause ?? 'Nothing is known of a year ago.' };
    }
    if (!isThisYear(window, catalogue.lastAt))
      return notCollected(null, 'It is measured for the newest 52 weeks only.');
    const observations: Observation[] = [];
    let products = 0;
    for (const { product, evidence, substance } of catalogue.stood) {
      const { stood, gone } = substance;
      if (stood === 0) continue;
      products += 1;
      if (gone > 0) observations.push({ block: product, hit: true, count: gone, evidence });
      if (stood > gone) observations.push({ block: product, hit: false, count: stood - gone, evidence });
    }
    if (observations.length === 0) {
      return { state: 'not-applicable', because: 'The catalogue tells how things look and cost, not what they are.' };
    }
    return { observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)), noted: { products } };
  },

  say({ value, n, noted }) {
    if (value === null) return 'Too little stood a year ago to tell how much of it changed.';
    const where = `${counted(n, 'fact')} of ${counted(Number(noted.products ?? 0), 'product')}`;
    return `Of ${where} that stood a year ago, ${value === 0 ? 'none is' : `${percent(value)} are`} gone or altered.`;
  },

  remedy: null,
});

function isThisYear(window: Window, lastAt: number | null): boolean {
  return window.to - window.from >= NEARLY_A_YEAR && lastAt !== null && lastAt > window.from && lastAt <= window.to;
}
