/**
 * Texts in, needs out: grouped in two levels without being told how many. Pure: the same texts in the same order give
 * the same groups. Whose identities they keep between runs, and what people corrected, is for whoever calls.
 */

import { FEW } from '../few.ts';
import { neighbours } from '../neighbours/neighbours.ts';
import type { Outside } from '../vectors/outside.ts';
import { type Dense, dense } from '../vectors/sparse.ts';
import { learnVectors, type VectorModel, vectorsOf } from '../vectors/text-vectors.ts';
import { alike } from './alike.ts';
import { belongs, chanceOf } from './belonging.ts';
import { centresOf, nearIn } from './centres.ts';
import { communities } from './communities.ts';
import { consensus } from './consensus.ts';
import { folded, type Graph, graphOf } from './graph.ts';
import { countOf } from './labels.ts';
import { staying } from './staying.ts';

export interface Grouping {
  /** For each text its need, -1 for unsorted. Needs are numbered by size, largest first. */
  readonly of: Int32Array;
  /** How near each text is to the middle of its need, 0 to 1; 0 where unsorted. */
  readonly near: Float64Array;
  readonly needs: number;
  /** Of each text whether it stays in its need once that has a name: see `staying`. */
  readonly holds: Uint8Array;
  /** The theme of each need; themes are numbered by size. */
  readonly themes: Int32Array;
  /** One row per need. */
  readonly centres: Dense;
  /** Of each need the nearness that nearly all of its members have: who is farther does not join. */
  readonly reach: Float64Array;
  readonly model: VectorModel;
  /** The middles in the model’s own space, where vectors are from outside; sentences are held against these. */
  readonly plain?: Dense;
  /** Of each text; rows of zeros where it has no word. */
  readonly vectors: Dense;
  /** Two texts are no more alike than this by chance. */
  readonly chance: number;
}

const NEIGHBOURS = 20;
/** Fewer texts are no need. */
const LEAST = 2;
/**
 * How finely: more texts hold more needs, but not in proportion. With these, 3,080 questions that people had sorted
 * into 77 fall into about 75, and ten times as many into 2.5 times as many. Fitted to banking77’s training half.
 */
const FINENESS = 0.2;
const GROWTH = 0.4;
/** Themes are coarser by so much. Our own. */
const COARSER = 4;
/** Members nearer than this share of them lie within reach. */
const OUTER = 0.05;

export function group(texts: readonly string[], outside: Outside | null = null): Grouping {
  const { first, kind, times } = alike(texts);
  const distinct = Array.from(first, (at) => texts[at] as string);
  const model = learnVectors(distinct);
  const own = vectorsOf(model, distinct);
  const vectors = outside?.of(distinct) ?? own;
  const nearest = neighbours(vectors, Math.max(1, Math.min(NEIGHBOURS, distinct.length - 1)));
  const resolution = finenessOf(distinct.length);
  const found = consensus(nearest, resolution);
  const chance = chanceOf(vectors, outside !== null);
  const sorted = found.map((community, row) => (belongs(nearest, row, chance, times[row] as number) ? community : -1));
  const of = ordered(sorted, times);
  const needs = countOf(of);
  const themes = themesOf(graphOf(nearest, NEIGHBOURS), resolution / COARSER, found, of, times);
  const centres = centresOf(vectors, of, needs);
  const near = nearIn(vectors, of, centres);
  const reach = reachOf(of, near, needs, chance);
  const holds = staying(nearest, vectors, of, centres);
  return {
    of: Int32Array.from(kind, (row) => (row < 0 ? -1 : (of[row] as number))),
    near: Float64Array.from(kind, (row) => (row < 0 ? 0 : (near[row] as number))),
    needs,
    holds: Uint8Array.from(kind, (row) => (row < 0 ? 0 : (holds[row] as number))),
    themes,
    centres,
    reach,
    model,
    ...(outside !== null && { plain: centresOf(own, of, needs) }),
    vectors: spread(vectors, kind),
    chance,
  };
}

function spread(vectors: Dense, kind: Int32Array): Dense {
  const { width } = vectors;
  const out = dense(kind.length, width);
  for (const [at, row] of kind.entries()) {
    if (row >= 0) out.data.set(vectors.data.subarray(row * width, (row + 1) * width), at * width);
  }
  return out;
}

/** How finely so many texts are cut: the resolution of communities. Few are cut less finely still: they are of some tens of needs. */
export function finenessOf(texts: number): number {
  return Math.max(1, FINENESS * texts ** GROWTH * Math.min(1, (texts / FEW) ** GROWTH));
}

/** Largest first, as people count: every text of a kind. Groups of fewer than LEAST are dissolved. */
function ordered(found: Int32Array, times: Int32Array): Int32Array {
  const sizes = sizesOf(found, times);
  const order = [...sizes.keys()]
    .filter((group) => (sizes.get(group) ?? 0) >= LEAST)
    .sort((one, two) => (sizes.get(two) ?? 0) - (sizes.get(one) ?? 0) || one - two);
  const number = new Map(order.map((group, at) => [group, at]));
  return found.map((group) => number.get(group) ?? -1);
}

function sizesOf(groups: Int32Array, times: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (group >= 0) sizes.set(group, (sizes.get(group) ?? 0) + (times[row] as number));
  }
  return sizes;
}

/** Communities of the needs themselves, by what pulls their members to each other: each need lies in one theme. */
function themesOf(graph: Graph, resolution: number, found: Int32Array, of: Int32Array, times: Int32Array): Int32Array {
  const themeOf = communities(folded(graph, found, countOf(found)), Math.max(1, resolution), 'themes');
  const themes = new Int32Array(countOf(of));
  for (let row = 0; row < of.length; row += 1) {
    const need = of[row] as number;
    if (need >= 0) themes[need] = themeOf[found[row] as number] as number;
  }
  const sizes = sizesOf(
    of.map((need) => (need < 0 ? -1 : (themes[need] as number))),
    times,
  );
  const order = [...sizes.keys()].sort((one, two) => (sizes.get(two) ?? 0) - (sizes.get(one) ?? 0) || one - two);
  const number = new Map(order.map((theme, at) => [theme, at]));
  return themes.map((theme) => number.get(theme) as number);
}

export function reachOf(of: Int32Array, near: Float64Array, needs: number, chance: number): Float64Array {
  const members: number[][] = Array.from({ length: needs }, () => []);
  for (let row = 0; row < of.length; row += 1)
    if ((of[row] as number) >= 0) members[of[row] as number]?.push(near[row] as number);
  return Float64Array.from(members, (own) => {
    own.sort((one, two) => one - two);
    return Math.max(chance, own[Math.floor(OUTER * own.length)] ?? 1);
  });
}
