/** The language of a text, by ELD’s tables of letter groups; silence where it would be a guess. */
import { eld } from 'eld/small';

/** Below 40 characters ELD is wrong too often to be told; measured when it was chosen. */
const LEAST = 40;
/** More characters do not change the answer, and cost time. */
const ENOUGH = 1_000;

/** ISO 639-1, or null: too short, no letters, or not sure. */
export function languageOf(text: string): string | null {
  if (text.trim().length < LEAST) return null;
  const found = eld.detect(text.slice(0, ENOUGH));
  return found.language !== '' && found.isReliable() ? found.language : null;
}
