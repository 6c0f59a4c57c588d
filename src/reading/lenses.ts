/** A lens from its four questions: scored when three are, else the band from its worst to its best possible value. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { LensReading } from '#core/reading.ts';
import { percentileInterval } from './percentile-interval.ts';
import { answer, mean, meanOf, type Question } from './questions.ts';
import type { Weighed } from './weigh.ts';

/** DESIGN §3: a lens is scored when three of its four questions are. */
const ENOUGH_QUESTIONS = 3;

export interface LensDrawn {
  readonly reading: LensReading;
  readonly questions: readonly Question[];
  /** Lens scores under each draw; empty unless scored. */
  readonly draws: Float64Array;
}

export function lensOf(lens: 'product' | 'customer', weighed: readonly Weighed[]): LensDrawn {
  const ids = (Object.keys(QUESTIONS) as QuestionId[]).filter((id) => QUESTIONS[id].lens === lens);
  const questions = ids.map((id) => answer(id, weighed));
  const scored = questions.filter(({ reading }) => reading.score !== null);
  const enough = scored.length >= ENOUGH_QUESTIONS;
  const draws = enough ? meanOf(scored.map((question) => question.draws)) : new Float64Array(0);
  const scores = scored.map(({ reading }) => reading.score ?? 0);
  return {
    questions,
    draws,
    reading: {
      score: enough ? mean(scores) : null,
      interval: enough ? percentileInterval(draws) : null,
      band: bandOf(scored, ids.length),
      coverage: scored.length / ids.length,
      because: enough ? null : tooFew(scored.length),
      lowest: lowestOf(scored),
      questions: questions.map(({ reading }) => reading),
    },
  };
}

/** Unanswered questions at 0 and at 100, answered ones at the ends of their intervals. */
function bandOf(scored: readonly Question[], of: number): { worst: number; best: number } {
  const open = of - scored.length;
  const lows = scored.map(({ reading }) => reading.interval?.low ?? reading.score ?? 0);
  const highs = scored.map(({ reading }) => reading.interval?.high ?? reading.score ?? 100);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { worst: sum(lows) / of, best: (sum(highs) + 100 * open) / of };
}

function lowestOf(scored: readonly Question[]): string | null {
  const [lowest] = [...scored].sort((a, b) => (a.reading.score ?? 0) - (b.reading.score ?? 0));
  return lowest?.reading.id ?? null;
}

function tooFew(answered: number): string {
  const counted = ['None', 'One', 'Two'][answered] ?? String(answered);
  return `${counted} of its four questions ${answered === 2 ? 'are' : 'is'} answered; a score needs three.`;
}
