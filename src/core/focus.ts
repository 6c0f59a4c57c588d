/** The words of focus and stage: weeks of making, telling and serving, and what they are judged from. */

/** One week of one kind of work. `depth` is the share of what stood when it began that went or was replaced in it. */
export interface WeekOfWork {
  /** ms UTC: the end of the week; 52 of them end at the reading's `at`. */
  readonly to: number;
  readonly happened: boolean;
  /** null when depth was not measured for this week. */
  readonly depth: number | null;
  /** How many changes, at most a handful of whose evidence ids are named. */
  readonly changes: number;
  readonly evidence: readonly string[];
}

/** One file, page or product line as it stood at the start of the window: what of it is gone or replaced now. */
export interface Replaced {
  readonly block: string;
  readonly stood: number;
  readonly gone: number;
}

/** What is known of one kind of work in a window; `because` says why where it is not. */
export interface KindOfWork {
  readonly state: 'seen' | 'not-collected';
  readonly because: string | null;
  /** Where it was looked at: "landed on the default branch", "README, docs, site". */
  readonly basis: string;
  /** The time up to which it was looked at (ms UTC); the reading's moment when absent. */
  readonly until?: number;
  /** What it is called in a sentence: `the recipe`, `the can or the advertising`; without it the usual words. */
  readonly noun?: string;
  /** Set where changes are dated by the looks that saw them, so that weeks tell nothing: then depth speaks. */
  readonly by?: 'depth';
  /** Oldest first, 52 when the history reaches that far; weeks that nobody looked at are not among them. */
  readonly weeks: readonly WeekOfWork[];
  /** null with a reason in `depthBecause` when no depth could be measured. */
  readonly replaced: readonly Replaced[] | null;
  readonly depthBecause: string | null;
}

export interface Weeks {
  readonly making: KindOfWork;
  readonly telling: KindOfWork;
  readonly serving: KindOfWork;
}

/** What the stage is told from. Times in ms UTC; null where not known. */
export interface StageSigns {
  readonly firstAt: number | null;
  readonly newestAt: number | null;
  /** The newest change of substance by a person. */
  readonly newestMakingAt: number | null;
  /** The time up to which changes are known; the reading's moment when absent. */
  readonly seenUntil?: number;
  /** The newest merge or release that threads and registries tell of after that; null when none. */
  readonly movedAfter?: number | null;
  /** Pull requests were read along with the threads, so that a merge after the history ends would show. */
  readonly mergesHeard?: boolean;
  /** Final releases ever seen; null when releases could not be read. */
  readonly releases: number | null;
  /** Finished, user-visible changes waiting for a release; null when not known. */
  readonly waiting: number | null;
  /** True when feedback was gathered at all, so that at rest and left can be told apart. */
  readonly voiceHeard: boolean;
  /** Needs of two or more people that nobody answered; null when not known. */
  readonly unansweredNeeds: number | null;
  /** The makers said that they stopped: the words and where. */
  readonly saidStopped: { readonly quote: string; readonly evidence: string; readonly at: number } | null;
}
