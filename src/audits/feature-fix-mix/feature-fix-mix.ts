/** Whether work goes into new things or into repairs. Page for readers: feature-fix-mix.md. */
import { percent } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { landedByPeople, notCollected, nothingThere } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

export default defineAudit({
  id: 'feature-fix-mix',
  lens: 'product',
  answers: null,
  question: 'Does work go into new things or into repairs?',
  facts: ['history', 'work'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'Half of ten open-source products lay between 22 % and 40 % new, with 26 % at the middle; neither end is better.',
  minN: 20,
  version: 1,
  guardedBy: 'a plain check of ten features by eye',

  observe({ history, work }, window) {
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen.');
    const landed = landedByPeople({ history, work }, window).filter(
      (index) => work.visible[index] === 1 && (work.kind[index] === 'feature' || work.kind[index] === 'fix'),
    );
    if (landed.length === 0)
      return nothingThere(history, 'No new feature and no repair that users could notice landed in this window.');
    const observations = landed.map((index) => ({
      block: weekOf(history.commits[index]?.landedAt ?? 0),
      when: history.commits[index]?.landedAt ?? 0,
      hit: work.kind[index] === 'feature',
      evidence: [history.commits[index]?.id ?? ''],
    }));
    const features = observations.filter(({ hit }) => hit).length;
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      noted: { features, repairs: observations.length - features },
    };
  },

  say({ value, noted }) {
    if (value === null) return 'No new feature and no repair was seen.';
    return `Of features and repairs, ${percent(value)} are features (${noted.features} against ${noted.repairs}).`;
  },

  remedy: null,
});
