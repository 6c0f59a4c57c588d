/** Words of drafts: sentences that a language model wrote, each with what it rests on, and why others were left out. */

export const DRAFT_KINDS = ['need', 'note', 'summary'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a sentence may rest on: a fact in Bifocal’s own words, or a piece that somebody else wrote. */
export interface DraftSource {
  /** As the model is told it; a piece goes by its evidence. */
  readonly id: string;
  readonly by: 'bifocal' | 'outsider';
  /** Title and body, apart: no quote reaches from one into the other. */
  readonly texts: readonly string[];
  readonly evidence: readonly string[];
}

export interface Sentence {
  readonly text: string;
  /** Ids of sources. */
  readonly evidence: readonly string[];
}

export type LeftOut =
  | 'naming no evidence, or some that it was not given'
  | 'a quote that is not in the evidence it names'
  | 'a figure that is not in the evidence it names'
  | 'words that the evidence it names does not bear'
  | 'an address, markup or more than one line'
  | 'being longer than a sentence'
  | 'saying nothing that could be checked'
  | 'coming after too many others';

export interface Draft {
  readonly kind: DraftKind;
  readonly about: string;
  readonly model: string;
  /** Only those that could be verified, with ids of the evidence itself. */
  readonly sentences: readonly Sentence[];
  /** How many the model wrote. */
  readonly written: number;
  readonly left: readonly { readonly because: LeftOut; readonly sentences: number }[];
}
