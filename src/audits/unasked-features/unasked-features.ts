/** Features that nobody is known to have asked for: bets, and where most of them lie. Page for readers: unasked-features.md. */
import type { Observation } from '#core/observation.ts';
import { mover, type Sure } from '#core/statistics/mover.ts';
import { wilson } from '#core/statistics/wilson.ts';
import { DAY, type Window, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Feature } from '#facts/need-values.ts';
import type { FactValues } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { unheard } from '../heard-threads.ts';
import { weekOf } from '../week-of.ts';

/** So long voices must have been read before a feature, for silence to mean that nobody asked. */
const HEARD = 182 * DAY;
/** A subject is named where so many features of it shipped, and its share of them surely exceeds that of the asks. */
const LEAST_FEATURES = 4;
const LEVEL = 0.95;

type Facts = Pick<FactValues, 'features' | 'threads' | 'subjects'>;

export default defineAudit({
  id: 'unasked-features',
  lens: 'product',
  // A bet is no fault: it takes no part in the lens.
  answers: null,
  question: 'Where do we ship what nobody asked for?',
  facts: ['features', 'threads', 'subjects'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None, and none is wanted: what nobody asked for is a bet, not a fault.',
  minN: 10,
  version: 1,
  guardedBy: 'a plain check of ten such features by eye',

  observe(facts, window) {
    const { features, threads } = facts;
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    if (!features.collected) return { state: 'not-collected', because: features.because ?? 'No feature was read.' };
    const shipped = features.all.filter(({ landedAt }) => within(window, landedAt));
    if (shipped.length === 0) return { state: 'not-applicable', because: 'No feature landed in this window.' };
    const judged = shipped.filter(({ at }) => at >= features.heardFrom + HEARD && at <= threads.until);
    if (judged.length === 0) {
      return {
        state: 'not-collected',
        because: 'Voices were not read for half a year before any feature of this window.',
      };
    }
    const observations = judged.map(({ id, at, asked }): Observation => {
      return { block: weekOf(at), when: at, hit: asked === null, evidence: asked === null ? [id] : [id, asked] };
    });
    const topic = overServed(judged, facts, window);
    return {
      observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)),
      coverage: { eligible: shipped.length, observed: judged.length },
      noted: { asked: judged.filter(({ asked }) => asked !== null).length, ...(topic !== null && { topic }) },
    };
  },

  say({ n, noted }) {
    const bets = n - Number(noted.asked ?? 0);
    const about = noted.topic === undefined ? '' : `, most of all about “${noted.topic}”`;
    if (bets === 0) return `Somebody had asked for each of ${counted(n, 'feature')} before it was built.`;
    return `${thousands(bets)} of ${counted(n, 'feature')} ${bets === 1 ? 'is a bet' : 'are bets'}: nobody is known to have asked before${about}.`;
  },

  remedy: null,
});

/**
 * The word whose share of the features exceeds its share of the asks by most, where the difference is sure for as many
 * words as are looked at (Bonferroni); null where none is.
 */
function overServed(judged: readonly Feature[], { features, threads, subjects }: Facts, window: Window): string | null {
  const bets = judged.filter(({ asked }) => asked === null);
  const counts = countsIn(bets.map(({ stems }) => stems));
  const often = [...counts].filter(([, count]) => count >= LEAST_FEATURES);
  if (often.length === 0) return null;
  const asked = threads.all.filter(({ at, asks, side }) => {
    return asks && side !== 'maker' && side !== 'bot' && at <= window.to && at > window.from - HEARD;
  });
  const heard = countsIn(asked.flatMap(({ id }) => subjects.of.get(id) ?? []).map((stem) => [stem]));
  const level = 1 - (1 - LEVEL) / often.length;
  const shares = often.flatMap(([stem, count]) => {
    const [ships, says] = [sureOf(count, judged.length, level), sureOf(heard.get(stem) ?? 0, asked.length, level)];
    if (ships === null || says === null) return [];
    const { difference, interval } = mover(ships, says, level);
    return interval.low > 0 ? [{ stem, difference }] : [];
  });
  const [most] = shares.sort((a, b) => b.difference - a.difference || a.stem - b.stem);
  return most === undefined ? null : (features.written.get(most.stem) ?? null);
}

function countsIn(all: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const stems of all) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function sureOf(hits: number, n: number, level: number): Sure | null {
  const interval = wilson(hits, n, level);
  return interval === null ? null : { value: hits / n, interval };
}
