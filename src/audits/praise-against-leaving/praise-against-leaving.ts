/** Of what people said in words of praise or of leaving, how much is praise. Page for readers: praise-against-leaving.md. */
import type { Observation } from '#core/observation.ts';
import { dayOf, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';

export default defineAudit({
  id: 'praise-against-leaving',
  lens: 'customer',
  answers: 'loved',
  question: 'Do people praise it, or leave?',
  facts: ['phrases', 'threads'],
  unit: 'share',
  estimate: { of: 'share' },
  // No published figure was found. Ours: as many who leave as who praise is poor, one in twenty is good.
  curve: {
    kind: 'knots',
    knots: [
      [0, 0],
      [0.5, 20],
      [0.8, 50],
      [0.95, 90],
      [1, 100],
    ],
  },
  norm: 'Our own, for want of a published one: one in twenty who leaves scores 90, one in five 50.',
  minN: 30,
  version: 1,
  guardedBy: 'ratings',

  observe({ phrases, threads }, window) {
    if (!phrases.collected) {
      return { state: 'not-collected', because: phrases.because ?? 'No reviews, posts or surveys were gathered.' };
    }
    if (threads.until <= window.from) {
      return { state: 'not-collected', because: `What customers say is known up to ${dayOf(threads.until)}.` };
    }
    const observations: Observation[] = [];
    let leaving = 0;
    for (const { at, evidence, person, leaving: leaves } of phrases.all) {
      if (!within(window, at)) continue;
      if (leaves) leaving += 1;
      // Whoever praises it and leaves all the same has left.
      observations.push({
        block: person < 0 ? evidence : `asker ${person}`,
        when: at,
        hit: !leaves,
        evidence: [evidence],
      });
    }
    if (observations.length === 0) {
      return { state: 'not-applicable', because: 'Nobody praised it or left in words that the list knows.' };
    }
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      noted: { leaving, unread: phrases.unread },
    };
  },

  say({ n, noted }) {
    const leaving = Number(noted.leaving ?? 0);
    const unread = Number(noted.unread ?? 0);
    const rest = unread === 0 ? '' : `; ${thousands(unread)} in other languages not read`;
    const told = `${counted(n - leaving, 'piece')} of praise, ${thousands(leaving)} of leaving`;
    return `${told.charAt(0).toUpperCase()}${told.slice(1)}, by a short list of phrases${rest}.`;
  },

  remedy: null,
});
