/** The questions of a Mirror Test: who is asked which, and what an answer to each looks like. */
import { ROLES, type Role } from '#core/mirror.ts';

/** Points to share; the highest of a scale; the most groups that one may name; the longest text. */
export const POINTS = 10;
export const RIGHT_MOST = 10;
export const GUESS_MOST = 100;
export const PLACE_MOST = 100;
export const GROUPS_MOST = 3;
export const LONGEST_TEXT = 600;
export const LONGEST_NAME = 80;

const TEAM = ['leaders', 'staff'] as const;

/** In the order in which they are asked. Customers have three and one that they may leave out; the team has seven. */
export const QUESTIONS = [
  { id: 'doing', of: TEAM, form: 'points' },
  { id: 'why', of: TEAM, form: 'text' },
  { id: 'friend', of: ['customers'], form: 'text' },
  { id: 'whom', of: TEAM, form: 'names' },
  { id: 'right', of: TEAM, form: 'scale' },
  { id: 'missed', of: TEAM, form: 'guess' },
  { id: 'would', of: ['customers'], form: 'choice' },
  { id: 'closer', of: ['leaders', 'staff', 'customers'], form: 'text' },
  { id: 'which', of: ['customers'], form: 'name' },
  { id: 'place', of: TEAM, form: 'place' },
] as const satisfies readonly { id: string; of: readonly Role[]; form: string }[];

export type QuestionId = (typeof QUESTIONS)[number]['id'];

export function questionsOf(role: Role) {
  return QUESTIONS.filter(({ of }) => (of as readonly Role[]).includes(role));
}

export function isRole(word: unknown): word is Role {
  return (ROLES as readonly unknown[]).includes(word);
}
