/** The walks of a whole gather: threads with all that belongs to them, comments edited since, releases, discussions. */
import type { Gathered } from '#core/evidence.ts';
import { instantOf } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import { deploymentRows } from '../deployed.ts';
import { countIn, type Fields, fieldsIn, isFields, timeIn } from '../fields.ts';
import { type Published, releaseRows } from '../published.ts';
import { deployedOf } from './deployment.ts';
import { discussionRows, nextIn, nodesIn } from './graph.ts';
import { COUNTS, DEPLOYMENTS, DISCUSSIONS } from './questions.ts';
import { fullName, originOf, publisherOf } from './repository.ts';
import { restComment, restRelease } from './rest.ts';
import { commentRow } from './thread.ts';
import { threadsWhole, WHOLE_AT_ONCE } from './thread-whole.ts';
import { question, type Walk } from './walk.ts';
import type { WholeCursor } from './whole-cursor.ts';

interface Piece {
  readonly items: readonly Gathered[];
  readonly cursor: WholeCursor;
}

const PAGE = 100;

/** How much there is, and what reading it from nothing takes: about a second a call, three questions at once. */
export async function estimateOf(walk: Walk) {
  const { owner, name } = walk.repository;
  const told = await question(walk, COUNTS, { owner, name });
  const repository = fieldsIn(told, 'repository');
  const count = (list: string) => countIn(fieldsIn(repository, list), 'totalCount') ?? 0;
  const threads = count('issues') + count('pullRequests');
  const lists = Math.ceil(threads / (PAGE - 1)) + Math.ceil(count('releases') / PAGE) + 2;
  const questions = Math.ceil(threads / WHOLE_AT_ONCE) + Math.ceil(count('discussions') / WHOLE_AT_ONCE) + 1;
  const left = countIn(fieldsIn(told, 'rateLimit'), 'remaining') ?? 5_000;
  const minutes = Math.ceil((lists + questions / 3) / 60) + 60 * Math.floor((lists + questions) / Math.max(1, left));
  const many = (list: string, one: string) => `${thousands(count(list))} ${one}${count(list) === 1 ? '' : 's'}`;
  const sentence =
    `${fullName(walk.repository)}: ${thousands(threads)} issues and pull requests, ${many('discussions', 'discussion')}, ` +
    `${many('releases', 'release')}. About ${thousands(lists + questions)} calls, ${thousands(minutes)} min. ` +
    'Ctrl-C stops it; the next gather goes on from there.';
  return { threads, sentence, at: typeof told.at === 'number' ? told.at : 0 };
}

async function list(walk: Walk, path: string, etag?: string | null) {
  const url = `${walk.api}/repos/${fullName(walk.repository)}/${path}`;
  const { value, answer } = await walk.calls.ask(url, etag ? { etag } : {});
  const rows = Array.isArray(value) ? value.filter(isFields) : [];
  return { rows, unchanged: answer.status === 304, etag: answer.headers.etag ?? null };
}

function latest(rows: readonly Fields[]): number {
  return rows.reduce((most, row) => Math.max(most, timeIn(row, 'updated_at') ?? 0), 0);
}

/** Oldest change first, from the moment that is known on: whatever changes meanwhile comes again at the end. */
export async function* walkThreads(walk: Walk, start: WholeCursor, total: number): AsyncGenerator<Piece> {
  let cursor = start;
  for (let read = 0; ; ) {
    const { since, page, edge } = cursor.threads;
    const from = since === 0 ? '' : `&since=${instantOf(since)}`;
    const path = `issues?state=all&sort=updated&direction=asc${from}&per_page=${PAGE}${page > 1 ? `&page=${page}` : ''}`;
    const { rows } = await list(walk, path);
    const known = new Set(edge);
    const fresh = rows.filter((row) => timeIn(row, 'updated_at') !== since || !known.has(countIn(row, 'number') ?? 0));
    const items = await threadsWhole(walk, fresh);
    read += fresh.length;
    walk.progress('issues, pull requests and replies', read, Math.max(read, total));
    const last = Math.max(since, latest(rows));
    const there = rows
      .filter((row) => timeIn(row, 'updated_at') === last)
      .flatMap((row) => countIn(row, 'number') ?? []);
    const more = rows.length >= PAGE;
    const moved = last > since;
    cursor = {
      ...cursor,
      threads: {
        since: last,
        page: moved || !more ? 1 : page + 1,
        edge: moved ? there : [...new Set([...edge, ...there])],
      },
      step: more ? 'threads' : 'comments',
    };
    yield { items, cursor };
    if (!more) return;
  }
}

/** Comments that were edited: their threads need not have changed. */
export async function* walkComments(walk: Walk, start: WholeCursor): AsyncGenerator<Piece> {
  let cursor = start;
  for (let more = true; more; ) {
    const { since, page } = cursor.comments;
    const path = `issues/comments?sort=updated&direction=asc&since=${instantOf(since)}&per_page=${PAGE}${page > 1 ? `&page=${page}` : ''}`;
    const { rows } = await list(walk, path);
    const items = rows.flatMap((row) => restComment(row) ?? []).map((comment) => commentRow(walk.repository, comment));
    more = rows.length >= PAGE;
    const last = latest(rows);
    const comments = last > since ? { since: last, page: 1 } : { since, page: page + 1 };
    cursor = { ...cursor, comments, step: more ? 'comments' : 'releases' };
    yield { items, cursor };
  }
}

/** Versions are read from all tags together, so all are read where the first page is new. */
export async function* walkReleases(walk: Walk, cursor: WholeCursor): AsyncGenerator<Piece> {
  const first = await list(walk, `releases?per_page=${PAGE}`, cursor.releases);
  if (first.unchanged) {
    yield { items: [], cursor: { ...cursor, step: 'discussions' } };
    return;
  }
  const found = new Map<string, Published>();
  let { rows } = first;
  for (let page = 2; ; page += 1) {
    for (const release of rows.flatMap((row) => restRelease(row) ?? [])) found.set(release.tag, release);
    if (rows.length < PAGE) break;
    ({ rows } = await list(walk, `releases?per_page=${PAGE}&page=${page}`));
  }
  const items = releaseRows(publisherOf(walk.repository), [...found.values()]);
  yield { items, cursor: { ...cursor, releases: first.etag, step: 'discussions' } };
}

/** Newest change first, down to what is known. */
export async function* walkDiscussions(walk: Walk, start: WholeCursor): AsyncGenerator<Piece> {
  const { owner, name } = walk.repository;
  for (let cursor = start; ; ) {
    const { since, after } = cursor.discussions;
    const told = await question(walk, DISCUSSIONS, { owner, name, after });
    const repository = fieldsIn(told, 'repository');
    const nodes = nodesIn(repository, 'discussions');
    const fresh = nodes.filter((node) => (timeIn(node, 'updatedAt') ?? 0) >= since);
    const next = fresh.length < nodes.length ? null : nextIn(repository, 'discussions');
    cursor = { ...cursor, discussions: { since, after: next }, step: next === null ? 'deployments' : 'discussions' };
    yield { items: fresh.flatMap((node) => discussionRows(walk.repository, node)), cursor };
    if (next === null) return;
  }
}

/** Newest first, down to what is known. A token that may not see them sees none. */
export async function* walkDeployments(walk: Walk, start: WholeCursor): AsyncGenerator<Piece> {
  const { owner, name } = walk.repository;
  for (let cursor = start; ; ) {
    const { since, after } = cursor.deployments ?? { since: 0, after: null };
    const told = await question(walk, DEPLOYMENTS, { owner, name, after });
    const repository = fieldsIn(told, 'repository');
    const nodes = nodesIn(repository, 'deployments');
    const fresh = nodes.filter((node) => (timeIn(node, 'createdAt') ?? 0) >= since);
    const next = fresh.length < nodes.length ? null : nextIn(repository, 'deployments');
    cursor = { ...cursor, deployments: { since, after: next }, step: next === null ? 'done' : 'deployments' };
    const deployed = fresh.flatMap((node) => deployedOf(node) ?? []);
    yield { items: deploymentRows(originOf(walk.repository), deployed), cursor };
    if (next === null) return;
  }
}
