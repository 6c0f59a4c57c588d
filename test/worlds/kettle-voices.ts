/** What customers of the kettle said: a folder of evidence with threads that are answered, shipped, told, or silent. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '#core/time.ts';

export interface Voices {
  readonly folder: string;
  remove(): void;
}

const FIRST = Date.UTC(2025, 2, 1);
const PEOPLE = 40;

/** Forty people ask, one every six days: half get it in a release, a quarter hear of it, one says that it helped. */
export function kettleVoices(): Voices {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-kettle-voices-'));
  const rows = Array.from({ length: PEOPLE }, (_, at) => threadOf(at)).flat();
  const manifest = {
    format: 'bifocal.evidence/1',
    product: { name: 'kettle', kind: 'software' },
    origin: 'desk:kettle',
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, observedUntil: '2026-01-05' }));
  writeFileSync(join(folder, 'voices.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function threadOf(order: number): object[] {
  const id = `k-${order}`;
  const at = FIRST + order * 6 * DAY;
  const shipped = order % 2 === 0;
  const author = (handle: string) => ({ space: 'desk', handle });
  const replies =
    order % 4 === 3
      ? []
      : [reply(id, 1, at + 2 * DAY, 'Thank you, we will look at the spout of your kettle this week.')];
  if (order % 4 === 0) replies.push(reply(id, 2, at + 30 * DAY, 'This is released in 1.18.0, have a look.'));
  const counts = { comments: replies.length, commentsSeen: replies.length };
  const fixVersions = shipped ? [{ name: '1.18.0', at: at + 20 * DAY }] : [];
  const closedAt = shipped ? at + 20 * DAY : null;
  const data = {
    side: 'outsider',
    ...counts,
    fixVersions,
    state: shipped ? 'closed' : 'open',
    ...(closedAt && { closedAt }),
  };
  const body = `Part ${order} of my kettle drips <b>on the table</b>. Please mend it.`;
  const ask = { kind: 'feedback', type: 'issue', externalId: id, threadId: id, at, title: `Part ${order} drips`, body };
  const closed = {
    kind: 'event',
    type: 'closed',
    externalId: `${id}.closed`,
    threadId: id,
    at: at + 20 * DAY,
    author: author('mia'),
  };
  return [{ ...ask, author: author(`guest-${order}`), data }, ...replies, ...(shipped ? [closed] : [])];
}

function reply(thread: string, order: number, at: number, body: string): object {
  const author = { space: 'desk', handle: 'mia' };
  return {
    kind: 'reply',
    type: 'comment',
    externalId: `${thread}.${order}`,
    threadId: thread,
    at,
    author,
    body,
    data: { side: 'maker' },
  };
}
