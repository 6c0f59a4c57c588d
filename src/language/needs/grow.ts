/** New and altered texts join the needs that are there; those that fit none may be new needs together. Nothing else moves. */
import { idOf } from '#core/ids.ts';
import { belongs } from '../group/belonging.ts';
import { centresOf, middlesOf, nearestCentre, nearIn } from '../group/centres.ts';
import { communities } from '../group/communities.ts';
import { graphOf } from '../group/graph.ts';
import { finenessOf, type Grouping, reachOf } from '../group/group.ts';
import { type Joined, join } from '../group/join.ts';
import { countOf, renumbered } from '../group/labels.ts';
import { allStay } from '../group/staying.ts';
import { neighbours } from '../neighbours/neighbours.ts';
import type { Outside } from '../vectors/outside.ts';
import type { Dense } from '../vectors/sparse.ts';
import { squeezed, unsqueezed, withRows } from '../vectors/squeezed.ts';
import { vectorsOf } from '../vectors/text-vectors.ts';
import type { BaseNeed } from './base-need.ts';
import { inTime } from './find.ts';
import { held } from './held.ts';
import { identities } from './identity.ts';
import type { Learned } from './learned.ts';
import { printOf, type Said, textsOf } from './said.ts';

const NEIGHBOURS = 15;
/** Fewer that fit nowhere are no need yet. Our own. */
const LEAST = 3;

/** Those that were not placed yet, or read otherwise when they were. */
export function freshIn(learned: Learned, all: readonly Said[]): Said[] {
  const prints = new Map(learned.ids.map((id, at) => [id, learned.prints[at]]));
  return all.filter((said) => prints.get(said.id) !== printOf(said));
}

/**
 * The same object where no text is new, altered or gone. `outside`: vectors of the model that the others are from; where
 * they are from one and it is not at hand, new texts wait.
 */
export function grown(learned: Learned, all: readonly Said[], outside: Outside | null = null): Learned {
  const waits = learned.outside !== undefined && outside === null;
  const known = new Map(learned.ids.map((id, at) => [id, at]));
  const keep: number[] = [];
  const fresh: Said[] = [];
  for (const said of all) {
    const at = known.get(said.id);
    if (at !== undefined && learned.prints[at] === printOf(said)) keep.push(at);
    else if (!waits) fresh.push(said);
  }
  if (fresh.length === 0 && keep.length === learned.ids.length) return learned;
  keep.sort((one, two) => one - two);
  const texts = textsOf(fresh, learned.forms);
  const placed = joined(learned, keep, texts, outside);
  const next: Learned = {
    ...learned,
    settled: keep.filter((at) => at < learned.settled).length,
    ids: [...keep.map((at) => learned.ids[at] as string), ...fresh.map(({ id }) => id)],
    prints: Uint32Array.from([...keep.map((at) => learned.prints[at] as number), ...fresh.map(printOf)]),
    vectors: withRows(learned.vectors, keep, squeezed(placed.vectors)),
    ...(learned.outside && {
      outside: {
        ...learned.outside,
        plain: withRows(learned.outside.plain, keep, squeezed(vectorsOf(learned.model, texts))),
      },
    }),
    of: Int32Array.from([...keep.map((at) => learned.of[at] as number), ...placed.of]),
  };
  return fresh.length === 0 ? next : withBirths(next, all);
}

/** Of each text the nearest need, if it is as near as nearly all of its members are; -1 for none. */
function joined(learned: Learned, keep: readonly number[], texts: readonly string[], outside: Outside | null): Joined {
  const own = Int32Array.from(keep, (at) => learned.of[at] as number);
  const count = learned.needs.length;
  const { centres, near } = middlesOf(withRows(learned.vectors, keep, null), own, count);
  const reach = reachOf(own, near, count, learned.chance);
  return join({ model: learned.model, centres, reach }, texts, outside);
}

/** Later ones that fit nowhere, grouped among themselves as finely as all were. */
function withBirths(learned: Learned, all: readonly Said[]): Learned {
  const rows = [...learned.of.keys()].slice(learned.settled).filter((row) => (learned.of[row] as number) < 0);
  if (rows.length < LEAST) return learned;
  const vectors = unsqueezed(withRows(learned.vectors, rows, null));
  const groups = newGroups(vectors, finenessOf(learned.ids.length), learned.chance);
  if (countOf(groups) === 0) return learned;
  const byId = new Map(all.map((said) => [said.id, said]));
  const said = rows.map((row) => byId.get(learned.ids[row] as string) as Said);
  const plain = learned.outside && unsqueezed(withRows(learned.outside.plain, rows, null));
  const { needs, of } = bornNeeds(learned, said, { vectors, plain }, groups);
  const next = learned.of.slice();
  for (const [at, row] of rows.entries()) {
    if ((of[at] as number) >= 0) next[row] = learned.needs.length + (of[at] as number);
  }
  return { ...learned, of: next, needs: [...learned.needs, ...needs] };
}

function newGroups(vectors: Dense, fineness: number, chance: number): Int32Array {
  const nearest = neighbours(vectors, Math.max(1, Math.min(NEIGHBOURS, vectors.rows - 1)));
  const found = communities(graphOf(nearest, NEIGHBOURS), fineness, 'births');
  const sizes = new Map<number, number>();
  const belonging = found.map((one, row) => (belongs(nearest, row, chance, 1) ? one : -1));
  for (const one of belonging) if (one >= 0) sizes.set(one, (sizes.get(one) ?? 0) + 1);
  const large = belonging.map((one) => (one >= 0 && (sizes.get(one) as number) >= LEAST ? one : -1));
  const numbers = renumbered(large.filter((one) => one >= 0));
  let next = 0;
  return large.map((one) => (one < 0 ? -1 : (numbers[next++] as number)));
}

function bornNeeds(
  learned: Learned,
  said: readonly Said[],
  { vectors, plain }: { readonly vectors: Dense; readonly plain: Dense | undefined },
  groups: Int32Array,
): { readonly needs: BaseNeed[]; readonly of: Int32Array } {
  const count = countOf(groups);
  const texts = textsOf(said, learned.forms);
  const all = centresOf(vectors, groups, count);
  const near = nearIn(vectors, groups, all);
  const reach = reachOf(groups, near, count, learned.chance);
  const rest = { themes: new Int32Array(count), model: learned.model, chance: learned.chance };
  const own = plain && { plain: centresOf(plain, groups, count) };
  const holds = allStay(groups.length);
  const found: Grouping = { ...own, of: groups, holds, near, needs: count, centres: all, reach, vectors, ...rest };
  const { grouping, named } = held(said, texts, found);
  const { of, centres } = grouping;
  const theirs = themesNear(learned, centres);
  const members = Array.from({ length: grouping.needs }, (_, need) => inTime(said.filter((__, at) => of[at] === need)));
  const taken = new Map(learned.needs.map(({ id }) => [`of ${id}`, id]));
  const ids = identities(
    members.map((own) => own.map(({ id }) => id)),
    taken,
  );
  const needs = named.map(({ name, statement }, need) => {
    const own = members[need] as readonly Said[];
    const id = ids[need] as string;
    return { id, theme: theirs[need] ?? idOf('theme', id), name, statement, bornAt: own[0]?.at ?? 0 };
  });
  return { needs, of };
}

/** The theme of the need that each new middle is nearest to. */
function themesNear({ vectors, of, needs }: Learned, centres: Dense): (string | undefined)[] {
  const { centres: known } = middlesOf(vectors, of, needs.length);
  return [...nearestCentre(centres, known).of].map((need) => needs[need]?.theme);
}
