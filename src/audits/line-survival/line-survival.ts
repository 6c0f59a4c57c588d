/** How much of what was written still stands after a year. Page for readers: line-survival.md. */
import type { Observation } from '#core/observation.ts';
import { DAY } from '#core/time.ts';
import { percent } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected } from '../finished-work.ts';

const YEAR = 365;

export default defineAudit({
  id: 'line-survival',
  lens: 'product',
  answers: null,
  question: 'Does what was built stay?',
  facts: ['survival'],
  unit: 'share',
  estimate: { of: 'km-survival', at: YEAR },
  curve: null,
  norm: 'No value holds for every product; compare it with your own past.',
  minN: 1_000,
  version: 3,
  guardedBy: 'yearly-renewal',
  deep: true,

  observe({ survival }, window) {
    if (!survival.collected) return notCollected(survival.because, 'Lines are followed only when asked for: --deep.');
    const youngest = window.to - YEAR * DAY;
    const oldest = window.to - 3 * YEAR * DAY;
    const observations: Observation[] = [];
    for (const { born, evidence, lives } of survival.cohorts) {
      if (born < oldest || born > youngest) continue;
      // The lives were read at the newest change; at the end of an earlier window they had lasted no longer than this.
      const seenFor = Math.floor((window.to - born) / DAY);
      for (const { days, lines, ended } of lives) {
        const time = Math.min(days, seenFor);
        observations.push({
          block: evidence,
          when: born,
          time,
          ended: ended && days <= seenFor,
          count: lines,
          evidence: [evidence],
        });
      }
    }
    if (observations.length === 0) {
      return {
        state: 'not-applicable',
        because: 'Nothing was written between one and three years before the end of this window.',
      };
    }
    return { observations };
  },

  say({ value }) {
    if (value === null) return 'Too few lines are old enough to tell how many stay.';
    return `Of the lines written one to three years ago, ${percent(value)} stood for at least a year.`;
  },

  remedy: null,
});
