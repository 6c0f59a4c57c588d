/** What was said, as lines of evidence files: feedback, replies, closings, points on a scale. */
import { instant } from './days.ts';
import type { Channel, Said } from './said.ts';

export type Row = Readonly<Record<string, unknown>>;

const ORIGINS: Readonly<Record<Channel, string>> = {
  issue: 'tracker:gallop',
  review: 'store:gallop',
  ticket: 'support:gallop',
  post: 'forum:gallop',
  survey: 'survey:gallop',
};
/** Everybody signs in with the name they ride under, wherever they write. */
const SPACE = 'gallop.example';
const SCALE = { very: 2, somewhat: 1, not: 0 };
const REASONS: Readonly<Record<string, string>> = { done: 'completed', no: 'not_planned' };

/** Since the help page became a help centre, a robot writes first. */
const ROBOT_SINCE = instant('2024-10-08', 0);
const ROBOT_SAYS =
  'Thank you, dear galloper! Your message is important to us. A person will answer within a day, seven days a week.';

/** A commit that says it closes a thread, where nobody closed it by hand. */
export interface Landed {
  readonly sha: string;
  readonly who: string;
  readonly at: number;
}

export function rowsOf(said: Said, makers: ReadonlySet<string>, landed: Landed | null): readonly Row[] {
  const { channel, id, at, who, replies } = said;
  const origin = ORIGINS[channel];
  const externalId = id.replace('#', '');
  const base = { origin, author: { space: SPACE, handle: who } };
  const robot = channel === 'ticket' && at >= ROBOT_SINCE;
  const count = replies.length + (robot ? 1 : 0);
  const closing = said.closed ?? (landed === null ? null : { at: landed.at, who: landed.who, how: 'done' });
  const reason = closing === null ? null : (REASONS[closing.how] ?? 'duplicate');
  const feedback = {
    ...{ kind: 'feedback', type: channel, externalId, at: new Date(at), ...base, threadId: externalId },
    ...(said.title === null ? {} : { title: said.title }),
    ...{ body: said.body, lang: said.lang },
    ...(said.stars === null ? {} : { amount: said.stars }),
    ...(said.version === null ? {} : { version: said.version }),
    ...(channel === 'issue' ? { url: `https://tracker.gallop.example/${externalId}` } : {}),
    data: {
      side: said.maker ? 'maker' : 'outsider',
      ...(said.segment === null ? {} : { segment: said.segment }),
      ...(channel === 'survey' ? {} : { comments: count, commentsSeen: count }),
      ...(channel === 'issue' ? { state: closing === null ? 'open' : 'closed' } : {}),
      ...(closing === null ? {} : { closedAt: closing.at, reason }),
      ...(reason === 'duplicate' ? { duplicateOf: closing?.how.slice(4) } : {}),
    },
  };
  const rows: Row[] = [feedback];
  if (robot) {
    const data = { side: 'bot', templated: 1 };
    const author = { space: SPACE, handle: 'gallop-autoreply[bot]' };
    rows.push(
      replyRow({ origin, author, externalId: `${externalId}-0`, at: at + 4_000, body: ROBOT_SAYS, data }, externalId),
    );
  }
  for (const reply of replies) {
    const author = { space: SPACE, handle: reply.who };
    const data = { side: makers.has(reply.who) ? 'maker' : 'outsider' };
    rows.push(replyRow({ origin, author, externalId: reply.id, at: reply.at, body: reply.body, data }, externalId));
  }
  if (closing !== null) {
    rows.push({
      ...{ kind: 'event', type: 'closed', externalId: `${externalId}-closed`, at: new Date(closing.at) },
      ...{ origin, author: { space: SPACE, handle: closing.who }, threadId: externalId },
      data: {
        side: 'maker',
        reason,
        ...(said.closed === null && landed !== null ? { by: { commit: landed.sha } } : {}),
      },
    });
  }
  if (said.would !== null) {
    const data = { question: 'How would you feel if Gallop were gone?', answer: said.would, of: 2 };
    const event = { kind: 'event', type: 'scale', externalId: `${externalId}-would`, at: new Date(at), ...base };
    rows.push({ ...event, threadId: externalId, amount: SCALE[said.would], data });
  }
  return rows;
}

function replyRow({ at, ...row }: Row & { readonly at: number }, threadId: string): Row {
  return { kind: 'reply', type: 'comment', ...row, at: new Date(at), threadId };
}
