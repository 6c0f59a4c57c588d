/** What a claim may be worth, in the order of the ledger: a glyph, a word and a line each, so that no colour is needed. */

export interface Verdict {
  readonly id: string;
  readonly heading: string;
  readonly glyph: string;
  /** How its line is drawn, and in whose colour. */
  readonly look: 'solid' | 'dashed' | 'dotted' | 'wavy' | 'loose' | 'none';
}

export const VERDICTS: readonly Verdict[] = [
  { id: 'unsaid', heading: 'Praised, shipped, and said nowhere', glyph: '◇', look: 'none' },
  { id: 'contradicted', heading: 'Contradicted: a person confirmed it', glyph: '✕', look: 'wavy' },
  { id: 'seems to conflict', heading: 'Seems to conflict: please look', glyph: '✕', look: 'loose' },
  { id: 'could not be squared from outside', heading: 'Could not be squared from outside', glyph: '✕', look: 'loose' },
  { id: 'ahead of the evidence', heading: 'Ahead of the evidence', glyph: '○', look: 'dotted' },
  { id: 'promised', heading: 'Promised', glyph: '◔', look: 'dotted' },
  { id: 'vague', heading: 'Vague: nothing in it can be looked for', glyph: '◌', look: 'none' },
  { id: 'backed by both', heading: 'Backed by what shipped and by customers', glyph: '●', look: 'solid' },
  { id: 'backed by customers', heading: 'Backed by customers', glyph: '◐', look: 'dashed' },
  { id: 'backed by the product', heading: 'Backed by what shipped', glyph: '◐', look: 'dashed' },
  { id: 'open', heading: 'Nothing read speaks for or against it', glyph: '◌', look: 'none' },
  { id: 'not mentioned', heading: 'Known problems that no document mentions', glyph: '◇', look: 'none' },
  { id: 'disputed', heading: 'Set aside: a person said that the verdict was wrong', glyph: '–', look: 'none' },
];

export function verdictOf(id: string): Verdict {
  return VERDICTS.find((one) => one.id === id) ?? { id, heading: id, glyph: '◌', look: 'none' };
}
