/** Closed asks with an outcome that can be seen: a change, a duplicate, or a reason in a person's words. Page for readers: honest-closure.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold, isOpen, peopleIn, unheard, withdrawnAt } from '../heard-threads.ts';
import { MOST_OF_THEM } from '../most-of-them.ts';
import { counted, grouped } from '../wording.ts';

/** A reason is given with the closing: shortly before, or the day after. */
const BEFORE = 30 * DAY;
const AFTER = DAY;
/** A nod (`Done, thanks!`) is no reason; half a sentence can be one. Ours. */
const LEAST_LETTERS = 40;

type Outcome = 'shipped' | 'duplicate' | 'reason' | 'none';

export default defineAudit({
  id: 'honest-closure',
  lens: 'customer',
  answers: 'answered',
  question: 'Do closed asks get a real outcome?',
  facts: ['threads'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: MOST_OF_THEM,
  norm: 'Our own, for want of a published one: nine in ten closed with a visible outcome score 90, half of them 50.',
  minN: 20,
  version: 3,
  guardedBy: 'no-human-answer',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const observations: Observation[] = [];
    const counts: Record<Outcome, number> = { shipped: 0, duplicate: 0, reason: 0, none: 0 };
    const left: Thread[] = [];
    let eligible = 0;
    for (const thread of threads.all) {
      const { closed } = thread;
      // Whether a change answers what was closed after the history ends, nobody can say.
      const end = Math.min(endOf(thread, window), threads.linkedUntil ?? window.to);
      if (thread.side !== 'outsider' || closed === null || isOpen(thread, end) || !within(window, closed.at)) continue;
      // Whoever closes their own ask gives the outcome themselves.
      if (withdrawnAt(thread) <= end) continue;
      eligible += 1;
      // A reason may stand in a reply that was not read.
      if (!thread.read) continue;
      const outcome = outcomeOf(thread, end);
      counts[outcome] += 1;
      if (outcome === 'none') left.push(thread);
      observations.push({
        block: askerOf(thread),
        when: closed.at,
        hit: outcome !== 'none',
        evidence: evidenceOf(thread, end),
        ...(outcome === 'shipped' && likelihoodOf(thread, end)),
      });
    }
    if (eligible === 0) return { state: 'not-applicable', because: 'No ask of an outsider was closed in this window.' };
    if (!threads.linked && threads.all.every(({ links }) => links.length === 0)) {
      return { state: 'not-collected', because: 'No changes were read beside the threads, so outcomes are not known.' };
    }
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      coverage: { eligible, observed: observations.length },
      noted: { ...counts, ...howTold(threads) },
      people: peopleIn(left),
    };
  },

  say({ n, noted }) {
    if (n === 0) return 'No closing could be judged: the replies were not all read.';
    const number = (key: string) => grouped(Number(noted[key] ?? 0));
    const split = `${number('shipped')} by a change, ${number('duplicate')} as ${noted.duplicate === 1 ? 'a duplicate' : 'duplicates'}, ${number('reason')} with a reason`;
    const none = Number(noted.none ?? 0);
    return `Of ${counted(n, 'closed ask')}, ${split}; ${none === 0 ? 'none' : grouped(none)} without an outcome.`;
  },

  remedy: {
    title: 'Close with a reason, in one sentence',
    hypothesis:
      'We believe that a reason keeps people asking, because an ask closed in silence is the last one they send.',
    tellTale: 'asks closed without a change, a duplicate or a reason',
    counts: ({ hit }) => hit === false,
    effort: 'minutes',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((closing) => ({ ...closing, hit: true }));
  },
});

function outcomeOf(thread: Thread, end: number): Outcome {
  const { closed, links } = thread;
  if (closed === null) return 'none';
  if (links.some(({ at }) => at <= end)) return 'shipped';
  if (closed.duplicate) return 'duplicate';
  return closed.side !== 'bot' && reasonIn(thread) !== null ? 'reason' : 'none';
}

/** Of a closing that only a recovered link explains: it counts by as much as the link is likely. */
function likelihoodOf({ links }: Thread, end: number): { readonly p?: number } {
  const p = links.reduce((most, link) => (link.at <= end ? Math.max(most, link.p ?? 1) : most), 0);
  return p > 0 && p < 1 ? { p } : {};
}

function reasonIn({ closed, replies, asker }: Thread): string | null {
  if (closed === null) return null;
  const said = replies.findLast(
    ({ at, side, templated, letters, person }) =>
      side === 'maker' &&
      !templated &&
      person !== asker &&
      letters >= LEAST_LETTERS &&
      at >= closed.at - BEFORE &&
      at <= closed.at + AFTER,
  );
  return said?.id ?? null;
}

function evidenceOf(thread: Thread, end: number): readonly string[] {
  const link = thread.links.find(({ at }) => at <= end);
  const shown = link?.evidence ?? reasonIn(thread);
  return shown === null || shown === thread.id ? [thread.id] : [thread.id, shown];
}
