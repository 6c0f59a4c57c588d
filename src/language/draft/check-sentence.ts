/** Whether a sentence that a model wrote is borne by the evidence that it names: ids, quotes, figures and words. */
import type { DraftSource, LeftOut, Sentence } from '#core/draft.ts';
import { redact } from '#core/redact.ts';
import { Stems, wordsOf } from '../words.ts';
import { OWN_WORDS } from './own-words.ts';
import { quotesIn, standsIn } from './quotes.ts';

/** A sentence is shorter; our own. */
const LONGEST = 400;
/** With its sign and unit, so that 41 % is not 41, nor −41 %. */
const FIGURE = /(?:(?<=^|[\s(])[-–−])?[$€£¥]?\p{N}+(?:[.,:]\p{N}+)*(?:\s?%)?/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what moves a cursor or turns the reading direction is looked for.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const MARKUP = /[<>]|\]\(|:\/\/|www\./i;
/** Arrows, emoji, ≠ and ≤ say what no word says. */
const SYMBOL = /[\p{Sm}\p{So}]/gu;
const DOTTED = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}/gu;

const stems = new Stems(20_000);

/** Null where it is borne. What an outsider wrote bears words outside quotation marks only where two pieces say them. */
export function whyLeftOut({ text, evidence }: Sentence, sources: ReadonlyMap<string, DraftSource>): LeftOut | null {
  const named = [...new Set(evidence)].map((id) => sources.get(id));
  if (named.length === 0 || named.includes(undefined)) return 'naming no evidence, or some that it was not given';
  if (text.length > LONGEST) return 'being longer than a sentence';
  if (UNSEEN.test(text) || MARKUP.test(text) || redact(text) !== text)
    return 'an address, markup or more than one line';
  return notBorne(text, named as DraftSource[]);
}

function notBorne(text: string, named: readonly DraftSource[]): LeftOut | null {
  const pieces = named.filter(({ by }) => by === 'outsider').map(({ texts }) => texts);
  const found = quotesIn(text);
  const borne = found?.quotes.every((quote) => pieces.flat().some((piece) => standsIn(quote, piece)));
  if (found === null || !borne) return 'a quote that is not in the evidence it names';
  const facts = named.filter(({ by }) => by === 'bifocal').flatMap(({ texts }) => texts);
  const bare = found.rest;
  if (
    [...(bare.match(DOTTED) ?? []), ...(bare.match(SYMBOL) ?? [])].some(
      (one) => !facts.some((fact) => fact.includes(one)),
    )
  )
    return 'an address, markup or more than one line';
  const figures = figuresIn(bare);
  const known = borneBy(facts, pieces, figuresIn);
  if (figures.some((figure) => !known.has(figure))) return 'a figure that is not in the evidence it names';
  const words = stemsIn(bare).filter((word) => !OWN_STEMS.has(word));
  const spoken = borneBy(facts, pieces, stemsIn);
  if (words.some((word) => !spoken.has(word))) return 'words that the evidence it names does not bear';
  return found.quotes.length + figures.length + words.length === 0 ? 'saying nothing that could be checked' : null;
}

/** What a fact says, and what two different pieces say: one outsider alone puts no word into a draft but a quoted one. */
function borneBy(
  facts: readonly string[],
  pieces: readonly (readonly string[])[],
  tokens: (text: string) => readonly string[],
): ReadonlySet<string> {
  const known = new Set(facts.flatMap(tokens));
  const once = new Set<string>();
  for (const piece of new Map(pieces.map((texts) => [wordsOf(texts.join(' ')).join(' '), texts])).values())
    for (const token of new Set(piece.flatMap(tokens))) (once.has(token) ? known : once).add(token);
  return known;
}

function figuresIn(text: string): string[] {
  return (text.match(FIGURE) ?? []).map((figure) => figure.replace(/\s/g, ''));
}

function stemsIn(text: string): string[] {
  return wordsOf(text.replace(FIGURE, ' ')).map((word) => stems.of(word));
}

const OWN_STEMS = new Set([...OWN_WORDS].map((word) => stems.of(word)));
