/** How each model is learned: chosen on training parts alone; the same for what ships and for what is measured. */
import type { Learning } from './learn.ts';

interface Settings extends Learning {
  readonly labels: readonly string[];
}

/** The cost of a mistake: the best of .1, .2 and .4 for moods, of .05, .1, .3 and 1 for requirements, of .03, .1 and .3. */
export const MOOD = { labels: ['negative', 'neutral', 'positive'], cost: 0.4, aim: 'both' } as const satisfies Settings;
export const REQUIREMENT = { labels: ['noise', 'requirement'], cost: 1, aim: 'label' } as const satisfies Settings;
export const PROBLEM_OR_REQUEST = {
  labels: ['problem', 'request'],
  cost: 0.1,
  aim: 'both',
} as const satisfies Settings;

/** By folds over the labelled statements. */
export const KINDS = {
  labels: ['problem', 'request', 'question', 'praise', 'leaving'],
  cost: 0.3,
  aim: 'label',
} as const satisfies Settings;
export const ROLES = {
  labels: ['ask', 'reason', 'situation', 'other'],
  cost: 0.3,
  aim: 'both',
} as const satisfies Settings;

/** For labels that somebody brings: between those above. */
export const OWN_LABELS = { cost: 0.2, aim: 'both' } as const satisfies Learning;
