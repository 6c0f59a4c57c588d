/** The sentence that speaks for a need: verbatim, of one of its members, nearest to the middle of all of them. */
import { sentencesOf } from '../sentences.ts';
import type { Dense } from '../vectors/sparse.ts';
import { type VectorModel, vectorsOf } from '../vectors/text-vectors.ts';
import { wordsOf } from '../words.ts';
import { nearness } from './centres.ts';
import type { Grouping } from './group.ts';

export interface Central {
  /** Place of the text that it is from. */
  readonly text: number;
  /** Verbatim. */
  readonly sentence: string;
}

/** Members nearest to the middle whose sentences are read, and how many of each. */
const MEMBERS = 12;
const SENTENCES = 3;
/** Fewer words say too little, more too much; our own. */
const FEWEST = 4;
const MOST = 24;

/** For each need; null where no member has a sentence of fitting length. */
export function centralOf(texts: readonly string[], grouping: Grouping): (Central | null)[] {
  const candidates: (Central & { readonly need: number })[] = [];
  for (const [need, members] of nearestMembers(grouping).entries()) {
    for (const text of members) {
      const lines = (texts[text] as string).slice(0, 2_000).split('\n');
      for (const sentence of sentencesOf(lines).slice(0, SENTENCES)) {
        const length = wordsOf(sentence).length;
        if (length >= FEWEST && length <= MOST) candidates.push({ need, text, sentence });
      }
    }
  }
  return best(candidates, grouping.model, grouping.plain ?? grouping.centres);
}

function nearestMembers({ of, near, needs }: Grouping): number[][] {
  const members: number[][] = Array.from({ length: needs }, () => []);
  for (let text = 0; text < of.length; text += 1)
    if ((of[text] as number) >= 0) members[of[text] as number]?.push(text);
  return members.map((own) =>
    own.sort((one, two) => (near[two] as number) - (near[one] as number) || one - two).slice(0, MEMBERS),
  );
}

function best(
  candidates: readonly (Central & { readonly need: number })[],
  model: VectorModel,
  centres: Dense,
): (Central | null)[] {
  const vectors = vectorsOf(
    model,
    candidates.map(({ sentence }) => sentence),
  );
  const out: (Central | null)[] = Array.from({ length: centres.rows }, () => null);
  const most = new Float64Array(centres.rows).fill(-1);
  for (const [row, { need, text, sentence }] of candidates.entries()) {
    const found = nearness(vectors, row, centres, need);
    if (found <= (most[need] as number)) continue;
    most[need] = found;
    out[need] = { text, sentence };
  }
  return out;
}
