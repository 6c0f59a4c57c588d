/** One gather of the live API: the newest threads first and whole, then as far back as the calls reach. */
import type { Batch, Gathering } from '#core/source.ts';
import { Calls } from './calls.ts';
import { type Cursor, fromCursor, toCursor } from './cursor.ts';
import { type ListName, Lists, type Page } from './lists.ts';
import { errorOf, missingOf } from './missing.ts';
import { fullName, hostOfApi, type Repository } from './repository.ts';
import { Round } from './round.ts';

export async function* readLive(
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
  if (first === null) throw errorOf(name, calls.stop);

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
