/** Of very many pieces needs are found in some that are drawn evenly; each of the others joins the need that it is nearest to. */
import { join } from '../group/join.ts';
import type { Outside } from '../vectors/outside.ts';
import { appended, squeezed } from '../vectors/squeezed.ts';
import { vectorsOf } from '../vectors/text-vectors.ts';
import type { Learned } from './learned.ts';
import { lotOf } from './lot.ts';
import { printOf, type Said, textsOf } from './said.ts';

/**
 * More are not grouped at once: 100,000 take two minutes and 1.4 GB, a million would take half an hour and more memory
 * than most machines have, and would hold the same needs.
 */
export const MOST_GROUPED = 100_000;
/** Texts that are placed at a time, so that their vectors never lie side by side unpacked. */
const BLOCK = 10_000;

export interface Drawn {
  readonly drawn: readonly Said[];
  readonly others: readonly Said[];
}

/** Both in the order of `all`. Drawn by what their ids hash to, so that every machine draws the same. */
export function drawnFrom(all: readonly Said[], most = MOST_GROUPED): Drawn {
  if (all.length <= most) return { drawn: all, others: [] };
  const lots = Uint32Array.from(all, ({ id }) => lotOf(id));
  const last = lots.slice().sort()[most] as number;
  // Equal lots at the edge all stay out: a few fewer are drawn.
  return {
    drawn: all.filter((_, at) => (lots[at] as number) < last),
    others: all.filter((_, at) => (lots[at] as number) >= last),
  };
}

/** As if they had been there when needs were found: nobody who is placed moves, and what fits nowhere waits with the rest. */
export function withOthers(
  learned: Learned,
  others: readonly Said[],
  { centres, reach }: Omit<Parameters<typeof join>[0], 'model'>,
  outside: Outside | null,
): Learned {
  const blocks = Array.from({ length: Math.ceil(others.length / BLOCK) }, (_, at) => {
    const texts = textsOf(others.slice(at * BLOCK, (at + 1) * BLOCK), learned.forms);
    const { of, vectors } = join({ model: learned.model, centres, reach }, texts, outside);
    const plain = outside === null ? null : squeezed(vectorsOf(learned.model, texts));
    return { of, vectors: squeezed(vectors), plain };
  });
  const all = learned.ids.length + others.length;
  const of = new Int32Array(all).fill(-1);
  of.set(learned.of);
  for (const [at, block] of blocks.entries()) of.set(block.of, learned.ids.length + at * BLOCK);
  const prints = new Uint32Array(all);
  prints.set(learned.prints);
  for (const [at, said] of others.entries()) prints[learned.ids.length + at] = printOf(said);
  return {
    ...learned,
    ...{ of, prints, grouped: all, settled: all },
    needs: bornEarlier(learned, others, of.subarray(learned.ids.length)),
    ids: [...learned.ids, ...others.map(({ id }) => id)],
    vectors: appended(
      learned.vectors,
      blocks.map(({ vectors }) => vectors),
    ),
    ...(learned.outside && {
      outside: {
        ...learned.outside,
        plain: appended(
          learned.outside.plain,
          blocks.flatMap(({ plain }) => plain ?? []),
        ),
      },
    }),
  };
}

/** A need is as old as the first who said it, drawn or not. */
function bornEarlier({ needs }: Learned, others: readonly Said[], of: Int32Array): Learned['needs'] {
  const born = Float64Array.from(needs, ({ bornAt }) => bornAt);
  for (const [at, need] of of.entries()) {
    if (need >= 0) born[need] = Math.min(born[need] as number, (others[at] as Said).at);
  }
  return needs.map((need, at) => ({ ...need, bornAt: born[at] as number }));
}
