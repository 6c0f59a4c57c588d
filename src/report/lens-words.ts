/** A lens in words that every face shares: its score or band, and how many of its questions are answered. */
import type { LensReading } from '#core/reading.ts';
import { scoreWords } from './figures.ts';

/** `72 (65–79)`; `40–90, worst to best` where there is no score. */
export function lensWords({ score, interval, band }: LensReading): string {
  return score === null
    ? `${Math.round(band.worst)}–${Math.round(band.best)}, worst to best`
    : scoreWords(score, interval);
}

export function answeredWords({ because, questions }: LensReading): string {
  if (because !== null) return because;
  const answered = questions.filter(({ score }) => score !== null).length;
  return `${answered === 4 ? 'All four' : answered === 3 ? 'Three of four' : answered} questions are answered.`;
}

/** An outcome stands apart from the effort for it: the heading before a question, where one begins. */
export function groupOf(question: string): string | null {
  if (question === 'loved') return 'Loved';
  return question === 'heard' ? 'Effort' : null;
}
