/** Where the changes of a simulated company began, and how much of that was written down. */

import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { windowUntil, within } from '#core/time.ts';
import type { Origins } from '#facts/voice-values.ts';
import { between, Moods, shared } from './chance.ts';
import type { Dials } from './dials.ts';
import { idOfChange, type Ships, type ShipsTruth } from './ships.ts';

const [OUTSIDE, OWN, IDEA, UNTRACED] = [1, 2, 3, 4] as const;

export interface Begun {
  readonly fact: Origins;
  readonly truth: { readonly 'own-use': number | null };
  /** Of the changes of the year: how many really began with somebody outside, with own use, with an idea. */
  readonly really: readonly [outside: number, own: number, idea: number];
}

/** What began with own use is written down as seldom as anything else; the audit speaks of what is written. */
export function begins(random: Random, dials: Dials, { made, truth }: Ships, end: number): Begun {
  const outside = between(random, dials.outside);
  const own = between(random, dials.ownUse) * (1 - outside);
  const traced = between(random, dials.traced);
  const limits = [outside, outside + own].map(normalQuantile);
  const moods = new Moods(random);
  const of = new Uint8Array(made.length);
  const evidence = new Map<number, string>();
  const window = windowUntil(end);
  const counts = { outside: 0, own: 0, idea: 0, untraced: 0, offered: 0 };
  const really: [number, number, number] = [0, 0, 0];
  for (const [index, { visible, bot, at, number }] of made.entries()) {
    if (!visible || bot) continue;
    const week = Math.floor((end - at) / (7 * 86_400_000) / dials.season);
    const spot = shared(random, [moods.of(week), dials.alike]);
    const began = spot < (limits[0] ?? 0) ? OUTSIDE : spot < (limits[1] ?? 0) ? OWN : IDEA;
    const known = random.uniform() < traced;
    of[index] = known ? began : UNTRACED;
    evidence.set(index, idOfChange(number));
    if (!within(window, at)) continue;
    really[began - 1] = (really[began - 1] ?? 0) + 1;
    counts[known ? ((['outside', 'own', 'idea'] as const)[began - 1] ?? 'untraced') : 'untraced'] += 1;
  }
  return {
    fact: { collected: true, because: null, of, evidence, counts },
    truth: { 'own-use': traced * ownShare(dials, truth, own, 1 - outside - own) },
    really,
  };
}

/** Own use whatever it is, ideas where they mend something: every release brings one more repair, and at times its revert. */
function ownShare(
  { changes, making }: Dials,
  { visible, feature, gaps, repaired }: ShipsTruth,
  own: number,
  idea: number,
) {
  const sure = making.share[0] < 1 ? 1 : 0;
  const usual = visible * (changes + sure);
  const releases = gaps === null ? 0 : 7 / gaps.mean;
  const mending = usual * (1 - feature) + releases;
  return own + (idea * mending) / (usual + releases * (1 + repaired));
}
