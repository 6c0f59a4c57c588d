/** One gather of the live API: the newest threads first and whole, then as far back as the calls reach. */
import { BifocalError } from '#core/errors.ts';
import type { Batch, Gathering } from '#core/source.ts';
import { errorOf } from '../stopped.ts';
import { Calls } from './calls.ts';
import { type Cursor, fromCursor, toCursor } from './cursor.ts';
import { type ListName, Lists, type Page } from './lists.ts';
import { missingOf, RAISES } from './missing.ts';
import { fullName, hostOfApi, type Repository } from './repository.ts';
import { Round } from './round.ts';
import { readWhole } from './whole.ts';
import { fromWhole } from './whole-cursor.ts';

export async function* readLive(
  gathering: Gathering<unknown>,
  repository: Repository,
  api: string,
): AsyncGenerator<Batch> {
  const { cursor, until, patient } = gathering;
  const whole = fromWhole(cursor) !== null;
  // Whoever gathers for its own sake gets all of it; whatever was read whole once is kept so.
  if (until === null && (whole || patient === true) && (yield* readWhole(gathering, repository, api)) === 'read')
    return;
  if (whole && until === null) {
    const cause = 'what was read whole with a token is read on with one';
    throw new BifocalError('SOURCE_REFUSED', { source: `${hostOfApi(api)}/${fullName(repository)}`, cause });
  }
  yield* readSample(gathering, repository, api);
}

/** The newest threads, in as many calls as everybody has. */
async function* readSample(
  { cursor, until, http, signal, progress }: Gathering<unknown>,
  repository: Repository,
  api: string,
): AsyncGenerator<Batch> {
  // The past is what is kept already: the API tells no thread as it was, and rows later than asked are not read.
  if (until !== null) {
    yield { observedUntil: until };
    return;
  }
  const name = `${hostOfApi(api)}/${fullName(repository)}`;
  const calls = new Calls(http, signal, name);
  const lists = new Lists(calls, api, repository);
  const before = fromCursor(cursor);
  const page = async (list: ListName, number: number, etag?: string | null): Promise<Page | null> => {
    progress('issues and replies', calls.made, calls.plan);
    return lists.page(list, number, etag ?? undefined);
  };

  let first = await page('changed', 1, before?.owed ? null : before?.etag);
  const goesOn = before !== null && !before.owed && !(before.plan !== null && calls.plan > before.plan);
  if (!goesOn && first?.unchanged) first = await page('changed', 1);
  if (first === null) throw errorOf(name, calls.stop, RAISES);

  const round = new Round(repository, calls, lists, first);
  let now: Cursor;
  if (!goesOn) now = await round.begin();
  else if (first.unchanged) now = { ...before, releases: (await round.releases(before.releases)) ?? before.releases };
  else now = await round.goOn(before);
  const missing = missingOf(name, now, now.owed ? round.stop : null);
  yield* round.batches(now.seen);
  const product = { name: repository.name, kind: 'software' };
  yield { missing, observedUntil: first.fetchedAt, cursor: toCursor(now), ...(before === null && { product }) };
}
