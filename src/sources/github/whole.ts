/** Everything that a repository holds, in the order in which it changed: a stop at any moment leaves no gap and no repeat. */
import { BifocalError } from '#core/errors.ts';
import type { Batch, Gathering } from '#core/source.ts';
import { DAY } from '#core/time.ts';
import { PatientCalls, Stopped } from '../patient-calls.ts';
import { errorOf, stopped } from '../stopped.ts';
import { MANNERS } from './calls.ts';
import { RAISES } from './missing.ts';
import { fullName, hostOfApi, originOf, type Repository } from './repository.ts';
import type { Walk } from './walk.ts';
import { fromWhole, NOTHING_YET, toWhole, type WholeCursor } from './whole-cursor.ts';
import {
  estimateOf,
  walkComments,
  walkDeployments,
  walkDiscussions,
  walkReleases,
  walkThreads,
} from './whole-walks.ts';

/** Types of rows of which a gather from nothing meets every one that there still is. */
const TYPES = [
  'issue',
  'pull',
  'discussion',
  'comment',
  'closed',
  'reopened',
  'labelled',
  'referenced',
  'merged',
  'reacted',
  'published',
  'deployment',
];

/** A deployment may still be on its way when it is first seen. */
const SETTLED = 14 * DAY;

/** Null where the API takes no questions from us: there is no token. */
export async function* readWhole(
  gathering: Gathering<unknown>,
  repository: Repository,
  api: string,
): AsyncGenerator<Batch, 'read' | 'no token'> {
  const { http, signal, progress, patient = false, estimate } = gathering;
  const name = `${hostOfApi(api)}/${fullName(repository)}`;
  const waiting = (until: number) =>
    progress(`waiting for the limit, until ${new Date(until).toISOString().slice(11, 16)} UTC`, 0, null);
  const calls = new PatientCalls({ http, signal, name, patient, waiting, manners: MANNERS });
  let cursor = fromWhole(gathering.cursor) ?? NOTHING_YET;
  const walk: Walk = { calls, repository, api: api.replace(/\/+$/, ''), progress };
  const counts = await estimateOf(walk).catch((error: unknown) => {
    if (error instanceof BifocalError && error.code === 'SOURCE_REFUSED') return null;
    if (error instanceof Stopped) throw errorOf(name, error.stop, RAISES);
    throw error;
  });
  if (counts === null) return 'no token';
  if (cursor.began === null) {
    if (cursor.anew) estimate?.(counts.sentence);
    const comments = { since: cursor.anew ? counts.at : cursor.comments.since, page: 1 };
    cursor = { ...cursor, began: counts.at, step: 'threads', comments };
  }
  const began = cursor.began ?? counts.at;
  try {
    for await (const { items, cursor: now } of steps(walk, cursor, counts.threads)) {
      cursor = now;
      yield { items, resume: toWhole(cursor) };
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    if (cursor.threads.since === 0) throw errorOf(name, error.stop, RAISES);
    // What comes after is read by the next gather; nothing later than this is known of threads.
    const owed: WholeCursor = { ...cursor, anew: false };
    const missing = error.stop.why === 'plan' ? [] : [stopped('github', name, error.stop, RAISES)];
    yield { missing, cursor: toWhole(owed), observedUntil: Math.min(began, cursor.threads.since) };
    return 'read';
  }
  const replaces = cursor.anew ? TYPES.map((type) => ({ origin: originOf(repository), type })) : [];
  const done: WholeCursor = {
    ...{ ...cursor, step: 'threads', began: null, anew: false, comments: { since: began, page: 1 } },
    discussions: { since: began, after: null },
    deployments: { since: began - SETTLED, after: null },
  };
  const product = { name: repository.name, kind: 'software' };
  yield { cursor: toWhole(done), observedUntil: began, replaces, ...(gathering.cursor === null && { product }) };
  return 'read';
}

async function* steps(walk: Walk, start: WholeCursor, total: number) {
  let cursor = start;
  for (const [step, read] of [
    ['threads', walkThreads],
    ['comments', walkComments],
    ['releases', walkReleases],
    ['discussions', walkDiscussions],
    ['deployments', walkDeployments],
  ] as const) {
    if (cursor.step !== step) continue;
    for await (const piece of read(walk, cursor, total)) {
      cursor = piece.cursor;
      yield piece;
    }
  }
}
