/** Plays each game on many companies: what the gamed audit gains, and what the audit that guards it loses. */
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { isUnseen } from '#core/audit.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { windowUntil } from '#core/time.ts';
import { type Dials, turned } from '../../test/worlds/simulated/dials.ts';
import { END, simulate, type WorldFacts } from '../../test/worlds/simulated/world.ts';
import type { Game } from './games.ts';

const MIDDLING: Partial<Dials> = {
  gap: [12, 25],
  held: [0.1, 0.3],
  repaired: [0.1, 0.3],
  asks: 5,
  askers: 200,
  shouter: 0.25,
  answered: [0.5, 0.8],
  wait: [2, 8],
  outcome: [0.3, 0.7],
  named: [0.1, 0.5],
  loved: [0.2, 0.6],
  praise: [0.3, 0.7],
};

export interface Played {
  readonly audit: string;
  readonly game: string;
  /** An audit's id, or the plain check in words. */
  readonly guard: string;
  /** Scores, or hundred times a share where there is no score; averages over the companies. */
  readonly gained: number;
  readonly lost: number | null;
  readonly verdict: 'unmoved' | 'caught' | 'in part' | 'halved' | 'by eye' | 'not caught';
}

/** Shares of faults: as audits without a score they have no curve that says so. */
const WORSE_WHEN_HIGHER: ReadonlySet<string> = new Set(['vague-claims', 'claim-conflicts', 'open-ask-age']);

/** Less than this many points of 100 is no gain. */
const NOTHING = 3;

export function play(game: Game, worlds: number): Played {
  const audit = byId(game.audit);
  const guard = (AUDITS as readonly Audit[]).find(({ id }) => id === audit.guardedBy);
  const sums = { gained: 0, lost: 0, played: 0 };
  for (let each = 0; each < worlds; each += 1) {
    const dials = turned(MIDDLING);
    const seed = `game ${game.audit} ${each}`;
    const before = simulate(seed, dials).facts;
    const other = game.dials ? simulate(seed, { ...dials, ...game.dials(dials) }).facts : before;
    const after = game.touch ? game.touch(other) : other;
    const gained = gain(audit, before, after);
    if (gained === null) continue;
    sums.played += 1;
    sums.gained += gained;
    sums.lost -= guard ? (gain(guard, before, after) ?? 0) : 0;
  }
  const gained = sums.gained / sums.played;
  const lost = guard ? sums.lost / sums.played : null;
  return {
    audit: game.audit,
    game: game.name,
    guard: audit.guardedBy,
    gained,
    lost,
    verdict: verdictOf(gained, lost, guard?.answers === audit.answers && audit.answers !== null),
  };
}

/**
 * Caught: the guard loses at least half of what was gained. In part: it loses less. Halved: it does not move, and as it
 * answers the same question, that gains half.
 */
function verdictOf(gained: number, lost: number | null, together: boolean): Played['verdict'] {
  if (Math.abs(gained) < NOTHING || Number.isNaN(gained)) return 'unmoved';
  if (lost === null) return 'by eye';
  if (lost >= Math.abs(gained) / 2) return 'caught';
  if (lost >= NOTHING) return 'in part';
  if (together && lost > -NOTHING) return 'halved';
  return 'not caught';
}

function gain(audit: Audit, before: WorldFacts, after: WorldFacts): number | null {
  const [from, to] = [pointsOf(audit, before), pointsOf(audit, after)];
  return from === null || to === null ? null : to - from;
}

function pointsOf(audit: Audit, facts: WorldFacts): number | null {
  const seen = audit.observe(facts as never, windowUntil(END));
  if (isUnseen(seen)) return null;
  const prepared = prepare(audit.estimate, seen.observations);
  const value = prepared.value();
  if (prepared.n < audit.minN) return null;
  if (audit.curve === null) {
    const better = WORSE_WHEN_HIGHER.has(audit.id) ? -1 : 1;
    // Days without a score are told as days.
    return value === null ? null : better * (audit.unit === 'days' ? 1 : 100) * value;
  }
  return value === null ? 0 : scoreOf(audit.curve, value);
}

function byId(id: string): Audit {
  const found = (AUDITS as readonly Audit[]).find((audit) => audit.id === id);
  if (!found) throw new Error(`no audit ${id}`);
  return found;
}
