/** Closed asks with an outcome that can be seen: a change, a reason in a person's words, or that of the ask they repeat. Page for readers: honest-closure.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Thread, Threads } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import {
  askerOf,
  endOf,
  howTold,
  isOpen,
  LEAST_LETTERS,
  oneOriginal,
  peopleIn,
  unheard,
  withdrawnAt,
} from '../heard-threads.ts';
import { MOST_OF_THEM } from '../most-of-them.ts';

/** A reason is given with the closing: shortly before, or the day after. */
const BEFORE = 30 * DAY;
const AFTER = DAY;

type Outcome = 'shipped' | 'duplicate' | 'reason' | 'none';

/** What came of one closing; `original` is the ask whose outcome it has. */
interface Ended {
  readonly outcome: Outcome;
  readonly evidence: string | null;
  readonly original?: string;
}

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
  version: 4,
  guardedBy: 'no-human-answer',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const observations: Observation[] = [];
    const counts: Record<Outcome, number> = { shipped: 0, duplicate: 0, reason: 0, none: 0 };
    const left: Thread[] = [];
    const originals: string[] = [];
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
      const ended = endedAs(thread, end, threads.all);
      if (ended === null) continue;
      const { outcome, evidence, original } = ended;
      counts[outcome] += 1;
      if (outcome === 'none') left.push(thread);
      if (original !== undefined) originals.push(original);
      observations.push({
        block: askerOf(thread),
        when: closed.at,
        hit: outcome !== 'none',
        evidence: evidence === null || evidence === thread.id ? [thread.id] : [thread.id, evidence],
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
      ...oneOriginal(originals, observations.length),
      noted: { ...counts, ...howTold(threads) },
      people: peopleIn(left),
    };
  },

  say({ n, noted }) {
    if (n === 0) return 'No closing could be judged: replies or the asks that they repeat were not read.';
    const number = (key: string) => thousands(Number(noted[key] ?? 0));
    const split = `${number('shipped')} by a change, ${number('duplicate')} as ${noted.duplicate === 1 ? 'a duplicate' : 'duplicates'}, ${number('reason')} with a reason`;
    const none = Number(noted.none ?? 0);
    return `Of ${counted(n, 'closed ask')}, ${split}; ${none === 0 ? 'none' : thousands(none)} without an outcome.`;
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

/** null: it repeats an ask that still waits or was not read, so nothing came of it yet, or nobody can tell. */
function endedAs(thread: Thread, end: number, all: Threads['all']): Ended | null {
  const own = ownEnd(thread, end);
  if (own !== null || !thread.closed?.duplicate) return own ?? { outcome: 'none', evidence: null };
  const first = originalOf(thread, all);
  if (first === null || isOpen(first, end) || withdrawnAt(first) <= end) return null;
  const hasEnd = ownEnd(first, end) !== null;
  return { outcome: hasEnd ? 'duplicate' : 'none', evidence: first.id, ...(hasEnd && { original: first.id }) };
}

/** What came of a thread by itself: a change, or a reason in words. */
function ownEnd(thread: Thread, end: number): Ended | null {
  const link = thread.links.find(({ at }) => at <= end);
  if (link) return { outcome: 'shipped', evidence: link.evidence };
  const reason = thread.closed?.side === 'bot' ? null : reasonIn(thread);
  return reason === null ? null : { outcome: 'reason', evidence: reason };
}

/** The ask at the end of "duplicate of"; null where that was not read, or they repeat each other in a circle. */
function originalOf(thread: Thread, all: Threads['all']): Thread | null {
  const seen = new Set([thread]);
  let at = thread;
  while (at.closed?.duplicate) {
    const next = at.closed.original === undefined ? undefined : all[at.closed.original];
    if (next === undefined || seen.has(next)) return null;
    seen.add(next);
    at = next;
  }
  return at;
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
