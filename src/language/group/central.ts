/** The sentence that speaks for a need: verbatim, of one of its members, near the middle of all of them, in the words of its name. */
import { judge } from '../classify/model.ts';
import { shippedModel } from '../classify/shipped.ts';
import { sentencesOf } from '../sentences.ts';
import type { Dense } from '../vectors/sparse.ts';
import { type VectorModel, vectorsOf } from '../vectors/text-vectors.ts';
import { Stems, wordsOf } from '../words.ts';
import { nearness } from './centres.ts';
import type { Grouping } from './group.ts';
import { keyOf, type Phrase, phrasesIn } from './phrases.ts';

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
/** A sentence that says all that names its need counts as so much nearer. Our own, by reading statements. */
const NAMED = 0.4;

/** A sentence that surely asks or says why counts as so much nearer, if it says any of it. Our own, by reading statements. */
const ASKED = 0.2;
const ROLES: ReadonlySet<string> = new Set(['ask', 'reason']);

/** For each need; null where no member has a sentence of fitting length. */
export function centralOf(
  texts: readonly string[],
  grouping: Grouping,
  phrases: readonly (readonly Phrase[])[],
): (Central | null)[] {
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
  return best(candidates, grouping.model, grouping.plain ?? grouping.centres, phrases);
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
  phrases: readonly (readonly Phrase[])[],
): (Central | null)[] {
  const vectors = vectorsOf(
    model,
    candidates.map(({ sentence }) => sentence),
  );
  const out: (Central | null)[] = Array.from({ length: centres.rows }, () => null);
  const most = new Float64Array(centres.rows).fill(-1);
  const stems = new Stems();
  for (const [row, { need, text, sentence }] of candidates.entries()) {
    const shared = sharedWith(sentence, phrases[need] ?? [], stems);
    const asked = shared > 0 ? ASKED * asks(sentence) : 0;
    const found = nearness(vectors, row, centres, need) + NAMED * shared + asked;
    if (found <= (most[need] as number)) continue;
    most[need] = found;
    out[need] = { text, sentence };
  }
  return out;
}

/** Of all that a need's phrases tell, the part that the sentence says. */
function sharedWith(sentence: string, phrases: readonly Phrase[], stems: Stems): number {
  const said = phrasesIn(sentence, stems);
  const all = phrases.reduce((sum, { tells }) => sum + tells, 0);
  const own = phrases.reduce((sum, { words, tells }) => (said.has(keyOf(words, stems)) ? sum + tells : sum), 0);
  return all > 0 ? own / all : 0;
}

/** How sure the sentence asks for something or says why, not what happened. */
function asks(sentence: string): number {
  const model = shippedModel('roles');
  const { probabilities } = judge(model, sentence);
  return probabilities.reduce((sum, p, at) => (ROLES.has(model.labels[at] as string) ? sum + p : sum), 0);
}
