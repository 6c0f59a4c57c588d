/** Every word of the form. `{product}` stands for its name, `{sum}` for a number. */
import type { Missed, Part } from '#core/mirror.ts';

export interface FormWords {
  /** ISO 639-1. */
  readonly code: string;
  /** What the language calls itself. */
  readonly name: string;
  readonly language: string;
  readonly change: string;
  readonly team: { readonly title: string; readonly time: string };
  readonly customers: { readonly title: string; readonly time: string };
  readonly anonymous: string;
  readonly verbatim: string;
  readonly open: string;
  readonly yourName: string;
  readonly agree: string;
  readonly agreeFirst: string;
  readonly skip: string;
  readonly doing: string;
  readonly share: string;
  readonly parts: Readonly<Record<Part, string>>;
  readonly sum: string;
  readonly why: string;
  readonly oneSentence: string;
  readonly friend: string;
  readonly whom: string;
  readonly ideal: string;
  readonly group: string;
  readonly right: string;
  readonly rightEnds: readonly [low: string, high: string];
  readonly missed: string;
  readonly guess: string;
  readonly would: string;
  readonly wouldBe: Readonly<Record<Missed, string>>;
  readonly closer: string;
  readonly closerToYou: string;
  readonly oneThing: string;
  readonly which: string;
  readonly ifYouLike: string;
  readonly place: string;
  readonly placeOf: { readonly product: string; readonly customer: string };
  readonly placeEnds: readonly [low: string, high: string];
  readonly send: string;
  readonly saved: string;
  readonly unsaved: string;
  readonly cookie: string;
  readonly thanks: string;
  readonly kept: string;
  readonly back: string;
  readonly closed: string;
  readonly closedMore: string;
  readonly used: string;
  readonly usedMore: string;
  readonly gone: string;
  readonly goneMore: string;
  readonly busy: string;
  readonly busyMore: string;
}
