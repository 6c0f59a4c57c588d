/** How much of the product as it stood a year ago is gone or replaced. Page for readers: yearly-renewal.md. */
import type { Observation } from '#core/observation.ts';
import { WEEK, type Window } from '#core/time.ts';
import { counted, percent } from '#core/wording.ts';
import type { Renewal } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected } from '../finished-work.ts';

/** Shares of product lines gone or replaced in a year, over the 17 named products of `bench/panel.json`: one in ten, and the middle. */
const PANEL = { p10: 0.64, median: 0.06 };

/** Renewal is measured once, for the 52 weeks up to the newest change; a window that ends up to so much later is the same year. */
const SAME_YEAR = 4 * WEEK;

/** A history that is a little short of 52 weeks still shows what a year renews. */
const NEARLY_A_YEAR = 48 * WEEK;

export default defineAudit({
  id: 'yearly-renewal',
  lens: 'product',
  answers: 'substance',
  question: 'How much of the product was renewed in a year?',
  facts: ['renewal'],
  unit: 'share',
  estimate: { of: 'ratio' },
  curve: { kind: 'log-normal', ...PANEL, better: 'higher' },
  norm: `Of 17 named products (bench/panel.json) half renewed at most ${percent(PANEL.median)} in a year, which scores 50, and one in ten ${percent(PANEL.p10)} or more, which scores 90. A seed, not a population.`,
  minN: 30,
  version: 1,
  guardedBy: 'line-survival',

  observe({ renewal }, window) {
    if (!renewal.collected) return notCollected(renewal.because, 'What stood a year ago was not read.');
    if (window.to - window.from < NEARLY_A_YEAR || renewal.to > window.to) {
      return notCollected(null, 'Renewal is measured for the newest 52 weeks only.');
    }
    if (renewal.to - renewal.from < NEARLY_A_YEAR) {
      return { state: 'not-applicable', because: 'Nothing stood a year ago: the history is younger than that.' };
    }
    const inWindow = shareInWindow(renewal, window);
    const evidence = renewal.evidence === null ? [] : [renewal.evidence];
    const observations: Observation[] = [];
    for (const { path, area, stood, gone } of renewal.files) {
      if (area !== 'product' || stood === 0) continue;
      observations.push({ block: path, also: folderOf(path), value: gone * inWindow, of: stood, evidence });
    }
    if (observations.length === 0) {
      return { state: 'not-applicable', because: 'No text of the product stood a year ago that could be renewed.' };
    }
    return { observations: observations.sort((a, b) => (b.value ?? 0) - (a.value ?? 0)) };
  },

  say({ value, n }) {
    if (value === null) return 'Too little stood a year ago to tell how much of it was renewed.';
    return `Of what stood a year ago, in ${counted(n, 'file')}, ${percent(value)} is gone or replaced.`;
  },

  remedy: {
    title: 'Rebuild the part that has stood longest',
    hypothesis:
      'We believe that one part rebuilt in depth changes more for users than many small touches, because slight updates leave the core as it was.',
    tellTale: 'weeks in which that part changed in substance',
    effort: 'weeks',
    soonestDays: 90,
  },
});

/**
 * Where the newest change is long before the window's end, only the part of the measured year that lies in the window
 * counts: told from each week's share of all lines that went, since files are not known week by week.
 */
function shareInWindow({ to, weeks }: Renewal, window: Window): number {
  if (window.to - to <= SAME_YEAR) return 1;
  let all = 0;
  let inside = 0;
  for (const week of weeks) {
    all += week.product.gone;
    if (week.to > window.from) inside += week.product.gone;
  }
  return all === 0 ? 0 : inside / all;
}

/** Files of one folder are often rewritten together. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
