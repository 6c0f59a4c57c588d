/** A need as it was found, before anybody corrected it. */

/** Where words stand, verbatim: offsets into the title or the body of a piece of evidence. */
export interface Span {
  readonly evidence: string;
  readonly field: 'title' | 'body';
  readonly from: number;
  readonly to: number;
}

export interface BaseNeed {
  readonly id: string;
  readonly theme: string;
  readonly name: string;
  readonly statement: Span | null;
  /** When the first of its members was said. */
  readonly bornAt: number;
}

/** Of each piece of evidence the need that it is of; who is unsorted is not in it. */
export type Assignment = ReadonlyMap<string, string>;
