/** Of the groups that were found only those that something holds together, and of their members only those that belong. */
import { FEW } from '../few.ts';
import { centresOf, nearIn } from '../group/centres.ts';
import { type Grouping, reachOf } from '../group/group.ts';
import { type Phrase, phrasesOf } from '../group/phrases.ts';
import { holdingOf, saidShares, says } from '../group/said-share.ts';
import { stays } from '../group/staying.ts';
import { type Dense, dense } from '../vectors/sparse.ts';
import { Stems } from '../words.ts';
import { type Named, namesOf } from './name.ts';
import type { Said } from './said.ts';

/** So many of a need’s members say what it is named after. Our own; chosen by reading the largest of two products. */
const SAID = 0.5;
/** In few texts one thing is said in more words than five phrases hold. Of .5, .45, .4 and .33 on samples of banking77’s training half. */
const SAID_OF_FEW = 0.4;
/** One alone has nobody to share a need with. */
const LEAST = 2;

/**
 * A group stays where at least half of its members say what it is named after: what is left of all others is where texts
 * end up that fit nowhere. A member stays where most of its nearest do, or where it is nearest to this middle. All others
 * are unsorted.
 */
export function held(
  all: readonly Said[],
  texts: readonly string[],
  found: Grouping,
): { readonly grouping: Grouping; readonly named: readonly Named[] } {
  const phrases = phrasesOf(texts, found.of, found.needs);
  const belong = belonging(texts, found, phrases);
  const sizes = new Int32Array(found.needs);
  for (const need of belong) if (need >= 0) sizes[need] = (sizes[need] as number) + 1;
  const stay = [...sizes.keys()]
    .filter((need) => (sizes[need] as number) >= LEAST)
    .sort((one, two) => (sizes[two] as number) - (sizes[one] as number) || one - two);
  const place = new Map(stay.map((need, at) => [need, at]));
  const of = belong.map((need) => place.get(need) ?? -1);
  const centres = centresOf(found.vectors, of, stay.length);
  const near = nearIn(found.vectors, of, centres);
  const grouping = {
    ...found,
    ...{ of, near, centres, needs: stay.length },
    ...(found.plain && { plain: rowsAt(found.plain, stay) }),
    themes: Int32Array.from(stay, (need) => found.themes[need] as number),
    reach: reachOf(of, near, stay.length, found.chance),
  };
  const theirs = stay.map((need) => phrases[need] as readonly Phrase[]);
  return { grouping, named: namesOf(all, texts, grouping, theirs) };
}

/** Of each text the group that it stays in, -1 for none. */
function belonging(texts: readonly string[], found: Grouping, phrases: readonly (readonly Phrase[])[]): Int32Array {
  const { of, holds, needs } = found;
  // Nothing tells one need from others where there is but one.
  if (needs === 1) return of;
  const holding = holdingOf(texts.length, of, phrases);
  const said = saidShares(texts, of, holding);
  const enough = texts.length < FEW ? SAID_OF_FEW : SAID;
  const stems = new Stems();
  return of.map((need, row) => {
    if (need < 0 || (said[need] as number) < enough) return -1;
    return stays(holds[row] as number, () => says(texts[row] as string, holding[need], stems)) ? need : -1;
  });
}

function rowsAt({ width, data }: Dense, rows: readonly number[]): Dense {
  const out = dense(rows.length, width);
  for (const [at, row] of rows.entries()) out.data.set(data.subarray(row * width, (row + 1) * width), at * width);
  return out;
}
