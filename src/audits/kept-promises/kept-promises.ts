/** Of the promises whose time came, how many were kept by then. Page for readers: kept-promises.md. */
import type { Observation } from '#core/observation.ts';
import { onceEach, type PromiseState, stateOf } from '#core/promise-state.ts';
import { type Window, within } from '#core/time.ts';
import { counted, monthOf, thousands } from '#core/wording.ts';
import type { PromiseMade } from '#facts/promise-values.ts';
import { defineAudit } from '../define-audit.ts';

const TOLD: ReadonlySet<PromiseState> = new Set(['kept', 'kept late', 'not kept']);

export default defineAudit({
  id: 'kept-promises',
  lens: 'claims',
  answers: null,
  question: 'Do announced things arrive when promised?',
  facts: ['claims', 'promises'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None was found. Hold it against your own past.',
  minN: 5,
  version: 1,
  guardedBy: 'a plain check of the promises that were taken back or moved before their time',

  observe({ claims, promises }, window) {
    if (claims.places.length === 0) return { state: 'not-collected', because: 'No README or page was read.' };
    const made = promises.all.filter(({ at }) => at <= window.to);
    const soon = stillSoon(made, window);
    const due = onceEach(made.filter((one) => one.due !== null && within(window, one.due)));
    if (due.length === 0) {
      const others = soon.n === 0 ? '' : `; ${soon.n} ${soon.n === 1 ? 'says' : 'say'} “soon”, since ${soon.since}`;
      return { state: 'not-applicable', because: `No promise came due in this window${others}.` };
    }
    if (!promises.known) {
      return { state: 'not-collected', because: 'Nothing that ships was read beside the promises.' };
    }
    const became = due.map((promise) => ({ promise, state: stateOf(promise, window.to, true) }));
    const told = became.filter(({ state }) => TOLD.has(state));
    const count = (of: PromiseState) => became.filter(({ state }) => state === of).length;
    const observations = told.map(({ promise: { evidence, kept }, state }): Observation => {
      const shown = kept !== null && kept.at <= window.to ? [evidence, kept.evidence] : [evidence];
      return { block: evidence, hit: state === 'kept', evidence: shown };
    });
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      // What was taken back in time fell due no more.
      coverage: { eligible: due.length - count('taken back'), observed: told.length },
      noted: { late: count('kept late'), broken: count('not kept'), ...(soon.n > 0 && { soon: soon.n }) },
    };
  },

  say({ n, noted }) {
    const [late, broken, soon] = ['late', 'broken', 'soon'].map((key) => Number(noted[key] ?? 0)) as [
      number,
      number,
      number,
    ];
    if (n === 0) return 'Of the promises that came due, what became of them cannot be told.';
    const kept = n - late - broken;
    const open = soon === 0 ? '' : `; ${thousands(soon)} more ${soon === 1 ? 'says' : 'say'} “soon”`;
    if (kept === n)
      return `All of ${counted(n, 'promise')} that came due ${n === 1 ? 'was' : 'were'} kept in time${open}.`;
    return `${thousands(kept)} of ${counted(n, 'promise')} kept in time, ${thousands(late)} late, ${thousands(broken)} without a sign${open}.`;
  },

  remedy: {
    title: 'Say what became of each promise, where it stands',
    hypothesis:
      'We believe that people mind a promise without an end more than one that is put off, because the first leaves them waiting.',
    tellTale: 'promises whose time has passed without a word',
    effort: 'minutes',
    soonestDays: 90,
  },
});

/** What is promised without a time, and still stands: it ages from the day it was first said. */
function stillSoon(made: readonly PromiseMade[], { to }: Window): { readonly n: number; readonly since: string } {
  const waiting = onceEach(
    made.filter(
      ({ due, gone, kept }) => due === null && (gone === null || gone.at > to) && (kept === null || kept.at > to),
    ),
  );
  const oldest = waiting.reduce((first, { at }) => Math.min(first, at), to);
  return { n: waiting.length, since: monthOf(oldest) };
}
