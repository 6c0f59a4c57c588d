/** Evidence as the API tells it. */
import type { z } from '@hono/zod-openapi';
import type { Evidence } from '#core/evidence.ts';
import { instantOf } from '#core/time.ts';
import type { Piece } from './schemas.ts';

export function pieceOf(row: Evidence): z.infer<typeof Piece> {
  const { id, kind, type, origin, externalId, threadId, title, body, url, version, amount, authorId } = row;
  return {
    ...{ id, kind, type, origin, externalId, threadId, title, body, url, version, amount },
    at: instantOf(row.at),
    author: authorId,
  };
}
