/** Asks that another customer answered before anybody of the makers did. Page for readers: peer-answers.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Reply, Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, firstAnswer, howTold, unheard } from '../heard-threads.ts';

/** An ask is given a month, as in no-human-answer. */
const LONG = 30 * DAY;

/** "Me too, any news?" answers nobody; our own cut, about two plain sentences. */
const LEAST_LETTERS = 80;

export default defineAudit({
  id: 'peer-answers',
  lens: 'customer',
  // Beside serving: what customers do for each other is no work of the team.
  answers: null,
  question: 'Do customers answer each other?',
  facts: ['threads'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: a lively circle of customers is a gift, and no excuse for silence.',
  minN: 20,
  version: 1,
  guardedBy: 'a plain check of ten such answers by eye',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const observations: Observation[] = [];
    const noted = { peers: 0, alone: 0 };
    let eligible = 0;
    for (const thread of threads.all) {
      const end = endOf(thread, window);
      if (thread.side !== 'outsider' || !thread.asks || !within(window, thread.at) || thread.at > end - LONG) continue;
      eligible += 1;
      if (!thread.read) continue;
      const team = firstAnswer(thread, end);
      const peer = peerIn(thread, Math.min(end, (team?.at ?? Number.POSITIVE_INFINITY) - 1));
      if (peer !== null) noted.peers += 1;
      if (peer !== null && team === null) noted.alone += 1;
      const evidence = peer === null ? [thread.id] : [thread.id, peer.id];
      observations.push({ block: askerOf(thread), when: thread.at, hit: peer !== null, evidence });
    }
    if (eligible === 0) return { state: 'not-applicable', because: 'No ask of this window is older than 30 days.' };
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible, observed: observations.length },
      noted: { ...noted, ...howTold(threads) },
    };
  },

  say({ n, noted }) {
    if (n === 0) return 'No thread could be judged: their replies were not all read.';
    const peers = Number(noted.peers ?? 0);
    if (peers === 0) return `None of ${counted(n, 'ask')} had its first full answer from another customer.`;
    const alone = Number(noted.alone ?? 0);
    const rest = alone === 0 ? '' : `; in ${thousands(alone)} the team never wrote`;
    const its = peers === 1 ? 'its' : 'their';
    return `${thousands(peers)} of ${counted(n, 'ask')} had ${its} first full answer from another customer${rest}.`;
  },

  remedy: null,
});

/** Somebody else outside, in words of their own. */
function peerIn({ replies, asker, at: asked }: Thread, until: number): Reply | null {
  const others = replies.filter(({ side, person }) => side === 'outsider' && person >= 0 && person !== asker);
  return (
    others.find(({ at, letters, templated }) => !templated && letters >= LEAST_LETTERS && at >= asked && at <= until) ??
    null
  );
}
