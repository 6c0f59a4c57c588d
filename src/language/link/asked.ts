/** What is joined: something asked, and a change that may have answered it. */

export interface Asked {
  readonly title: string;
  readonly body: string;
  /** Milliseconds, null where unknown. */
  readonly createdAt: number | null;
  /** When it was closed as done; null where it is open or nobody tells. */
  readonly resolvedAt: number | null;
}

export interface Changed {
  readonly subject: string;
  readonly body: string;
  readonly at: number | null;
  /** Files that it touched, where they are known. */
  readonly paths?: readonly string[];
}
