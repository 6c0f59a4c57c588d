/** The sore thumb: the lens question farthest below its norm, or the signal farthest below its own past, where even the interval stays below. */
import type { AuditReading, Reading } from '#core/reading.ts';
import type { LensDrawn } from './lenses.ts';
import { NORM } from './place.ts';

/** How a signal moved against the half year before, told by the audit that it rests on. */
export interface SignalMoved {
  readonly name: Reading['signals'][number]['name'];
  readonly change: AuditReading['change'];
}

/** A thumb sticks out of a hand: what is compared are the questions of lenses that have a score. */
export interface Hand {
  readonly lenses: readonly LensDrawn[];
  readonly signals?: readonly SignalMoved[];
  /** What a product that was left no longer changes in substance is told by its stage. */
  readonly stage: Reading['stage']['name'];
}

/** Shares have a hundred points, as scores have. */
const POINTS = 100;

export function soreThumbOf({ lenses, signals = [], stage }: Hand): Reading['soreThumb'] {
  const scored = lenses.filter(({ reading }) => reading.score !== null);
  const compared = signals.some(({ change }) => change !== null);
  if (scored.length === 0 && !compared)
    return { question: null, sentence: 'Too little is known to say what sticks out.' };
  const questions = scored
    .flatMap(({ questions }) => questions.map(({ reading }) => reading))
    .filter(({ id }) => !(stage === 'left' && id === 'substance'))
    .flatMap(({ id, question, because, score, interval }) =>
      interval !== null && interval.high !== null && interval.high < NORM
        ? { question: id as string, below: NORM - (score ?? 0), sentence: `${question} ${because ?? ''}`.trim() }
        : [],
    );
  const moved = signals.flatMap(({ name, change }) => {
    // Called only where chance among many audits is held down; then the interval lies below nothing.
    if (change?.verdict !== 'down' || change.difference === null || change.before === null || change.now === null)
      return [];
    const sentence = `${name[0]?.toUpperCase()}${name.slice(1)}: ${percent(change.now)} in the last half year, ${percent(change.before)} in the one before.`;
    return { question: name as string, below: -change.difference * POINTS, sentence };
  });
  const [worst] = [...questions, ...moved].toSorted((a, b) => b.below - a.below);
  if (!worst) return { question: null, sentence: 'Nothing sticks out.' };
  return { question: worst.question, sentence: worst.sentence };
}

function percent(share: number): string {
  return `${Math.round(share * POINTS)} %`;
}
