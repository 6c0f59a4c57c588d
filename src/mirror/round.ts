/** A round of the Mirror Test, and one respondent's answers in it. */
import type { Answers, Role } from './questions.ts';

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

export interface Given {
  /** Random; says nothing of who or when. */
  readonly id: string;
  readonly role: Role;
  readonly answers: Answers;
}

/** Fewer are never shown together, nor can be worked out from what is. */
export const LEAST_GROUP = 5;
