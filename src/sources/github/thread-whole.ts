/** Threads with every comment, reaction and happening of theirs: a list page of threads becomes rows of evidence. */
import type { Gathered } from '#core/evidence.ts';
import type { Fields } from '../fields.ts';
import { fieldsIn, isFields, listIn, textIn, timeIn } from '../fields.ts';
import { graphComment, graphHappening, nextIn, nodesIn, reactionRow } from './graph.ts';
import { type Connection, moreOf, THREADS } from './questions.ts';
import { restThread } from './rest.ts';
import { commentRow, happeningRow, type Thread, threadRow } from './thread.ts';
import { question, type Walk } from './walk.ts';

/** A question over more threads may take longer than the ten seconds that the platform gives it. */
export const WHOLE_AT_ONCE = 25;
/** The platform asks for few calls at once. */
const SIDE_BY_SIDE = 3;

export async function threadsWhole(walk: Walk, rows: readonly Fields[]): Promise<Gathered[]> {
  const parts: (readonly Fields[])[] = [];
  for (let at = 0; at < rows.length; at += WHOLE_AT_ONCE) parts.push(rows.slice(at, at + WHOLE_AT_ONCE));
  const done: Gathered[] = [];
  for (let at = 0; at < parts.length; at += SIDE_BY_SIDE) {
    const some = await Promise.all(parts.slice(at, at + SIDE_BY_SIDE).map((part) => partWhole(walk, part)));
    done.push(...some.flat());
  }
  return done;
}

async function partWhole(walk: Walk, rows: readonly Fields[]): Promise<Gathered[]> {
  const ids = rows.map((row) => textIn(row, 'node_id')).filter((id) => id !== null);
  const told = await question(walk, THREADS, { ids });
  const nodes = listIn(told, 'nodes') ?? [];
  const byId = new Map(nodes.filter(isFields).map((node) => [textIn(node, 'id'), node]));
  const done: Gathered[] = [];
  for (const row of rows) {
    const thread = restThread(row);
    if (thread === null) continue;
    const node = byId.get(textIn(row, 'node_id'));
    // Deleted since the list was made.
    if (node === undefined) done.push({ ...threadRow(walk.repository, thread, 0), gone: true });
    else done.push(...(await rowsOf(walk, thread, node)));
  }
  return done;
}

async function rowsOf(walk: Walk, listed: Thread, node: Fields): Promise<Gathered[]> {
  const { repository } = walk;
  const mergeSha = textIn(fieldsIn(node, 'mergeCommit'), 'oid');
  const thread = listed.pull
    ? { ...listed, mergedAt: timeIn(node, 'mergedAt'), ...(mergeSha && { mergeSha }) }
    : listed;
  const comments = (await allOf(walk, node, 'comments')).flatMap((one) => graphComment(one, thread) ?? []);
  const reactions = await allOf(walk, node, 'reactions');
  const happenings = (await allOf(walk, node, 'timelineItems')).flatMap((one) => graphHappening(one, thread) ?? []);
  // One more may have come since the list was made; it is told again by then.
  const seen = Math.min(comments.length, thread.comments ?? comments.length);
  return [
    threadRow(repository, thread, seen),
    ...comments.map((comment) => commentRow(repository, comment)),
    ...happenings.map((happening) => {
      const row = happeningRow(repository, happening);
      const by = happening.byPull === null ? null : { pull: happening.byPull };
      return by === null ? row : { ...row, data: { ...row.data, by } };
    }),
    ...reactions.flatMap((one) => reactionRow(repository, one, thread) ?? []),
  ];
}

async function allOf(walk: Walk, node: Fields, connection: Connection): Promise<readonly Fields[]> {
  const all = [...nodesIn(node, connection)];
  const id = textIn(node, 'id');
  for (let after = nextIn(node, connection); after !== null; ) {
    const told = fieldsIn(await question(walk, moreOf(connection), { id, after }), 'node');
    all.push(...nodesIn(told, connection));
    after = nextIn(told, connection);
  }
  return all;
}
