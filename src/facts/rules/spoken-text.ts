/** What models read of a review, a post or an answer to a survey: title and body without marks, in English alone. */
import type { Evidence } from '#core/evidence.ts';
import { unitsOf } from '#language/clean/clean.ts';
import { isEnglish } from './phrases.ts';
import { SPOKEN } from './voice-fields.ts';

/** Null where there is nothing that models could judge. */
export function spokenText({ type, title, body, lang }: Evidence): string | null {
  if (!SPOKEN.has(type)) return null;
  const text = [unitsOf(title ?? '').join(' '), unitsOf(body ?? '').join('\n')].filter(Boolean).join('\n');
  return text === '' || !isEnglish(text, lang) ? null : text;
}

/** Three digits: finer ones would only tell machines apart. */
export function rounded(probability: number): number {
  return Math.round(probability * 1_000) / 1_000;
}
