/** A lens for a face: its ring, its band, and its four questions with their figures in words. */
import type { LensReading, QuestionReading, Reading } from '#core/reading.ts';
import { scoreWords } from '../figures.ts';
import { answeredWords, groupOf } from '../lens-words.ts';

export function lensView(id: 'product' | 'customer', lens: LensReading, reading: Reading) {
  const { score, interval, band } = lens;
  const name = `${id === 'product' ? 'Product' : 'Customer'} lens`;
  const worst = Math.round(band.worst);
  const best = Math.round(band.best);
  return {
    id,
    name,
    head: answeredWords(lens),
    alt: `${name} ${score === null ? `between ${worst} at worst and ${best} at best` : scoreWords(score, interval)}`,
    scored: score !== null,
    score: score === null ? `${worst}–${best}` : String(Math.round(score)),
    range: score === null ? 'worst to best' : bare(scoreWords(score, interval)),
    band,
    questions: lens.questions.map((question) => questionView(question, reading)),
  };
}

function questionView({ id, question, score, interval, because, audits }: QuestionReading, reading: Reading) {
  const [value, ...range] = score === null ? [''] : scoreWords(score, interval).split(' ');
  return {
    id,
    group: groupOf(id),
    question,
    because,
    score,
    interval,
    value: score === null ? null : value,
    range: range.join(' '),
    audits: reading.audits
      .filter((audit) => audits.includes(audit.id) && audit.state !== 'not-collected')
      .map((audit) => audit.id),
  };
}

/** `65–79` from `72 (65–79)`. */
function bare(words: string): string {
  return words.split(' ').slice(1).join(' ').replace(/[()]/g, '');
}
