/** Need by need, how much of what people asked for a release answered within half a year. Page for readers: demand-to-ship.md. */

import type { Observation } from '#core/observation.ts';
import { DAY, type Window } from '#core/time.ts';
import { counted, percent, thousands } from '#core/wording.ts';
import type { NeedFound } from '#facts/need-values.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread, Threads } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold, unheard, withdrawnAt } from '../heard-threads.ts';
import { rootOf } from '../root-of.ts';
import { nameableIn, SHIPPED_CURVE, SHIPPED_NORM, unlinked } from '../shipped-answers.ts';

/** Half a year (measuring C4). */
const HALF_A_YEAR = 182 * DAY;

type Facts = Pick<FactValues, 'needs' | 'threads' | 'repeats'>;

export default defineAudit({
  id: 'demand-to-ship',
  lens: 'customer',
  answers: 'answered',
  question: 'Does what ships follow what people need?',
  facts: ['needs', 'threads', 'repeats'],
  unit: 'share',
  estimate: { of: 'ratio' },
  curve: SHIPPED_CURVE,
  norm: SHIPPED_NORM,
  minN: 10,
  version: 2,
  guardedBy: 'repeat-pain',

  observe(facts, window) {
    const { needs, threads } = facts;
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const nameable = nameableIn(threads);
    const untold = unlinked(threads, nameable);
    if (untold !== null) return untold;
    const asked = askedIn(facts, window, nameable);
    if (asked.size === 0) {
      return {
        state: 'not-applicable',
        because: 'No ask of an outsider had half a year to be answered in this window.',
      };
    }
    const seen = needs.all.flatMap((need) => demandOf(need, asked) ?? []);
    const sorted = seen.filter(({ asks }) => asks > 0).reduce((sum, { asks }) => sum + asks, 0);
    const people = new Set([...asked.values()].map(({ who }) => who)).size;
    return {
      observations: seen.map(({ observation }) => observation).sort(mostLeftFirst),
      coverage: { eligible: asked.size, observed: sorted },
      ...fewPeople(asked.size, people),
      noted: { people, ...howTold(threads) },
      people: new Set(seen.flatMap(({ unanswered }) => unanswered)).size,
    };
  },

  say({ value, n }) {
    if (n === 0 || value === null) return 'None of the asks of this year is of a need that others share.';
    return `Over ${counted(n, 'need')}, releases answered ${percent(value)} of the demand within half a year.`;
  },

  remedy: null,
});

/** Needs then share their people, and what one person hears moves many of them: our own bar. */
const ASKS_EACH = 3;

function fewPeople(asks: number, people: number): { readonly unsure?: string } {
  if (asks <= ASKS_EACH * people) return {};
  return {
    unsure: `${counted(people, 'person', 'people')} asked all ${thousands(asks)}: what one hears moves many needs at once.`,
  };
}

interface Asked {
  readonly who: string;
  /** How likely a release answered it in time. */
  readonly p: number;
  readonly evidence: readonly string[];
}

/** Asks of outsiders whose half year ended in the window, by id; what was taken back is no demand. */
function askedIn({ threads, repeats }: Facts, window: Window, nameable: ReadonlySet<string>): Map<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const [place, thread] of threads.all.entries()) {
    if (!thread.asks || thread.side !== 'outsider' || !nameable.has(thread.kind)) continue;
    const until = thread.at + HALF_A_YEAR;
    if (until <= window.from || until > knownUntil(thread, threads, window)) continue;
    const root = threads.all[rootOf(place, repeats.of)];
    const shipped = [thread, root].flatMap((one) => one?.shipped ?? []).find(({ at }) => at <= until);
    if (!shipped && withdrawnAt(thread) <= until) continue;
    const evidence = shipped ? [thread.id, shipped.evidence] : [thread.id];
    asked.set(thread.id, { who: askerOf(thread), p: shipped ? (shipped.p ?? 1) : 0, evidence });
  }
  return asked;
}

/** Whether a change answers what was asked is known no longer than the history is. */
function knownUntil(thread: Thread, { linkedUntil }: Threads, window: Window): number {
  return Math.min(endOf(thread, window), linkedUntil ?? window.to);
}

interface NeedSeen {
  readonly observation: Observation;
  readonly asks: number;
  readonly unanswered: readonly string[];
}

/**
 * One need counts log2(1 + people): the hundredth asker adds less than the second. Of a person who asked several times
 * as much is answered as of their asks.
 */
function demandOf({ id, members }: NeedFound, asked: ReadonlyMap<string, Asked>): NeedSeen | null {
  const asks = members.flatMap(({ evidence }) => asked.get(evidence) ?? []);
  if (asks.length === 0) return null;
  const people = [...Map.groupBy(asks, ({ who }) => who)];
  const parts = people.map(([, own]) => own.reduce((sum, { p }) => sum + p, 0) / own.length);
  const share = parts.reduce((sum, part) => sum + part, 0) / people.length;
  const demand = Math.log2(1 + people.length);
  const evidence = [...new Set(asks.toSorted((a, b) => a.p - b.p).flatMap((one) => one.evidence))];
  return {
    observation: { block: id, value: demand * share, of: demand, evidence },
    asks: asks.length,
    unanswered: people.flatMap(([who, own]) => (own.every(({ p }) => p === 0) ? [who] : [])),
  };
}

function mostLeftFirst(a: Observation, b: Observation): number {
  const left = ({ value = 0, of = 0 }: Observation) => of - value;
  return left(b) - left(a) || (a.block < b.block ? -1 : 1);
}
