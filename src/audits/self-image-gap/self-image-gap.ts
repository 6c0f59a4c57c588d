/** How many more customers would miss it in the eyes of those who lead than say so themselves. Page for readers: self-image-gap.md. */
import { newestRound, sharesOf } from '../closed-rounds.ts';
import { defineAudit } from '../define-audit.ts';

const HUNDRED = 100;

export default defineAudit({
  id: 'self-image-gap',
  lens: 'customer',
  // Beside being loved: how well a company knows it is not how much it is.
  answers: null,
  question: 'Do those who lead know what customers think?',
  facts: ['rounds'],
  unit: 'share',
  estimate: { of: 'told' },
  curve: null,
  norm: 'None: no published gaps of many companies are known to us; none at all is the aim.',
  minN: 5,
  version: 1,
  guardedBy: 'a plain check that guesses were given before any answer was seen',

  observe({ rounds }, window) {
    return newestRound(rounds, window, {
      shows: 'both the guess and what customers say',
      of: ({ selfImage }) =>
        selfImage && {
          value: selfImage.gap.value / HUNDRED,
          between: sharesOf(selfImage.gap.interval, HUNDRED),
          n: selfImage.least,
          noted: {
            who: selfImage.by === 'team' ? 'The team guesses' : 'Leaders guess',
            guess: Math.round(selfImage.one),
            said: Math.round(selfImage.other),
            sure: selfImage.gap.sure ? 'clearly apart' : 'perhaps by chance',
          },
        },
    });
  },

  say({ noted: { who = 'Leaders guess', guess = 0, said = 0, sure = '' } }) {
    return `${who} that ${guess} of 100 customers would be very disappointed; ${said} say so, ${sure}.`;
  },

  remedy: null,
});
