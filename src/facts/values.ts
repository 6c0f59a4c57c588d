/** What each fact is worth: the types that audits and the reading are written against. */
import type { Alone } from '#core/alone.ts';
import type { Evidence } from '#core/evidence.ts';
import type { StageSigns, Weeks } from '#core/focus.ts';
import type { RoundSeen } from '#core/mirror.ts';
import type { Loop } from '#core/origin.ts';
import type { Warmth } from '#core/signals.ts';
import type { Gains, NoteGains } from './gain-values.ts';
import type { Ledger } from './ledger-values.ts';
import type { Demand, Features, Needs, Returned, Subjects } from './need-values.ts';
import type { Promises } from './promise-values.ts';
import type { JunkFound, Praised, Said } from './said-values.ts';
import type { Catalogue, Posts, ShelfChange, ShelfRows } from './shelf-values.ts';
import type { Answer, Ask, Closings, Links, Origins, Phrases, References, Repeats, Threads } from './voice-values.ts';

export interface FactValues {
  readonly history: History;
  readonly identities: Identities;
  readonly people: People;
  readonly areas: Areas;
  readonly work: Work;
  readonly releaseRows: ReleaseRows;
  readonly releases: Releases;
  readonly notes: Notes;
  readonly eventRows: EventRows;
  readonly renewal: Renewal;
  readonly offers: Offers;
  readonly runtimes: readonly AskedRuntime[];
  readonly needs: Needs;
  /** Most people first. */
  readonly demand: readonly Demand[];
  readonly subjects: Subjects;
  readonly features: Features;
  readonly returns: readonly Returned[];
  readonly survival: Survival;
  readonly weeks: Weeks;
  readonly pronouncements: Pronouncements;
  readonly voice: Voice;
  readonly asks: readonly Ask[];
  readonly answers: readonly Answer[];
  readonly closings: Closings;
  readonly references: References;
  readonly links: Links;
  readonly threads: Threads;
  readonly repeats: Repeats;
  readonly phrases: Phrases;
  readonly said: readonly Said[];
  readonly praised: Praised;
  readonly junk: JunkFound;
  readonly origins: Origins;
  readonly loop: Loop;
  readonly warmth: Warmth;
  readonly shelfRows: ShelfRows;
  /** Changes in (at, id) order, and products' titles as the newest of them say. */
  readonly shelfChanges: { readonly all: readonly ShelfChange[]; readonly titles: ReadonlyMap<string, string> };
  readonly catalogue: Catalogue;
  readonly posts: Posts;
  readonly signs: StageSigns;
  readonly tally: Tally;
  readonly pages: Pages;
  readonly claims: Claims;
  readonly promises: Promises;
  readonly gains: Gains;
  readonly noteGains: NoteGains;
  readonly ledger: Ledger;
  readonly alone: Alone;
  /** In the order of their close. */
  readonly rounds: readonly RoundSeen[];
}

/** One commit. Indexes point into `History.commits` and `History.paths`. */
export interface Commit {
  readonly id: string;
  readonly sha: string;
  readonly parents: readonly number[];
  /** When it was written onto its line of history (committer date, mended where implausible), ms UTC. */
  readonly at: number;
  /** When it reached the default branch: the time of the first-parent commit that brought it; null if it never did. */
  readonly landedAt: number | null;
  readonly authorId: string | null;
  readonly merge: boolean;
  readonly subject: string;
  /** Shas (as written, 7–40 digits) that it says it reverts. */
  readonly reverts: readonly string[];
  /** The message says that it breaks something (`!:` or `BREAKING CHANGE`). */
  readonly breaking: boolean;
  /** Paths it added, altered or removed; empty for merges. */
  readonly touched: readonly number[];
}

/** The history as read: topological order, parents before children; off-branch commits (release branches) included. */
export interface History {
  readonly commits: readonly Commit[];
  readonly paths: readonly string[];
  /** By index of `paths`: when it first stood on the default branch, and when it was last removed (Infinity: it stands). */
  readonly stood?: { readonly from: Float64Array; readonly until: Float64Array };
  /** Index of the newest commit of the default branch; −1 when there is none. */
  readonly head: number;
  /** False when the bottom is cut off (shallow clone): then nothing is said about how long things took before it. */
  readonly whole: boolean;
  /** The time up to which changes are known: nobody looked at the weeks after it. Absent: the reading's moment. */
  readonly until?: number;
  /** Paths could not be read for some commits (absent blobs); then areas of those commits are unknown. */
  readonly pathsKnown: boolean;
  /** Changes that are no commits (changelog lines): counted, not read here. */
  readonly others?: number;
}

/** Authors as the edge stored them. Others use `people`, which adds bots by behaviour. */
export type Role = 'team' | 'outsider' | 'bot';

export interface Identities {
  readonly bots: ReadonlySet<string>;
  readonly personOf: ReadonlyMap<string, string>;
  /** Author id → what a person said that they are; it comes before everything else that tells. */
  readonly roles?: ReadonlyMap<string, Role>;
}

export interface People {
  /** Author ids that are bots, by name (edge) or by behaviour (here). */
  readonly bots: ReadonlySet<string>;
  /** Author id → person id. */
  readonly personOf: ReadonlyMap<string, string>;
  /** Bots by behaviour, with why. */
  readonly behaving: readonly { readonly authorId: string; readonly because: string }[];
  /** As in `Identities`. */
  readonly roles?: ReadonlyMap<string, Role>;
}

/** product: what customers get · telling: what tells about it · upkeep: tests, CI, tooling, locks · generated: vendored, built. */
export type Area = 'product' | 'telling' | 'upkeep' | 'generated';

export interface Areas {
  /** By index of `History.paths`. */
  readonly of: readonly Area[];
  /** Set where nothing looked like a product (a book, a site, a list), so what tells, or what is kept, was taken for it. */
  readonly because?: string | null;
}

export type WorkKind = 'feature' | 'fix' | 'revert' | 'docs' | 'refactor' | 'upkeep' | 'other';

/** By index of `History.commits`. */
export interface Work {
  readonly kind: readonly WorkKind[];
  /** How the kind was told: `conventional` prefix, `words` of the subject, `paths` alone. */
  readonly told: readonly ('conventional' | 'words' | 'paths')[];
  /** 1 when by a bot. */
  readonly bot: Uint8Array;
  /** 1 when a customer could notice it: touches product paths and is a feature, a fix, or a revert of one; by people or bots alike. */
  readonly visible: Uint8Array;
  /** 1 when it touches product paths in substance (not merely version numbers or locks), and is no merge. */
  readonly making: Uint8Array;
  /** 1 when it touches telling paths, and is no merge. */
  readonly telling: Uint8Array;
}

export type Step = 'tinker' | 'iteration' | 'overhaul';

/** One tag, registry version, release of a platform, launch or changelog heading, as a source read it. */
export interface ReleaseRow {
  readonly id: string;
  readonly source: 'tag' | 'registry' | 'published' | 'launch' | 'deployment' | 'notes';
  readonly name: string;
  readonly version: string | null;
  readonly line: string | null;
  readonly at: number;
  readonly pre: boolean;
  /** Sha of the tagged commit. */
  readonly commit: string | null;
  /** The package that a registry version is of. */
  readonly pack: string | null;
  /** What a registry says where its makers withdrew a version; null where they did not. */
  readonly deprecated: string | null;
  /** A changelog heading without a date. */
  readonly undated: boolean;
  /** Lines of its notes: bullets of the changelog, or of the tag's message below its title. */
  readonly lines: readonly string[];
  readonly pasted: boolean;
}

/** In (at, id) order; tags that plainly name no release are left out. */
export interface ReleaseRows {
  readonly all: readonly ReleaseRow[];
  /** Names of tags that no version could be read from. */
  readonly unread: readonly string[];
}

/** One final or pre-release version. */
export interface Release {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Product line: '' for the only one, else e.g. `create-vite`, `stable`. */
  readonly line: string;
  readonly at: number;
  readonly pre: boolean;
  /** Index of its commit in History; −1 when nothing places it in the history that was read. */
  readonly commit: number;
  /** What placed it: its tag, a commit that names the version, or the newest commit landed by its date. */
  readonly placed?: 'tag' | 'subject' | 'date' | null;
  /** Evidence ids of the tag, registry version and heading it was merged from; the first is `id`. */
  readonly evidence?: readonly string[];
  /** Commits whose first final release this is (first pre-release for pre-releases), merges and bots included. */
  readonly brings: readonly number[];
  readonly step: Step | null;
}

export interface Releases {
  /** collected false: nothing names a release, or the tags cannot be read as versions; `because` says which. */
  readonly collected: boolean;
  readonly because: string | null;
  /** (at, id) order. */
  readonly all: readonly Release[];
  /** Tags that could not be read as versions, or are versions of something else. */
  readonly unread: readonly string[];
  /** Changelog headings without a date that no tag or registry version dates. */
  readonly undated?: readonly string[];
  /** By index of History.commits: index into `all` of the first final release that contains it; −1 none. */
  readonly firstFinal: Int32Array;
  /** The line whose releases carry most of the product's own changes; '' when there is one. */
  readonly mainLine: string;
}

/** What release notes say, by release. */
export interface Notes {
  readonly collected: boolean;
  readonly because: string | null;
  /** Index into Releases.all → the lines of its notes, with the evidence id they stand in. `pasted`: a bare commit list. */
  readonly byRelease: ReadonlyMap<
    number,
    { readonly evidence: string; readonly lines: readonly string[]; readonly pasted: boolean }
  >;
}

/** The newest of each event that facts read. */
export interface EventRows {
  readonly renewal: Evidence | null;
  readonly offers: readonly Evidence[];
  readonly lines: readonly Evidence[];
}

/** What of the product and of its telling stood 52 weeks ago and is gone or replaced, by file; and each week's part. */
export interface Renewal {
  readonly collected: boolean;
  readonly because: string | null;
  readonly evidence: string | null;
  /** ms UTC. `from` is the tree that stood. */
  readonly from: number;
  readonly to: number;
  readonly files: readonly {
    readonly path: string;
    readonly area: Area;
    readonly stood: number;
    readonly gone: number;
    readonly added: number;
  }[];
  /** Newest last; lines gone and added per area in that week. */
  readonly weeks: readonly {
    readonly to: number;
    readonly product: { readonly gone: number; readonly added: number };
    readonly telling: { readonly gone: number; readonly added: number };
  }[];
}

/** A value is one of a flag's choices, as a usage text lists them; a thing is what a sentence of the README names. */
export type OfferKind = 'flag' | 'command' | 'file' | 'link' | 'value' | 'thing' | 'stated';

/** One thing that README or docs offer by name. */
export interface Offer {
  readonly id: string;
  readonly kind: OfferKind;
  readonly name: string;
  readonly doc: string;
  readonly lineNumber: number;
  readonly quote: string;
  /** When the line that offers it was written, ms UTC; null when not traced. */
  readonly since: number | null;
  /** present · removed: it was there and a commit took it out · never: no trace of it in what was searched. */
  readonly state: 'present' | 'removed' | 'never';
  /** Of a thing: files have its name, though nothing makes or fetches it. */
  readonly spoken?: boolean;
  readonly removed: { readonly sha: string; readonly at: number; readonly subject: string } | null;
}

/** A document that asks for an older version of a language than the manifests do. */
export interface AskedRuntime {
  readonly id: string;
  readonly runtime: string;
  readonly stated: string;
  readonly required: string;
  readonly doc: string;
  readonly lineNumber: number;
  /** The manifest that requires more, and the commit of the main line from which on it does. */
  readonly manifest: string;
  readonly raised: { readonly sha: string; readonly at: number } | null;
}

export interface Offers {
  readonly collected: boolean;
  readonly because: string | null;
  readonly all: readonly Offer[];
  /** Names of things in sentences of the README: softer than what is offered, and never a failure of its own. */
  readonly things: readonly Offer[];
  /** What the README states of itself and a file beside it proves wrong; `name` is what the file has. */
  readonly stated: readonly Offer[];
}

/** Lines by the month they were born in and the month they went in, product paths only. */
export interface Survival {
  readonly collected: boolean;
  readonly because: string | null;
  readonly cohorts: readonly {
    /** ms UTC, start of the month. */
    readonly born: number;
    readonly evidence: string;
    /** Days lived → lines; `ended` false: alive when last seen. */
    readonly lives: readonly { readonly days: number; readonly lines: number; readonly ended: boolean }[];
  }[];
}

/** What the makers say about the product's own state, in its README. */
export interface Pronouncements {
  /** Documents read, of any type. */
  readonly documents: number;
  /** Different pages among them, and the copies of those; what is said once (posts, advertisements) is no page. */
  readonly pages: number;
  readonly copies: number;
  readonly stopped: StageSigns['saidStopped'];
}

export interface Voice {
  /** Pieces of feedback gathered. */
  readonly feedback: number;
}

/** Pages by place, the shortest address first, copies oldest first; and what was said once. */
export interface Pages {
  readonly places: readonly {
    readonly place: string;
    readonly copies: readonly {
      readonly id: string;
      readonly at: number;
      readonly headline: string | null;
      readonly lines: readonly string[];
    }[];
  }[];
  readonly said: readonly { readonly id: string; readonly at: number }[];
}

/** One copy of a text that makes claims. Lines are verbatim, numbered from 1. */
export interface ClaimCopy {
  readonly id: string;
  readonly at: number;
  /** A page's headline, a README's first line of prose. */
  readonly says: { readonly text: string; readonly line: number } | null;
  /** What it promises by a time; `due` is the first moment after that time, null for `soon`. */
  readonly promises: readonly { readonly text: string; readonly line: number; readonly due: number | null }[];
  /** Lines that say that something is done. */
  readonly done: readonly string[];
}

/** The README and pages, copies oldest first. */
export interface Claims {
  readonly places: readonly {
    readonly name: string;
    /** What everybody sees first: the README, the page at the top of a site. */
    readonly front: boolean;
    readonly copies: readonly ClaimCopy[];
  }[];
}

/** Counts for the head of a reading. */
export interface Tally {
  readonly changes: number;
  readonly releases: number;
  readonly feedback: number;
  readonly documents: number;
  /** Different pages among the documents, and the copies of those that were read. */
  readonly pages: number;
  readonly copies: number;
  /** Looks at a catalogue, and advertisements and posts among the documents. */
  readonly looks: number;
  readonly posts: number;
  readonly people: number;
  readonly bots: number;
  readonly botChanges: number;
}
