/** What tracing a name works with, and what comes of it. */
import type { Git } from '#core/source.ts';
import type { FirstParent } from './documents-walk.ts';
import type { Paths } from './offers-paths.ts';
import type { Probe } from './offers-probe.ts';
import type { Remover } from './offers-remover.ts';

/** How often something may move before the trail is given up. */
export const HOPS = 5;

/** Where the trail is followed: the first-parent line (newest first), and what any of its commits holds. */
export interface Trail {
  readonly git: Git;
  readonly probe: Probe;
  readonly line: readonly FirstParent[];
  /** The tree of the commit read. */
  readonly paths: Paths;
}

export interface Outcome {
  readonly removed: Remover | null;
  /** Where a file went, when it is still in the tree. */
  readonly movedTo: string | null;
  /** Why nothing was found; null when something was. */
  readonly because: string | null;
}

export function lost(because: string): Outcome {
  return { removed: null, movedTo: null, because };
}
