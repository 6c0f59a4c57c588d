/** Where changes began, the three signals and the sore thumb, for a face. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';
import { shareWords } from '../figures.ts';
import { ORIGINS, originRows } from '../origin-words.ts';
import { signalBecause } from '../signal-words.ts';

export function originView({ origin }: Reading) {
  const rows = originRows(origin);
  const { outside, own, idea, untraced } = origin;
  const all = (outside ?? 0) + (own ?? 0) + (idea ?? 0) + (untraced ?? 0);
  return {
    because: origin.because,
    unscored: 'Not scored: an idea nobody asked for is a bet.',
    all: `all ${counted(all, 'change')}`,
    alt: `${thousands(untraced ?? 0)} of ${thousands(all)} untraced`,
    /** Null where nothing was looked at: `because` stands in their place. */
    rows:
      rows?.map(({ key, atLeast, atMost, words }) => ({ key, atLeast, atMost, words, name: ORIGINS[key].name })) ??
      null,
  };
}

export function signalsView(reading: Reading) {
  const { signals, soreThumb } = reading;
  return {
    rows: signals.map(({ name, value, interval, because }) => ({
      name,
      because: signalBecause(because, reading),
      value,
      interval,
      words: value === null ? 'not known yet' : shareWords(value, interval),
    })),
    thumb: thumbOf(soreThumb),
  };
}

/** `question` is null where a signal sticks out, or nothing. */
function thumbOf({ question, sentence }: Reading['soreThumb']) {
  if (question === null) return { head: null, sentence, question: null };
  const known = Object.hasOwn(QUESTIONS, question);
  const asked = known ? QUESTIONS[question as QuestionId].question : question;
  const rest = sentence.startsWith(asked) ? sentence.slice(asked.length).trim() : sentence;
  return { head: `The sore thumb: ${asked}`, sentence: rest, question: known ? question : null };
}
