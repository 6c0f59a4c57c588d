/** What a single strand tells by itself: of voices what is loved and why people leave, of a site what it claims. */

export interface Heard {
  /** Within the window: pieces looked at, and the different people who wrote them. */
  readonly pieces: number;
  readonly people: number;
  /** Those of them in which people tell what they think of it (reviews, posts, surveys), where praise is looked for. */
  readonly spoken: number;
  /** What the pieces are called: `reviews`, `posts`, `answers`, else `pieces of feedback`. */
  readonly called: string;
  readonly praise: number;
  readonly leaving: number;
  /** In a language whose phrases are not known. */
  readonly unread: number;
  /** Where leaving began: the version since which the share of leaving is surely higher than before it; null where none. */
  readonly since: {
    readonly version: string;
    readonly leaving: number;
    readonly pieces: number;
    readonly before: { readonly leaving: number; readonly pieces: number };
  } | null;
  /** Evidence ids, newest first. */
  readonly loved: readonly string[];
  readonly left: readonly string[];
}

export interface Claimed {
  /** The first heading of the front page as it stands, with the evidence; null where no page was read. */
  readonly headline: { readonly text: string; readonly evidence: string } | null;
  readonly pages: number;
  readonly posts: number;
}

export interface Alone {
  readonly heard: Heard | null;
  readonly claimed: Claimed | null;
}
