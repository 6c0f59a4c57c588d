/** Reads what rows of voices have in common: their thread, and the side that their author stands on. */
import type { Evidence } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import type { Side } from '../voice-values.ts';
import { textIn } from './fields.ts';

export function threadOf({ threadId, externalId }: Evidence): string {
  return threadId ?? /(\d{1,9})$/.exec(externalId)?.[1] ?? externalId;
}

export function sideIn(data: JsonObject | null): Side | null {
  const side = textIn(data, 'side');
  return side === 'maker' || side === 'outsider' || side === 'bot' || side === 'unknown' ? side : null;
}

/** One key for a thread, whatever names it. */
export function keyOf({ origin, thread }: { readonly origin: string; readonly thread: string }): string {
  return `${origin} ${thread}`;
}

/** Kinds in which people tell what they think of the product, not what is wrong with it. */
export const SPOKEN: ReadonlySet<string> = new Set(['review', 'post', 'survey']);
