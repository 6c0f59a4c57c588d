/** Whether README and pages speak of what customers gain, or of the product and its makers. Page for readers: customer-gains.md. */
import type { Observation } from '#core/observation.ts';
import { type Window, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { FactValues } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';

type Facts = Pick<FactValues, 'gains' | 'noteGains' | 'releases'>;

export default defineAudit({
  id: 'customer-gains',
  lens: 'claims',
  answers: null,
  question: 'Do we speak of ourselves or of what customers gain?',
  facts: ['gains', 'noteGains', 'releases'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None: it tells which way the words look, and neither is better.',
  minN: 40,
  version: 1,
  guardedBy: 'a plain check of ten such claims by eye',

  observe(facts, window) {
    const { pages } = facts.gains;
    if (pages.length === 0) return { state: 'not-collected', because: 'No README or page was read.' };
    const standing = pages.filter(({ at }) => at <= window.to);
    if (standing.length === 0) return { state: 'not-collected', because: 'Pages are read as they stand today.' };
    const observations = standing.flatMap(({ evidence, gains }) =>
      gains.map((gain, place): Observation => {
        return { block: `${evidence} ${place}`, hit: gain === 'customer', evidence: [evidence] };
      }),
    );
    if (observations.length === 0)
      return { state: 'not-applicable', because: 'No page that was read claims anything.' };
    const makers = standing.reduce((sum, { gains }) => sum + gains.filter((gain) => gain === 'maker').length, 0);
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      noted: { customer: observations.filter(({ hit }) => hit).length, makers, ...notesIn(facts, window) },
    };
  },

  say({ n, noted }) {
    const [customer, lines] = [Number(noted.customer ?? 0), Number(noted.lines ?? 0)];
    const notes = lines === 0 ? '' : `; in notes, ${thousands(Number(noted.told ?? 0))} of ${counted(lines, 'line')}`;
    const what = `${customer === 0 ? 'None' : thousands(customer)} of ${counted(n, 'claim')}`;
    return `${what} on pages ${customer > 1 ? 'tell' : 'tells'} what customers gain${notes}.`;
  },

  remedy: null,
});

/** Release notes speak another way than pages: told apart. */
function notesIn({ noteGains, releases }: Facts, window: Window): { told?: number; lines?: number } {
  let [told, lines] = [0, 0];
  for (const [release, own] of noteGains) {
    const at = releases.all[release]?.at;
    if (at === undefined || !within(window, at)) continue;
    told += own.customer;
    lines += own.lines;
  }
  return lines === 0 ? {} : { told, lines };
}
