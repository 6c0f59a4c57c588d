/** The share of customers who would be very disappointed without it, as a Mirror Test shows it. Page for readers: must-have.md. */

import { counted, percent } from '#core/wording.ts';
import { newestRound } from '../closed-rounds.ts';
import { defineAudit } from '../define-audit.ts';

/** Sean Ellis's bar. */
const BAR = 0.4;

export default defineAudit({
  id: 'must-have',
  lens: 'customer',
  answers: 'loved',
  question: 'Would customers miss it?',
  facts: ['rounds'],
  unit: 'share',
  estimate: { of: 'told' },
  curve: {
    kind: 'knots',
    knots: [
      [0, 0],
      [BAR, 50],
      [1, 100],
    ],
  },
  norm: 'Sean Ellis: 40 % very disappointed, passed only where the whole interval lies above; 40 answers give a direction.',
  minN: 40,
  version: 1,
  guardedBy: 'a plain check of who was asked, and how they were chosen',

  observe({ rounds }, window) {
    return newestRound(rounds, window, {
      shows: 'what customers would miss',
      of: ({ mustHave }) =>
        mustHave && {
          ...{ value: mustHave.value, between: mustHave.interval, n: mustHave.n },
          noted: { bar: against(mustHave.interval) },
        },
    });
  },

  say({ value, n, noted: { bar = '' } }) {
    return `Of ${counted(n, 'customer')} ${percent(value ?? 0)} would be very disappointed without it; ${bar}.`;
  },

  remedy: null,
});

/** Passed and failed are said only where the whole interval lies on one side. */
function against({ low, high }: { readonly low: number; readonly high: number }): string {
  if (low > BAR) return 'clearly over 40 %';
  return high < BAR ? 'clearly under 40 %' : 'not clearly over 40 %';
}
