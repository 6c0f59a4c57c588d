/** How a post of Fider stands, by its word or its number. Pure. */
import type { JsonObject } from '#core/json.ts';

/** In the order of their numbers (fider, app/models/enum/post_status.go). */
export const STATUSES = ['open', 'started', 'completed', 'declined', 'planned', 'duplicate', 'deleted'];
const CLOSED: ReadonlySet<string> = new Set(['completed', 'declined', 'duplicate', 'deleted']);

/** The makers' answer is what sets a status: it was closed when they answered. */
export function standingOf(status: string | null, answeredAt: number | null): JsonObject {
  if (status === null) return {};
  const word = (STATUSES[Number(status)] ?? status).toLowerCase();
  const closed = CLOSED.has(word);
  return {
    ...{ state: closed ? 'closed' : 'open', closedAt: closed ? answeredAt : null },
    ...(closed && word !== 'completed' && { reason: word }),
  };
}
