/** What leaves of a text to a model of the user’s own: its beginning, without addresses and tokens even where nobody took them out before. */
import { redact } from '#core/redact.ts';

/** What is said is said early; common models of vectors read 512 tokens, and refuse or cut what is longer. Our own. */
const SENT = 1_000;

export function wordsSent(text: string): string {
  return redact(text).slice(0, SENT).toWellFormed().trim();
}
