/** Plays each game on many companies: what the gamed audit gains, and what the audit that guards it loses. */
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { isUnseen } from '#core/audit.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { windowUntil } from '#core/time.ts';
import { focusOf } from '#reading/focus.ts';
import { type Dials, turned } from '../../test/worlds/simulated/dials.ts';
import { computed, END, simulate, type WorldFacts } from '../../test/worlds/simulated/world.ts';
import { type Game, WEEKS_OF_MAKING } from './games.ts';

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
  /** An audit's id, the weeks of making, or the plain check in words. */
  readonly guard: string;
  /** Scores, or hundred times a share where there is no score; averages over the companies. */
  readonly gained: number;
  readonly lost: number | null;
  readonly verdict: 'unmoved' | 'caught' | 'told' | 'withheld' | 'in part' | 'halved' | 'by eye' | 'not caught';
}

/** As audits without a score they have no curve that says so: shares of faults, days, and claims that are no longer said. */
const WORSE_WHEN_HIGHER: ReadonlySet<string> = new Set([
  'vague-claims',
  'claim-conflicts',
  'open-ask-age',
  'claim-drift',
  'unasked-features',
]);

/** Less than this many points of 100 is no gain. */
const NOTHING = 3;
/** Of companies. */
const [MOST, HARDLY] = [0.9, 0.1] as const;

export function play(game: Game, worlds: number): Played {
  const audit = byId(game.audit);
  const guard = game.guard ?? audit.guardedBy;
  const guarding = (AUDITS as readonly Audit[]).find(({ id }) => id === guard);
  const sums = { gained: 0, lost: 0, played: 0, withheld: 0, told: 0, toldBefore: 0 };
  for (let each = 0; each < worlds; each += 1) {
    const dials = turned(MIDDLING);
    const seed = `game ${game.audit} ${each}`;
    const before = simulate(seed, dials).facts;
    const other = game.dials ? simulate(seed, { ...dials, ...game.dials(dials) }).facts : before;
    const after = game.touch ? game.touch(other) : other;
    const [was, is] = [shownOf(audit, before), shownOf(audit, after)];
    if (was === null) continue;
    if (is === null || (is.unsure && !was.unsure)) {
      sums.withheld += 1;
      continue;
    }
    sums.played += 1;
    sums.gained += is.points - was.points;
    sums.told += Number(game.told?.test(is.said) ?? false);
    sums.toldBefore += Number(game.told?.test(was.said) ?? false);
    sums.lost -= guarding || guard === WEEKS_OF_MAKING ? gainOf(guarding, before, after) : 0;
  }
  const { played, withheld } = sums;
  const gained = sums.gained / played;
  const lost = guarding || guard === WEEKS_OF_MAKING ? sums.lost / played : null;
  const told = sums.told >= MOST * played && sums.toldBefore <= HARDLY * played && game.told !== undefined;
  const together = guarding?.answers === audit.answers && audit.answers !== null;
  return {
    ...{ audit: game.audit, game: game.name, guard, gained, lost },
    verdict: withheld > played ? 'withheld' : verdictOf(gained, lost, { together, told }),
  };
}

/**
 * Caught: the guard loses at least half of what was gained. In part: it loses less. Told: the sentence of the gamed audit
 * says what was done. Halved: the guard does not move, and as it answers the same question, that gains half.
 */
function verdictOf(
  gained: number,
  lost: number | null,
  { together, told }: { together: boolean; told: boolean },
): Played['verdict'] {
  if (Math.abs(gained) < NOTHING || Number.isNaN(gained)) return 'unmoved';
  if (lost !== null && lost >= Math.abs(gained) / 2) return 'caught';
  if (told) return 'told';
  if (lost === null) return 'by eye';
  if (lost >= NOTHING) return 'in part';
  if (together && lost > -NOTHING) return 'halved';
  return 'not caught';
}

/** What the guard gains, which is less than nothing where it pays; without an audit the weeks of making, in hundredths of the year. */
function gainOf(guard: Audit | undefined, before: WorldFacts, after: WorldFacts): number {
  if (!guard) return makingIn(after) - makingIn(before);
  const [was, is] = [shownOf(guard, before), shownOf(guard, after)];
  return was === null || is === null ? 0 : is.points - was.points;
}

function makingIn(facts: WorldFacts): number {
  const { weeks, of } = focusOf(computed(facts).weeks, END).making;
  return (100 * (weeks ?? 0)) / (of ?? 1);
}

interface Figure {
  readonly points: number;
  readonly said: string;
  /** Told alone, without an interval, a score or a say. */
  readonly unsure: boolean;
}

/** null where no figure is shown. */
function shownOf(audit: Audit, facts: WorldFacts): Figure | null {
  const seen = audit.observe(facts as never, windowUntil(END));
  if (isUnseen(seen)) return null;
  const prepared = prepare(audit.estimate, seen.observations);
  const [value, n] = [prepared.value(), prepared.n];
  if (n < audit.minN) return null;
  const unsure = seen.unsure !== undefined;
  const said = audit.say({ value, n, noted: seen.noted ?? {} });
  if (audit.curve !== null) return { said, unsure, points: value === null ? 0 : scoreOf(audit.curve, value) };
  const better = WORSE_WHEN_HIGHER.has(audit.id) ? -1 : 1;
  // Days without a score are told as days.
  return value === null ? null : { said, unsure, points: better * (audit.unit === 'days' ? 1 : 100) * value };
}

function byId(id: string): Audit {
  const found = (AUDITS as readonly Audit[]).find((audit) => audit.id === id);
  if (!found) throw new Error(`no audit ${id}`);
  return found;
}
