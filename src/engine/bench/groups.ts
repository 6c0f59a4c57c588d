/** `bench groups`: texts whose needs are known are grouped without them, and both are compared. */
import { agreement } from '#language/agreement.ts';
import { cleaned } from '#language/clean/clean.ts';
import { learnTemplate } from '#language/clean/templates.ts';
import { centralOf } from '#language/group/central.ts';
import { group } from '#language/group/group.ts';
import { nameOf, phrasesOf } from '#language/group/phrases.ts';
import { type AskedEmbedder, embedded } from '../embed/embedding.ts';
import { labelledRows } from './labelled-rows.ts';
import { meter, type Spent } from './spent.ts';

export interface GroupsBench extends Spent {
  readonly n: number;
  /** Where vectors came from; null for the built-in ones. */
  readonly embedder: string | null;
  readonly labels: number;
  readonly found: number;
  readonly themes: number;
  readonly nmi: number;
  readonly ami: number;
  readonly ari: number;
  readonly b3: { readonly precision: number; readonly recall: number; readonly f1: number };
  /** Texts that belong nowhere. In the figures each of them is a group by itself. */
  readonly unsorted: number;
  readonly largest: readonly { readonly size: number; readonly name: string; readonly statement: string | null }[];
}

const LARGEST = 10;

/** From cleaning to named needs; reading the file is not counted. Rows without text or label are left out. */
export async function benchGroups(
  file: string,
  text: string,
  label: string,
  signal: AbortSignal,
  embedder: AskedEmbedder | null = null,
): Promise<GroupsBench> {
  const rows = (await labelledRows(file, [text, label], signal)).filter(([said, known]) => said && known);
  const said = rows.map(([words]) => words as string);
  const labels = rows.map(([, known]) => known as string);
  const spent = meter();
  const template = learnTemplate(said);
  const texts = said.map((one) => cleaned(one, template));
  // Nothing is kept of labelled data: a second run sends it again.
  const outside = embedder === null ? null : await embedded(texts, embedder, null, signal);
  const found = group(texts, outside);
  const phrases = phrasesOf(texts, found.of, found.needs);
  const central = centralOf(texts, found, phrases);
  const cost = spent();
  const { nmi, ami, ari, b3 } = agreement(
    labels,
    Array.from(found.of, (need, at) => (need < 0 ? `alone ${at}` : need)),
  );
  return {
    ...{
      n: rows.length,
      embedder: embedder?.model ?? null,
      labels: new Set(labels).size,
      found: found.needs,
      themes: new Set(found.themes).size,
    },
    ...{ nmi, ami, ari, b3, unsorted: found.of.reduce((sum, need) => sum + (need < 0 ? 1 : 0), 0), ...cost },
    largest: Array.from({ length: Math.min(LARGEST, found.needs) }, (_, need) => ({
      size: found.of.reduce((sum, one) => sum + (one === need ? 1 : 0), 0),
      name: nameOf(phrases[need] ?? []),
      statement: central[need]?.sentence ?? null,
    })),
  };
}
