/** A lens question from the audits that answer it: it counts once, however many answer. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { QuestionReading } from '#core/reading.ts';
import { percentileInterval } from './percentile-interval.ts';
import { DRAWS, type Weighed } from './weigh.ts';

export interface Question {
  readonly reading: QuestionReading;
  /** Scores under each draw; empty unless scored. */
  readonly draws: Float64Array;
}

/** What would answer a question that nothing has answered yet, in words that a face can offer. */
const WOULD_ANSWER: Record<QuestionId, string> = {
  substance: 'A year of history answers it.',
  arrives: 'Releases answer it: tags, a changelog or a registry.',
  holds: 'Ten releases and what followed them answer it.',
  care: 'Issues and reviews answer it: own use, and problems fixed that no customer reported.',
  loved: 'Reviews or a survey answer it.',
  heard: 'Issues, tickets or reviews with their replies answer it.',
  answered: 'Issues and what was shipped for them answer it.',
  told: 'Release notes and threads with replies answer it.',
};

export function answer(id: QuestionId, weighed: readonly Weighed[]): Question {
  const answering = weighed.filter(({ audit }) => audit.answers === id);
  const scored = answering.filter(({ state }) => state === 'scored');
  const draws = meanOf(scored.map(({ scoreDraws }) => scoreDraws));
  const first = scored[0] ?? answering.find(({ state }) => state !== 'not-collected') ?? answering[0];
  return {
    draws,
    reading: {
      id,
      question: QUESTIONS[id].question,
      score: scored.length === 0 ? null : mean(scored.map(({ score }) => score ?? 0)),
      interval: scored.length === 0 ? null : percentileInterval(draws),
      state: scored.length > 0 ? 'scored' : (first?.state ?? 'not-collected'),
      because: (first?.score === null ? first.observed?.unsure : undefined) ?? first?.because ?? WOULD_ANSWER[id],
      audits: answering.map(({ audit }) => audit.id),
    },
  };
}

/** Draw by draw; draws share their block weights, so what moves together stays together. */
export function meanOf(series: readonly Float64Array[]): Float64Array {
  if (series.length === 0) return new Float64Array(0);
  return Float64Array.from({ length: DRAWS }, (_, draw) => mean(series.map((draws) => draws[draw] ?? Number.NaN)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
