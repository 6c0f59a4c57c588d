/** Words of the Bridge: a kept action, what was decided of it step by step, and what came of it. */
import type { Interval } from './observation.ts';
import type { ActionReading } from './reading.ts';

export const ACTION_VERBS = ['adopt', 'drop', 'done', 'undo'] as const;
export type ActionVerb = (typeof ACTION_VERBS)[number];

/** Proposed by a figure or a need; made from an answer in the Mirror Test; or a person's own. */
export const ACTION_KINDS = ['audit', 'need', 'answer', 'own'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Nothing is decided of a proposed one; a dropped one was decided against. */
export type ActionState = 'proposed' | 'adopted' | 'done' | 'dropped';

/** One decision, as it was taken: never changed, taken back by a later `undo`. */
export interface ActionStep {
  readonly verb: ActionVerb;
  /** When it was written down. */
  readonly at: string;
  readonly who: string | null;
  /** Why, or what was agreed. */
  readonly note: string | null;
  readonly owner?: string | null;
  /** The day by which it should be done. */
  readonly due?: string | null;
  /** The day on which it was done: cases after it are held against cases before it. */
  readonly on?: string;
}

export const VERDICTS = ['moved', 'not moved', 'worse', 'too early'] as const;
export type ActionVerdict = (typeof VERDICTS)[number];

/** How often the tell-tale was counted, of how many cases. */
export interface TellTaleCount {
  readonly count: number;
  readonly of: number;
}

/** What came of an action, from cases since it against cases before it. */
export interface ActionJudged {
  readonly verdict: ActionVerdict;
  /** The figure before and since; null where too few cases give one. */
  readonly before: { readonly value: number | null; readonly n: number };
  readonly since: { readonly value: number | null; readonly n: number };
  readonly unit: string;
  /** Of waits: the figure is the share that ended within so many days. */
  readonly within: number | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
  readonly tellTale: { readonly before: TellTaleCount; readonly since: TellTaleCount } | null;
  /** The day from which a verdict is possible; null where it is, or where nothing tells when. */
  readonly possibleAt: string | null;
  /** The day up to which cases were counted. */
  readonly until: string;
  /** What else changed in that time: releases and other steps, in words. */
  readonly beside: readonly string[];
}

/** One action as faces show it: proposed by the reading, or kept with all that was decided of it. */
export interface ActionTold {
  /** Of the kept action; a proposal has that of the reading. */
  readonly id: string;
  /** What people type: the audit, or `need` and the beginning of its id. */
  readonly name: string;
  readonly kind: ActionKind;
  readonly target: string;
  readonly state: ActionState;
  readonly may: readonly ActionVerb[];
  readonly title: string;
  readonly hypothesis: string;
  readonly people: number | null;
  readonly evidence: readonly string[];
  readonly tellTale: string;
  /** How it stands now; null where cases cannot tell. */
  readonly standing: TellTaleCount | null;
  readonly effort: string;
  readonly expected: ActionReading['expected'];
  /** Of a proposal or an adopted one: were it done today. Of a done one: see `judged`. */
  readonly verdictPossibleAt: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly doneOn: string | null;
  readonly steps: readonly ActionStep[];
  /** The reading that it was decided on; null while it is a proposal. */
  readonly baseline: string | null;
  readonly judged: ActionJudged | null;
  /** What earlier looks said, oldest first: what failed stays. */
  readonly history: readonly { readonly asOf: string; readonly verdict: ActionVerdict }[];
}

/** What to do, what was done and what it did. */
export interface BridgeTold {
  /** The reading that it rests on. */
  readonly reading: string;
  readonly at: string;
  /** At most three steps under a day. */
  readonly week: readonly ActionTold[];
  /** One or two bets. */
  readonly quarter: readonly ActionTold[];
  /** Proposals beyond those. */
  readonly more: readonly ActionTold[];
  readonly dropped: readonly ActionTold[];
  readonly done: readonly ActionTold[];
  /** Why nothing is proposed; null where something is. */
  readonly because: string | null;
}
