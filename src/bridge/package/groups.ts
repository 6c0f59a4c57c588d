/** Customers by group: which way tells them apart, who belongs where, and how much of what is felt is love. */
import type { Interval } from '#core/observation.ts';
import { LEVEL } from '#core/observation.ts';
import { type CustomerGroup, GROUPINGS, type Grouping, type PackagePiece } from '#core/package.ts';
import { wilson } from '#core/statistics/wilson.ts';

/** Fewer people are merged into the others: one of them would be recognised, and says little about a group. */
const LEAST_GROUP = 5;
const OTHERS = 'others';
const EVIDENCE_SHOWN = 20;

/** Person → group. Whoever speaks for several belongs to the one they speak for most; then to the one named last. */
function belonging(pieces: readonly PackagePiece[], by: Grouping): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { person, groups } of pieces) {
    const own = counts.get(person) ?? new Map<string, number>();
    counts.set(person, own);
    const name = groups[by];
    if (name === undefined) continue;
    const before = own.get(name) ?? 0;
    // Moved to the end: of two that are level the one that was named last.
    own.delete(name);
    own.set(name, before + 1);
  }
  const named = [...counts].map(([person, own]): [string, string] => {
    let most = 0;
    let best = OTHERS;
    for (const [name, count] of own) if (count >= most) [best, most] = [name, count];
    return [person, best];
  });
  const sizes = new Map<string, number>();
  for (const [, name] of named) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return new Map(named.map(([person, name]) => [person, (sizes.get(name) ?? 0) < LEAST_GROUP ? OTHERS : name]));
}

/** The ways that set at least two groups apart. */
export function waysIn(pieces: readonly PackagePiece[]): Grouping[] {
  return GROUPINGS.filter((by) => {
    const names = new Set(belonging(pieces, by).values());
    names.delete(OTHERS);
    return names.size >= 2;
  });
}

export interface Grouped {
  readonly groupOf: ReadonlyMap<string, string>;
  /** Most people first, the others last. */
  readonly groups: readonly CustomerGroup[];
}

export function grouped(pieces: readonly PackagePiece[], by: Grouping): Grouped {
  const groupOf = belonging(pieces, by);
  const byGroup = Map.groupBy(pieces, ({ person }) => groupOf.get(person) ?? OTHERS);
  const groups = [...byGroup].map(([name, own]) => groupFrom(name, own));
  groups.sort((a, b) => Number(a.others) - Number(b.others) || b.people - a.people || (a.name < b.name ? -1 : 1));
  return { groupOf, groups };
}

/** Whoever praises it and leaves all the same has left. */
function groupFrom(name: string, pieces: readonly PackagePiece[]): CustomerGroup {
  const felt = Map.groupBy(
    pieces.filter(({ praise, leaving }) => praise || leaving),
    ({ person }) => person,
  );
  const loving = [...felt.values()].filter((own) => !own.some(({ leaving }) => leaving)).length;
  const range = wilson(loving, felt.size, LEVEL);
  const interval: Interval | null = range && { ...range, level: LEVEL, method: 'wilson' };
  return {
    ...{ name, others: name === OTHERS, people: new Set(pieces.map(({ person }) => person)).size },
    ...{ loving, either: felt.size, share: felt.size === 0 ? null : loving / felt.size, interval },
    evidence: newestOf([...felt.values()].map((own) => own.findLast(({ leaving }) => leaving) ?? own.at(-1))),
  };
}

export function newestOf(pieces: readonly (PackagePiece | undefined)[]): string[] {
  return pieces
    .flatMap((one) => one ?? [])
    .sort((a, b) => b.at - a.at || (a.evidence < b.evidence ? -1 : 1))
    .slice(0, EVIDENCE_SHOWN)
    .map(({ evidence }) => evidence);
}
