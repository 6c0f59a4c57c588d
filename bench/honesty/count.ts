/** Counts how often what a reading prints holds the truth of simulated companies. */
import { AUDITS } from '#audits/registry.ts';
import { type Audit, isUnseen } from '#core/audit.ts';
import { LEVEL } from '#core/observation.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { windowUntil } from '#core/time.ts';
import { focusOf } from '#reading/focus.ts';
import { leanOf } from '#reading/lean.ts';
import { END, simulate, type World } from '../../test/worlds/simulated/world.ts';
import type { Cell } from './cells.ts';

export const WORLDS = 2_000;
export const NOMINAL = 0.9;

/** One thing that a reading prints, over the worlds of one cell. */
export interface Count {
  readonly what: string;
  /** Worlds in which a truth was known and enough was seen for a figure. */
  figures: number;
  /** Worlds in which the figure came with an interval. */
  told: number;
  /** Worlds in which it came without one, and said why. */
  withheld: number;
  /** Of those told, in how many it held the truth: at the nominal level, and at the one that is printed. */
  nominal: number;
  printed: number;
  /** Sums of n, and of the figure less the truth. */
  n: number;
  off: number;
}

interface Ends {
  readonly low: number;
  readonly high: number | null;
}

export interface Shown {
  readonly what: string;
  readonly value: number | null;
  readonly truth: number;
  readonly n: number;
  /** null where it is printed at one level only. */
  readonly nominal: Ends | null | undefined;
  readonly printed: Ends | null;
  readonly unsure?: string | undefined;
}

export function countCell(cell: Cell, worlds: number, shownIn: (world: World) => Iterable<Shown>): readonly Count[] {
  const counts = new Map<string, Count>();
  for (let each = 0; each < worlds; each += 1) {
    for (const shown of shownIn(simulate(`${cell.name} ${each}`, cell.dials))) add(counts, shown);
  }
  return [...counts.values()].sort((a, b) => (a.what < b.what ? -1 : 1));
}

function add(counts: Map<string, Count>, { what, value, truth, n, nominal, printed, unsure }: Shown): void {
  const count = counts.get(what) ?? { what, figures: 0, told: 0, withheld: 0, nominal: 0, printed: 0, n: 0, off: 0 };
  counts.set(what, count);
  count.figures += 1;
  count.n += n;
  if (value !== null) count.off += value - truth;
  if (unsure !== undefined) count.withheld += 1;
  if (printed === null) return;
  count.told += 1;
  if (holds(printed, truth)) count.printed += 1;
  if (nominal && holds(nominal, truth)) count.nominal += 1;
}

function holds({ low, high }: Ends, truth: number): boolean {
  return low <= truth + 1e-9 && (high === null || truth <= high + 1e-9);
}

/** Every audit whose truth is known, or those named, as it stands in this world. */
export function* auditsIn({ facts, truth }: World, only?: readonly string[]): Generator<Shown> {
  const window = windowUntil(END);
  for (const audit of AUDITS as readonly Audit[]) {
    const known = truth.audits[audit.id];
    if (known === undefined || known === null || only?.includes(audit.id) === false) continue;
    const seen = audit.observe(facts as never, window);
    if (isUnseen(seen)) continue;
    const prepared = prepare(audit.estimate, seen.observations);
    if (prepared.n < audit.minN) continue;
    if (seen.unsure !== undefined) {
      const without = { nominal: null, printed: null, unsure: seen.unsure };
      yield { what: audit.id, value: prepared.value(), truth: known, n: prepared.n, ...without };
      continue;
    }
    yield {
      ...{ what: audit.id, value: prepared.value(), truth: known, n: prepared.n },
      ...{ nominal: prepared.interval(NOMINAL), printed: prepared.interval(LEVEL) },
    };
  }
}

/** Weeks, depth and lean, which are printed at one level. */
export function* focusIn({ facts, truth }: World): Generator<Shown> {
  const focus = focusOf(facts.weeks, END);
  for (const kind of ['making', 'telling', 'serving'] as const) {
    const { weeks, of, weeksInterval, depth, interval } = focus[kind];
    const share = truth.weeks[kind];
    if (share !== null && weeks !== null && of !== null) {
      yield shown(`weeks of ${kind}`, weeks, share * of, of, weeksInterval);
    }
    const went = truth.depth[kind];
    if (went !== null && depth !== null) yield shown(`depth of ${kind}`, depth, went, 0, interval);
  }
  const lean = leanOf(facts.weeks, END);
  if (truth.lean !== null && lean.difference !== null)
    yield shown('lean', lean.difference, truth.lean, 52, lean.interval);
}

function shown(what: string, value: number, truth: number, n: number, printed: Ends | null): Shown {
  return { what, value, truth, n, nominal: undefined, printed };
}
