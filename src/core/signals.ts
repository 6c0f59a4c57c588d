/** What innovation and passion are told from, as far as it was read: counts of praise, and of changes that nobody asked for. */

export interface Warmth {
  /** Reviews, posts and survey answers of the window in a language that the list of phrases knows, and those with praise. */
  readonly pieces: number;
  readonly praised: number;
  /** How many of the pieces were read for praise, where there are so many that some were drawn evenly; absent: all. */
  readonly read?: number;
  /** Pieces of the window that are left out of both: copies, spam, bare praise, texts that speak to a model. */
  readonly setAside: number;
  /** Changes that users could notice and that landed a year ago or earlier. */
  readonly old: number;
  /** Of those, known to have begun with the makers: nobody had asked. */
  readonly unasked: number;
  /** Of those, where they began is not known. */
  readonly untraced: number;
}
