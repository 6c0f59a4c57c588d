/** How long finished changes wait until a final release carries them. Page for readers: commit-to-release.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, inDays, thousands } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { isFinished, notCollected, preReleasedAt, releasedAt, restingIn } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

/** With a release every second week no change waits longer. */
const FORTNIGHT = 14;

export default defineAudit({
  id: 'commit-to-release',
  lens: 'product',
  answers: 'arrives',
  question: 'How long does finished work wait for a release?',
  facts: ['history', 'work', 'releases'],
  unit: 'days',
  estimate: { of: 'km-median' },
  curve: { kind: 'log-normal', p10: 1.5, median: 8, better: 'lower' },
  norm: 'Panel of 20 open-source products: 1.4 days at the best tenth, 7.8 at the middle; DORA 2023: a day, a week, a month.',
  minN: 30,
  version: 1,
  guardedBy: 'follow-up-fixes',

  observe(facts, window) {
    const { history, releases } = facts;
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen, only releases.');
    const resting = restingIn(facts, window);
    if (resting !== null) return resting;
    const observations: Observation[] = [];
    const early = preReleasedAt(releases);
    let waiting = 0;
    let tried = 0;
    for (const [index, { at, id }] of history.commits.entries()) {
      if (!within(window, at) || !isFinished(facts, index, window.to)) continue;
      const released = releasedAt(facts, index, window.to);
      if (released === null) waiting += 1;
      if (released === null && (early.get(index) ?? Number.POSITIVE_INFINITY) <= window.to) tried += 1;
      // A change can be out before the time on it: a hot fix tagged on its branch, or two clocks that differ.
      const time = Math.max(0, ((released ?? window.to) - at) / DAY);
      // Whatever waits for one release comes with it: its cases end together.
      const also = released === null ? 'waits' : `release ${released}`;
      observations.push({ block: weekOf(at), also, time, ended: released !== null, evidence: [id] });
    }
    return { observations: observations.sort(longestWaitingFirst), noted: { waiting, tried } };
  },

  say({ value, noted }) {
    const waiting = Number(noted.waiting ?? 0);
    const tried = Number(noted.tried ?? 0);
    const early = tried > 0 ? `, ${tried === waiting ? 'all' : thousands(tried)} of them in a pre-release` : '';
    const still = waiting > 0 ? `; ${counted(waiting, 'change')} still wait${waiting === 1 ? 's' : ''}${early}` : '';
    if (value === null) return `Less than half of the finished work has reached users${still}.`;
    return `Half of the finished work reaches users within ${inDays(value)}${still}.`;
  },

  remedy: {
    title: 'Release what waits, then every second week',
    hypothesis:
      'We believe that releasing on a fixed day shortens the wait, because finished work now waits for other work.',
    tellTale: 'changes released within 14 days of being written',
    counts: ({ time, ended }) => ended === true && (time ?? 0) <= FORTNIGHT,
    effort: 'hours',
    soonestDays: 14,
  },

  /** Every wait ends by the fourteenth day at the latest; shorter ones stay as they are. */
  imagine(observations) {
    return observations.map((wait) => {
      const time = Math.min(wait.time ?? 0, FORTNIGHT);
      return { ...wait, time, ended: true };
    });
  },
});

function longestWaitingFirst(a: Observation, b: Observation): number {
  return Number(a.ended ?? true) - Number(b.ended ?? true) || (b.time ?? 0) - (a.time ?? 0);
}
