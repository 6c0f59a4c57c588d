/** The words of the Mirror Test: rounds, who answers, and what may be shown of a round that is closed. */

export const ROLES = ['leaders', 'staff', 'customers'] as const;
export type Role = (typeof ROLES)[number];

/** What is shown together: a role, or leaders and staff as one where either has too few. */
export type Group = Role | 'team';

/** What a week's work goes into: ten points are shared among these. */
export const PARTS = ['making', 'telling', 'serving', 'running'] as const;
export type Part = (typeof PARTS)[number];

/** Sean Ellis's scale; who has stopped using it is not counted (docs/guide/mirror-test.md). */
export const MISSED = ['very', 'somewhat', 'not', 'gone'] as const;
export type Missed = (typeof MISSED)[number];

/** One respondent's answers; whatever was left out is absent. */
export interface Answers {
  readonly doing?: Readonly<Record<Part, number>>;
  readonly why?: string;
  readonly friend?: string;
  readonly whom?: readonly string[];
  readonly right?: number;
  readonly missed?: number;
  readonly would?: Missed;
  readonly closer?: string;
  readonly which?: string;
  readonly place?: { readonly product: number; readonly customer: number };
  /** Of a team's member in an open round alone. */
  readonly name?: string;
}

/** `open`: the team's answers stand beside their names. Customers are never named. A round never changes its kind. */
export const ROUND_KINDS = ['open', 'anonymous'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export interface Round {
  readonly id: string;
  readonly kind: RoundKind;
  /** What people call it: “Autumn 2026”. */
  readonly name: string;
  readonly opensAt: number;
  /** When it was closed; null while it takes answers. */
  readonly closesAt: number | null;
}

export interface Between {
  readonly low: number;
  readonly high: number;
}

/** A mean with its interval; or, where nearly all said the same, only the third of the scale in which they lie. */
export type Scale =
  | {
      readonly state: 'shown';
      readonly n: number;
      readonly mean: number;
      readonly interval: Between;
      readonly variance: number;
    }
  | { readonly state: 'alike'; readonly n: number; readonly between: Between }
  | { readonly state: 'too-few' };

/** How many gave one of several answers, and what may lie behind the figure. */
export type Share =
  | {
      readonly state: 'shown';
      readonly n: number;
      readonly count: number;
      readonly behind: Between;
      readonly interval: Between;
    }
  | { readonly state: 'too-few' };

/** Words as they were written, in the order of the alphabet. */
export type Words =
  | { readonly state: 'shown'; readonly n: number; readonly said: readonly string[] }
  | { readonly state: 'alike' }
  | { readonly state: 'too-few' };

export interface ReleasedGroup {
  readonly group: Group;
  readonly n: number;
  readonly doing?: Readonly<Record<Part, Scale>>;
  readonly why?: Words;
  readonly friend?: Words;
  /** Groups that were named, each once. */
  readonly whom?: Words;
  readonly which?: Words;
  readonly right?: Scale;
  readonly missed?: Scale;
  /** How many would be very disappointed, of those who still use it. How the others are split is not shown: three counts
   * that add up would tell more than one. */
  readonly would?: Share;
  readonly closer?: Words;
  readonly place?: { readonly product: Scale; readonly customer: Scale };
}

/** A member of the team with their name, in an open round alone. */
export interface Named {
  readonly role: 'leaders' | 'staff';
  readonly name: string | null;
  readonly answers: Answers;
}

export interface Released {
  readonly round: Round;
  readonly groups: readonly ReleasedGroup[];
  /** Whether somebody's answers are in no group that is shown. */
  readonly held: boolean;
  readonly named: readonly Named[];
}

export interface Gap {
  readonly value: number;
  readonly interval: Between;
  /** Whether the interval leaves out that there is none. */
  readonly sure: boolean;
}

/** What a closed round tells a reading: made of figures that anybody may see, so that it tells nothing that they do not. */
export interface RoundSeen {
  readonly evidence: string;
  readonly closedAt: number;
  /** The share of customers who would be very disappointed. */
  readonly mustHave: Sided | null;
  /** Of 100 customers: how many those who lead think that they would be, and how many say so. */
  readonly selfImage: (Apart & { readonly by: 'leaders' | 'team' }) | null;
  /** Leaders against staff, by question: `doing/making`, `right`, `missed`, `place/product`. */
  readonly roles: Readonly<Record<string, Apart>>;
}

interface Sided {
  readonly value: number;
  readonly interval: Between;
  readonly n: number;
}

/** Two groups on one scale; `n` are the people of both, `least` those of the smaller. */
export interface Apart {
  readonly one: number;
  readonly other: number;
  readonly gap: Gap;
  readonly n: number;
  readonly least: number;
}

/** What stands in a closed round between groups, and since the one before. */
export interface MirrorResult extends Released {
  /** What customers wish for is among the needs; a folder's rounds do not join, as its feedback may hold the words. */
  readonly joined: boolean;
  readonly gaps: { readonly selfImage: Gap | null; readonly roles: Readonly<Record<string, Gap>> };
  /** Since the round that closed before it; null where there was none. */
  readonly since: {
    readonly round: Round;
    readonly groups: Readonly<Record<string, Readonly<Record<string, Gap>>>>;
  } | null;
  readonly evidence: EvidenceBeside;
  /** Answers that became steps of the Bridge. */
  readonly taken: readonly AnswerTaken[];
}

/** An answer that became a step of the Bridge. */
export interface AnswerTaken {
  readonly action: string;
  readonly group: Group;
  readonly text: string;
}

/** What was measured, beside what people think; null where it was not. */
export interface EvidenceBeside {
  readonly at: string | null;
  readonly weeks: {
    readonly of: number;
    readonly making: number | null;
    readonly telling: number | null;
    readonly serving: number | null;
  } | null;
  readonly firstSentence: { readonly text: string; readonly evidence: string; readonly where: string } | null;
  /** Of the sentences that are shown: how alike each is to the site's first, by shared words; the most alike first. */
  readonly alike: readonly { readonly text: string; readonly group: string; readonly share: number }[];
  readonly loved: ScoreBeside | null;
  readonly holds: ScoreBeside | null;
  readonly lenses: { readonly product: ScoreBeside | null; readonly customer: ScoreBeside | null };
  readonly place: { readonly name: string; readonly certainty: string } | null;
  /** People who asked in the year, whose ask shipped, who were told. */
  readonly loop: {
    readonly asked: number | null;
    readonly shipped: number | null;
    readonly told: number | null;
  } | null;
}

export interface ScoreBeside {
  readonly score: number;
  readonly interval: { readonly low: number; readonly high: number | null } | null;
}
