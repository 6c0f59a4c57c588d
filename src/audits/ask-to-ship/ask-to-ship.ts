/** How much of what was asked for a release has answered within half a year, open asks counted in. Page for readers: ask-to-ship.md. */

import type { Observation } from '#core/observation.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { DAY, type Window, within } from '#core/time.ts';
import { counted, inDays, percent, thousands } from '#core/wording.ts';
import type { Repeats, Thread, Threads } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold, isOpen, unheard, withdrawnAt } from '../heard-threads.ts';
import { rootOf } from '../root-of.ts';
import { nameableIn, SHIPPED_CURVE, SHIPPED_NORM, unlinked } from '../shipped-answers.ts';

/** Half a year, as demand-to-ship gives a release (measuring C4). */
const HALF_A_YEAR = 182;

export default defineAudit({
  id: 'ask-to-ship',
  lens: 'customer',
  answers: 'answered',
  question: 'Does what people ask for come out?',
  facts: ['threads', 'repeats'],
  unit: 'share',
  estimate: { of: 'km-at', at: HALF_A_YEAR },
  curve: SHIPPED_CURVE,
  norm: SHIPPED_NORM,
  minN: 15,
  version: 3,
  guardedBy: 'honest-closure',

  observe({ threads, repeats }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    const nameable = nameableIn(threads);
    const untold = unlinked(threads, nameable);
    if (untold !== null) return untold;
    const observations: Observation[] = [];
    let [eligible, older] = [0, 0];
    for (const members of togetherIn(threads, repeats)) {
      const [first] = members;
      if (!first?.asks || first.side !== 'outsider' || first.at > window.to) continue;
      const wait = waitOf(members, threads, window);
      if (first.at <= window.from) {
        if (wait.waits && nameable.has(first.kind)) older += 1;
        continue;
      }
      if (!within(window, first.at)) continue;
      eligible += 1;
      // Reviews and letters carry no number that a change could name: their silence tells nothing.
      if (!nameable.has(first.kind)) continue;
      const { time, ended, evidence } = wait;
      observations.push({ block: askerOf(first), when: first.at, time, ended, evidence });
    }
    if (eligible === 0)
      return { state: 'not-applicable', because: 'Nobody outside asked for anything in this window.' };
    const median = prepare({ of: 'km-median' }, observations).value();
    return {
      observations: observations.sort(longestWaitingFirst),
      coverage: { eligible, observed: observations.length },
      noted: { older, ...(median !== null && { median }), ...howTold(threads) },
    };
  },

  say({ value, n, noted }) {
    if (n === 0) return 'No ask could be judged: changes name none of this kind.';
    const older = Number(noted.older ?? 0);
    const open = older === 0 ? '' : `; ${thousands(older)} older ${older === 1 ? 'one is' : 'ones are'} still open`;
    if (value === null) return `${counted(n, 'ask')}, none watched for half a year yet${open}.`;
    const half = noted.median === undefined ? '' : `, half within ${inDays(Number(noted.median))}`;
    return `A release answered ${percent(value)} of ${counted(n, 'ask')} within half a year${half}${open}.`;
  },

  remedy: null,
});

interface Wait {
  readonly time: number;
  readonly ended: boolean;
  readonly evidence: readonly string[];
  /** Nothing came of it, and nobody took it back. */
  readonly waits: boolean;
  /** How likely the release answered it, where that link was recovered. */
  readonly p?: number;
}

/** The clock starts with the first who asked, and runs on through a closing that only says no. */
function waitOf(members: readonly Thread[], threads: Threads, window: Window): Wait {
  const [first] = members as [Thread, ...Thread[]];
  const end = Math.min(endOf(first, window), threads.linkedUntil ?? window.to);
  const days = (at: number) => Math.max(0, (at - first.at) / DAY);
  const shipped = members
    .flatMap((thread) => thread.shipped ?? [])
    .filter(({ at }) => at <= end)
    .sort((a, b) => a.at - b.at)[0];
  if (shipped) {
    const { at, evidence, p } = shipped;
    return { time: days(at), ended: true, evidence: [first.id, evidence], waits: false, ...(p !== undefined && { p }) };
  }
  const left = Math.max(...members.map((thread) => leftAt(thread, end)));
  const waits = left > end;
  return { time: days(Math.min(left, end)), ended: false, evidence: [first.id], waits };
}

/** When nothing more can be told of it: taken back by whoever asked, or closed with nothing that says what came of it. */
function leftAt(thread: Thread, end: number): number {
  const { closed, links } = thread;
  if (closed === null || isOpen(thread, end)) return Number.POSITIVE_INFINITY;
  if (withdrawnAt(thread) <= end) return closed.at;
  return closed.declined || links.length > 0 ? Number.POSITIVE_INFINITY : closed.at;
}

/** Threads that somebody says are one, the first ask first. */
function togetherIn({ all }: Threads, { of }: Repeats): readonly (readonly Thread[])[] {
  const groups = new Map<number, Thread[]>();
  for (const [place, thread] of all.entries()) {
    const root = rootOf(place, of);
    groups.set(root, [...(groups.get(root) ?? []), thread]);
  }
  return [...groups.values()];
}

function longestWaitingFirst(a: Observation, b: Observation): number {
  return Number(a.ended ?? true) - Number(b.ended ?? true) || (b.time ?? 0) - (a.time ?? 0);
}
