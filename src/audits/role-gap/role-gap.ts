/** How much better leaders find what is done than staff do, as a Mirror Test shows it. Page for readers: role-gap.md. */
import type { Apart } from '#core/mirror.ts';
import { newestRound, sharesOf } from '../closed-rounds.ts';
import { defineAudit } from '../define-audit.ts';

/** The scale of “Are we doing this right?”. */
const MOST = 10;

export default defineAudit({
  id: 'role-gap',
  lens: 'customer',
  // Beside the lens: a company may be of one mind and wrong.
  answers: null,
  question: 'Do leaders and staff see the same company?',
  facts: ['rounds'],
  unit: 'share',
  estimate: { of: 'told' },
  curve: null,
  norm: 'None: no published gaps of many companies are known to us; none at all is the aim.',
  minN: 5,
  version: 1,
  guardedBy: 'a plain check of who counted as leading, and that answers were anonymous',

  observe({ rounds }, window) {
    return newestRound(rounds, window, {
      shows: 'leaders and staff apart on whether it is done right',
      of: ({ roles }) => {
        const { right } = roles;
        if (right === undefined) return null;
        const all: readonly Apart[] = Object.values(roles);
        return {
          value: right.gap.value / MOST,
          between: sharesOf(right.gap.interval, MOST),
          n: right.least,
          noted: {
            ...{ leaders: right.one, staff: right.other },
            ...{ apart: all.filter(({ gap }) => gap.sure).length, of: all.length },
          },
        };
      },
    });
  },

  say({ noted: { leaders = 0, staff = 0, apart = 0, of = 0 } }) {
    return `Leaders give ${leaders} of 10 for doing it right, staff ${staff}; clearly apart on ${apart || 'none'} of ${of} questions.`;
  },

  remedy: null,
});
