/** What the facts of voices are worth: who asked, who answered, how it ended, and what of it shipped. */
import type { OriginTold } from '#core/origin.ts';

/**
 * maker: can change the product · outsider: nobody known as a maker, where makers are known · unknown: nothing tells makers
 * · bot: a program, or a piece that stands for no customer (junk.ts: said before, selling, speaking to a model).
 */
export type Side = 'maker' | 'outsider' | 'bot' | 'unknown';

/** What the wording of a text says, as bits: rules/phrases.ts says how each is told. */
export type Wording = number;

/** One piece of feedback as a source read it; its text is looked at once and not kept. */
export interface Ask {
  readonly id: string;
  readonly origin: string;
  /** What its replies name it by. */
  readonly thread: string;
  readonly kind: string;
  readonly at: number;
  readonly authorId: string | null;
  readonly side: Side;
  /** null: not told. */
  readonly open: boolean | null;
  readonly closedAt: number | null;
  readonly reason: string | null;
  /** As the platform counts replies, and how many were read; null where that is not told. */
  readonly comments: number | null;
  readonly seen: number | null;
  readonly duplicateOf: string | null;
  readonly fixes: readonly { readonly name: string; readonly at: number }[];
  /** The version that it is about, where the source tells it. */
  readonly version?: string | null;
  /** Stars, one to five; null where it carries none. */
  readonly stars: number | null;
  /** Which of several products it is about, where the source tells. */
  readonly line?: string | null;
  readonly wording: Wording;
}

/** One reply as a source read it. */
export interface Answer {
  readonly id: string;
  readonly origin: string;
  readonly thread: string;
  readonly onPull: boolean;
  readonly at: number;
  readonly authorId: string | null;
  readonly side: Side;
  /** Of its text with names, numbers and addresses taken out; 0 where there is none. */
  readonly template: number;
  /** The source itself says that it is a template. */
  readonly templated: boolean;
  /** Letters in it, quotes and code left out, at most 1,000: enough to tell a reason from a nod. */
  readonly letters: number;
  /** Versions that it names. */
  readonly versions: readonly string[];
  /** What it says that the thread repeats. */
  readonly duplicates: readonly string[];
  /** Changes that it says did it, and pull requests that it gives the address of. */
  readonly done: readonly string[];
  readonly pulls: readonly string[];
  readonly wording: Wording;
}

/** A closing as a source read it. */
export interface Closing {
  readonly id: string;
  readonly origin: string;
  readonly thread: string;
  readonly at: number;
  readonly authorId: string | null;
  readonly side: Side | null;
  readonly reason: string | null;
  readonly commit: string | null;
  readonly pull: string | null;
}

export interface Closings {
  readonly closed: readonly Closing[];
  /** Sha of the commit by which a pull request landed, by origin and number. */
  readonly merged: ReadonlyMap<string, string>;
  /** Authors who merged, or closed what others opened: only makers may. */
  readonly makers: ReadonlySet<string>;
  readonly newest: ReadonlyMap<string, number>;
}

/** A pull request: work offered, not feedback. */
export interface Pull {
  readonly id: string;
  readonly origin: string;
  readonly thread: string;
  readonly at: number;
  readonly authorId: string | null;
  readonly side: Side;
  readonly mergedAt: number | null;
  readonly mergeSha: string | null;
  readonly closes: readonly string[];
  readonly comments: number | null;
  readonly seen: number | null;
  readonly wording: Wording;
}

/** What commits and pull requests say outright that they answer. */
export interface References {
  /** By sha: what it names in its subject, what it says it closes, and what its wording says. Only where it names or says something. */
  readonly commits: ReadonlyMap<
    string,
    { readonly names: readonly string[]; readonly closes: readonly string[]; readonly wording: Wording }
  >;
  readonly pulls: readonly Pull[];
}

/** One answer in a thread, in the order of time. Bots are told by side. */
export interface Reply {
  readonly id: string;
  readonly at: number;
  /** Number of the person who wrote it; −1 where the source does not tell. */
  readonly person: number;
  readonly side: Side;
  readonly templated: boolean;
  readonly letters: number;
  readonly versions: readonly string[];
  readonly duplicates: readonly string[];
  readonly wording: Wording;
}

/** That a change answers a thread: said outright, recovered, or confirmed by a person. */
export interface Link {
  /** recovered: nobody wrote it down, its text and time tell · confirmed: a person said so. */
  readonly how: 'commit' | 'pull' | 'closing' | 'reply' | 'notes' | 'tracker' | 'recovered' | 'confirmed';
  /** When the change landed, or the version that the tracker names came out. */
  readonly at: number;
  /** Index in History.commits; −1 where the change itself was not read. */
  readonly commit: number;
  readonly evidence: string;
  /** It says that it closes the thread, not merely its number. */
  readonly closes: boolean;
  /** How likely it is right, where it was recovered; 1 when absent. */
  readonly p?: number;
}

/** The release that carried what answers a thread. */
export interface Shipped {
  readonly at: number;
  /** Index in Releases.all; −1 where only the tracker names it. */
  readonly release: number;
  readonly version: string;
  readonly evidence: string;
  /** Evidence id of the release notes that name the thread; null where none do. */
  readonly noted: string | null;
  /** How likely what carried it answers it, where that link was recovered; 1 when absent. */
  readonly p?: number;
}

export interface Closed {
  readonly at: number;
  /** −1: not told. */
  readonly by: number;
  readonly side: Side;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly duplicate: boolean;
  /** The thread that it is said to repeat, by its place in `Threads.all`; absent where that was not read. */
  readonly original?: number;
  /** The tracker says that nothing was or will be built. */
  readonly declined: boolean;
}

export interface Thread {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  /** Persons are numbered in the order in which they first speak: ids of people differ between machines. −1: not told. */
  readonly asker: number;
  readonly side: Side;
  /** Every reply was read, so that silence can be told. */
  readonly read: boolean;
  /** The time up to which it is known. */
  readonly until: number;
  readonly replies: readonly Reply[];
  readonly closed: Closed | null;
  readonly links: readonly Link[];
  readonly shipped: Shipped | null;
  /** Who told the asker that it shipped: by naming the version in the thread, or the thread in the release notes. */
  readonly told: { readonly at: number; readonly by: 'human' | 'bot' | 'notes'; readonly evidence: string } | null;
  /** The asker's own words, afterwards, that it works. */
  readonly helped: { readonly at: number; readonly evidence: string } | null;
  readonly version?: string | null;
  readonly stars: number | null;
  readonly line?: string | null;
  readonly wording: Wording;
  /** Somebody waits for an answer: not where a review, a post or a survey only tells what somebody thinks. */
  readonly asks: boolean;
}

export interface Threads {
  readonly collected: boolean;
  readonly because: string | null;
  /** (at, id) order. */
  readonly all: readonly Thread[];
  /** The time up to which voices are known. */
  readonly until: number;
  /** Whether links can be told at all: changes or fix versions were read. */
  readonly linked: boolean;
  /** The time up to which changes are known, where links are told by them: what was closed later may have a change nobody read. */
  readonly linkedUntil?: number;
  /** How makers were told from outsiders where at least one thread can be judged. */
  readonly makers: 'told' | 'by behaviour' | 'unknown';
  /** Persons by number who are makers. */
  readonly isMaker: Uint8Array;
  /** By index of History.commits: the person who wrote it; −1 not told, from `isMaker.length` on somebody who never spoke. */
  readonly commitBy: Int32Array;
  /** By index of History.commits: the threads that a commit names, and its pull request. */
  readonly commitNames: ReadonlyMap<number, readonly number[]>;
  readonly commitPull: ReadonlyMap<number, number>;
  /** Pull requests by outsiders and makers, with whether an outsider speaks in them. */
  readonly pulls: readonly {
    readonly id: string;
    readonly origin: string;
    readonly thread: string;
    readonly at: number;
    readonly side: Side;
    /** −1: not told. */
    readonly person: number;
    /** When it was merged; null where it was not, or nothing says so. */
    readonly mergedAt: number | null;
    /** The time up to which it is known. */
    readonly until: number;
    readonly outsiderSpeaks: boolean | null;
    readonly wording: Wording;
    /** Indexes of `all` that it says it closes. */
    readonly closes: readonly number[];
    /** Index in History.commits of the commit that landed it; −1 where none is known. */
    readonly commit: number;
  }[];
}

/** Index of `Threads.all` → the thread that it repeats, where somebody says so. */
export interface Repeats {
  readonly of: ReadonlyMap<number, number>;
}

/** What was said in words that the list knows. */
export interface Phrases {
  readonly collected: boolean;
  readonly because: string | null;
  /** Pieces by outsiders with either, in (at, id) order. */
  readonly all: readonly {
    readonly evidence: string;
    readonly at: number;
    readonly person: number;
    readonly praise: boolean;
    readonly leaving: boolean;
  }[];
  /** Pieces by outsiders that were looked at, and those in a language that the list does not know. */
  readonly looked: number;
  readonly unread: number;
}

/** Where changes that users could notice began. */
export interface Origins extends OriginTold {
  readonly collected: boolean;
  /** By index of History.commits: 0 not asked (merges, bots, not noticeable) · 1 outside · 2 own use · 3 own idea · 4 untraced. */
  readonly of: Uint8Array;
  /** Index of History.commits → evidence of what it began with. */
  readonly evidence: ReadonlyMap<number, string>;
}

/** Links that nobody wrote down and are taken all the same, and those that a person took back. */
export interface Links {
  /** Feedback id → changes that answer it, by id. */
  readonly taken: ReadonlyMap<
    string,
    readonly { readonly change: string; readonly p: number; readonly confirmed: boolean }[]
  >;
  /** `from to` of each link that a person vetoed. */
  readonly vetoed: ReadonlySet<string>;
  /** Asks for which changes are offered that nobody looked at. */
  readonly offered: number;
}
