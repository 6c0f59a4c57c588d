/** Whether people hear from a person within the time that is promised. Page for readers: service-promise.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, inDays, thousands } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { claimsIn, unheld } from '../claims-made.ts';
import { defineAudit } from '../define-audit.ts';
import {
  askerOf,
  endOf,
  firstAnswer,
  howTold,
  LEAST_LETTERS,
  oneVoice,
  unheard,
  withdrawnAt,
} from '../heard-threads.ts';

/** Above this part of what was kept it is said how: our own. */
const MANY_NODS = 0.25;

export default defineAudit({
  id: 'service-promise',
  lens: 'claims',
  answers: null,
  question: 'Is the promised time of reply kept?',
  facts: ['ledger', 'threads'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'The promise itself.',
  minN: 20,
  version: 2,
  guardedBy: 'first-human-reply',

  observe({ ledger, threads }, window) {
    const unseen = unheld(ledger) ?? unheard(threads, window);
    if (unseen !== null) return unseen;
    const promised = claimsIn(ledger, window).filter(({ within: seconds }) => seconds !== null);
    // Whoever reads several goes by the shortest.
    const claim = promised.toSorted((a, b) => (a.within ?? 0) - (b.within ?? 0) || a.firstAt - b.firstAt)[0];
    if (claim === undefined || claim.within === null) {
      return { state: 'not-applicable', because: 'No page promises an answer within a time.' };
    }
    const time = claim.within * 1000;
    const page = claim.places.at(-1)?.evidence ?? claim.id;
    const observations: Observation[] = [];
    let eligible = 0;
    let nods = 0;
    for (const thread of threads.all) {
      if (thread.side !== 'outsider' || !thread.asks || !within(window, thread.at) || thread.at < claim.firstAt)
        continue;
      const due = thread.at + time;
      // Whose time has not come, or who took it back before, is not judged.
      if (due > endOf(thread, window) || withdrawnAt(thread) < due) continue;
      eligible += 1;
      if (!thread.read) continue;
      const answer = firstAnswer(thread, due);
      if (answer !== null && answer.letters < LEAST_LETTERS && saidMoreAfter(thread, due, endOf(thread, window)))
        nods += 1;
      const evidence = [thread.id, page, ...(answer === null ? [] : [answer.id])];
      observations.push({ block: askerOf(thread), when: thread.at, hit: answer !== null, evidence });
    }
    if (eligible === 0) {
      return { state: 'not-applicable', because: 'Nobody outside asked anything since it was promised.' };
    }
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      coverage: { eligible, observed: observations.length },
      ...oneVoice(observations.map(({ block }) => block)),
      noted: { days: time / DAY, kept: observations.filter(({ hit }) => hit).length, nods, ...howTold(threads) },
    };
  },

  say({ n, noted }) {
    if (n === 0) return 'No ask could be judged: the replies were not all read.';
    const [days, kept] = [Number(noted.days ?? 0), Number(noted.kept ?? 0)];
    const nods = Number(noted.nods ?? 0);
    const more = nods > MANY_NODS * kept ? `; ${thousands(nods)} got a nod first` : '';
    return `${thousands(kept)} of ${counted(n, 'ask')} heard from a person within the promised ${inDays(days)}${more}.`;
  },

  remedy: {
    title: 'Promise the time that is kept, or keep it',
    hypothesis:
      'We believe that a promise of reply that is kept is worth more than a shorter one, because people plan by it.',
    tellTale: 'asks answered within the promised time',
    effort: 'days',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((ask) => ({ ...ask, hit: true }));
  },
});

/** The makers had more to say, and said it when the promised time was over. */
function saidMoreAfter({ replies }: Thread, due: number, until: number): boolean {
  return replies.some(({ side, templated, at }) => side === 'maker' && !templated && at > due && at <= until);
}
