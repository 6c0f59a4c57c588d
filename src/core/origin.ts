/** The words of origin and loop: where changes began, and how far round those who asked came. Counts only. */

/** Changes that users could notice and that landed within the window, by what they began with. */
export interface OriginCounts {
  readonly outside: number;
  readonly own: number;
  readonly idea: number;
  readonly untraced: number;
  /** Of those from outside: an outsider's own pull request, without an ask before it. */
  readonly offered: number;
}

export interface OriginTold {
  readonly because: string | null;
  /** null: not looked at, and `because` says why. */
  readonly counts: OriginCounts | null;
}

/** People who asked within the window, and how far round the loop each came. null: not known. */
export interface Loop {
  readonly asked: number | null;
  readonly shipped: number | null;
  readonly told: number | null;
  readonly helped: number | null;
  /** People whom another customer answered. */
  readonly byPeers: number | null;
  readonly because: string | null;
}
