/** Closings and merges as sources read them, and who may: only makers close what others opened, or merge. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { numberIn, objectIn, textIn } from './rules/fields.ts';
import { keyOf, sideIn, threadOf } from './rules/voice-fields.ts';
import type { Closing } from './voice-values.ts';

export default collectFact({
  id: 'closings',
  version: 1,
  reads: 'events',
  collect: () => {
    const closed: Closing[] = [];
    const merged = new Map<string, string>();
    const makers = new Set<string>();
    const newest = new Map<string, number>();
    return {
      take(row) {
        if (row.type !== 'closed' && row.type !== 'merged' && row.type !== 'reopened') return;
        newest.set(row.origin, row.at);
        if (sideIn(row.data) === 'maker' && row.authorId !== null) makers.add(row.authorId);
        if (row.type === 'closed') closed.push(toClosing(row));
        else if (row.type === 'merged') {
          const commit = textIn(row.data, 'commit');
          if (commit !== null) merged.set(keyOf({ origin: row.origin, thread: threadOf(row) }), commit);
        }
      },
      done: () => ({ closed, merged, makers, newest }),
    };
  },
});

function toClosing(row: Evidence): Closing {
  const by = objectIn(row.data, 'by');
  const pull = numberIn(by, 'pull');
  return {
    id: row.id,
    origin: row.origin,
    thread: threadOf(row),
    at: row.at,
    authorId: row.authorId,
    side: sideIn(row.data),
    reason: textIn(row.data, 'reason'),
    commit: textIn(by, 'commit'),
    pull: pull === null ? textIn(by, 'pull') : String(pull),
  };
}
