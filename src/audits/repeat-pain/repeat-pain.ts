/** Asks that a release answered, and whether somebody else said the same again soon after. Page for readers: repeat-pain.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold, unheard } from '../heard-threads.ts';

/** A quarter after the release (measuring C8). */
const SOON = 90 * DAY;

export default defineAudit({
  id: 'repeat-pain',
  lens: 'product',
  answers: 'holds',
  question: 'Do fixed problems come back?',
  facts: ['returns', 'threads'],
  unit: 'share',
  estimate: { of: 'share' },
  // Much that comes back is told in other words and not found: none found is no proof, and one in twenty is much.
  curve: {
    kind: 'knots',
    knots: [
      [0, 90],
      [0.02, 75],
      [0.05, 50],
      [0.2, 0],
    ],
  },
  norm: 'Our own, for want of a published one: none found scores 90, because much is missed; one in twenty scores 50.',
  minN: 10,
  version: 1,
  guardedBy: 'demand-to-ship',

  observe({ returns, threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    if (!threads.linked) {
      return { state: 'not-collected', because: 'No changes with releases were read beside the threads.' };
    }
    const observations: Observation[] = [];
    for (const { thread: place, again } of returns) {
      const thread = threads.all[place];
      if (!thread?.shipped || thread.side !== 'outsider') continue;
      const until = thread.shipped.at + SOON;
      // Within a quarter it may still come back.
      if (!within(window, until) || until > endOf(thread, window)) continue;
      const evidence =
        again === null ? [thread.id, thread.shipped.evidence] : [again.id, thread.id, thread.shipped.evidence];
      const likely = thread.shipped.p === undefined ? {} : { p: thread.shipped.p };
      observations.push({ block: askerOf(thread), when: thread.shipped.at, hit: again !== null, evidence, ...likely });
    }
    if (observations.length === 0) {
      return {
        state: 'not-applicable',
        because: 'No ask of an outsider shipped a quarter before the end of this window.',
      };
    }
    const back = observations.filter(({ hit }) => hit).length;
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      noted: { back, ...howTold(threads) },
    };
  },

  say({ n, noted }) {
    const back = Number(noted.back ?? 0);
    if (back === 0) return `Of ${counted(n, 'answered ask')}, none was found again within 90 days of its release.`;
    return `Of ${counted(n, 'answered ask')}, somebody else said the same as ${thousands(back)} within 90 days of the release.`;
  },

  remedy: {
    title: 'Look again at what came back',
    hypothesis:
      'We believe that what is said again after its release was not fixed for everybody, because others meet it anew.',
    tellTale: 'answered asks that somebody else writes of again within 90 days',
    effort: 'days',
    soonestDays: 90,
  },

  /** Every second one held: a hypothesis, not a finding. */
  imagine(observations) {
    let back = 0;
    return observations.map((ask) => {
      if (ask.hit !== true) return ask;
      back += 1;
      return { ...ask, hit: back % 2 === 0 };
    });
  },
});
