/** A round of the Mirror Test, and one respondent's answers in it. */
import type { Answers, Role } from '#core/mirror.ts';

export interface Given {
  /** Random; says nothing of who or when. */
  readonly id: string;
  readonly role: Role;
  readonly answers: Answers;
}

/** Fewer are never shown together, nor can be worked out from what is. */
export const LEAST_GROUP = 5;
