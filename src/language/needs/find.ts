/**
 * From all feedback to needs that stay: the first time all of it is grouped; afterwards what is new joins, and what
 * fits nowhere may become a need together. All is grouped again when there is half as much again, and groups then keep
 * the ids of the needs that they share members with.
 */
import { idOf } from '#core/ids.ts';
import { chanceOf } from '../group/belonging.ts';
import { type Grouping, group } from '../group/group.ts';
import type { Outside } from '../vectors/outside.ts';
import { squeezed } from '../vectors/squeezed.ts';
import { learnVectors, vectorsOf } from '../vectors/text-vectors.ts';
import type { Assignment, BaseNeed } from './base-need.ts';
import { drawnFrom, MOST_GROUPED, withOthers } from './drawn.ts';
import { held } from './held.ts';
import { identities } from './identity.ts';
import type { Learned } from './learned.ts';
import type { Named } from './name.ts';
import { formsOf, printOf, type Said, textsOf } from './said.ts';

/** All is grouped again when so many times as many texts are there as when it last was. Our own. */
export const AGAIN = 1.5;

/** `before`: what each text was of, where what was learned is not there any more. */
export function groupAll(
  all: readonly Said[],
  before: Assignment,
  outside: Outside | null = null,
  most = MOST_GROUPED,
): Learned {
  const forms = formsOf(all);
  const { drawn, others } = drawnFrom(all, most);
  const texts = textsOf(drawn, forms);
  const { grouping, named } = held(drawn, texts, group(texts, outside));
  const { of, vectors, chance, model } = grouping;
  const learned = {
    ...{ model, forms, chance, grouped: drawn.length, settled: drawn.length, of },
    needs: needsOf(drawn, grouping, named, before),
    ids: drawn.map(({ id }) => id),
    prints: Uint32Array.from(drawn, printOf),
    vectors: squeezed(vectors),
    ...(outside !== null && { outside: { model: outside.model, plain: squeezed(vectorsOf(model, texts)) } }),
  };
  return others.length === 0 ? learned : withOthers(learned, others, grouping, outside);
}

/** The needs of a grouping, in its order. */
function needsOf(all: readonly Said[], grouping: Grouping, named: readonly Named[], before: Assignment): BaseNeed[] {
  const members: Said[][] = Array.from({ length: grouping.needs }, () => []);
  for (const [at, said] of all.entries()) members[grouping.of[at] as number]?.push(said);
  const ids = identities(
    members.map((own) => inTime(own).map(({ id }) => id)),
    before,
  );
  return ids.map((id, need) => {
    // Needs are numbered by size: a theme is named by its largest.
    const largest = grouping.themes.indexOf(grouping.themes[need] as number);
    return {
      id,
      theme: idOf('theme', ids[largest] as string),
      name: named[need]?.name ?? '',
      statement: named[need]?.statement ?? null,
      bornAt: Math.min(...(members[need] ?? []).map(({ at }) => at)),
    };
  });
}

/** Earliest first. */
export function inTime(all: readonly Said[]): readonly Said[] {
  return all.toSorted((one, two) => one.at - two.at || (one.id < two.id ? -1 : 1));
}

/**
 * Learned again from what is there, where what was learned is gone: every text that is of a need stays with it, and what
 * was looked at and is of none stays so; the others have yet to be placed.
 */
export function relearned(
  all: readonly Said[],
  before: Assignment,
  needs: readonly BaseNeed[],
  looked: ReadonlySet<string>,
  outside: Outside | null = null,
): Learned {
  const forms = formsOf(all);
  const model = learnVectors(textsOf(drawnFrom(all).drawn, forms));
  const place = new Map(needs.map(({ id }, at) => [id, at]));
  const placed = all.filter(({ id }) => looked.has(id) || place.has(before.get(id) ?? ''));
  const texts = textsOf(placed, forms);
  const own = vectorsOf(model, texts);
  const vectors = outside?.of(texts) ?? own;
  return {
    ...{
      model,
      forms,
      chance: chanceOf(vectors, outside !== null),
      grouped: all.length,
      settled: placed.length,
      needs,
    },
    of: Int32Array.from(placed, ({ id }) => place.get(before.get(id) ?? '') ?? -1),
    ids: placed.map(({ id }) => id),
    prints: Uint32Array.from(placed, printOf),
    vectors: squeezed(vectors),
    ...(outside !== null && { outside: { model: outside.model, plain: squeezed(own) } }),
  };
}
