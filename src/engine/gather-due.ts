/** When sources are read again: a day after they were, an hour after they could not be; and which an export brought along. */
import { DAY } from '#core/time.ts';
import { SOURCES } from '#sources/registry.ts';
import type { StoredSource } from '#store/sources.ts';
import type { Store } from '#store/store.ts';
import { EXPORT_FORMAT } from './export-format.ts';
import type { SourceOutcome } from './gather-sources.ts';
import type { SourceWanted, Target } from './target.ts';

const HOUR = DAY / 24;

/** What says where a source lies, wherever it is read from; a path is one machine's own. */
const PLACES = ['repo', 'project', 'site', 'url', 'app', 'name', 'key'];

/** `failed`: by origin. */
export async function noteNext(
  store: Store,
  productId: string,
  read: readonly SourceOutcome[],
  isFailed: (outcome: SourceOutcome) => boolean,
  now: number,
): Promise<void> {
  for (const outcome of read) {
    if (outcome.sourceId === '') continue;
    await store.sources.due(productId, outcome.sourceId, now + (isFailed(outcome) ? HOUR : DAY));
  }
}

/** Of a target's sources those whose time has come; one that was stopped, or never read, is always due. */
export async function dueOf(store: Store, productId: string, target: Target, now: number): Promise<SourceWanted[]> {
  const known = await store.sources.list(productId);
  const due: SourceWanted[] = [];
  for (const wanted of target.sources) {
    const row = known.find(({ kind, origin }) => kind === wanted.kind && origin === wanted.origin);
    const stopped = row !== undefined && (await store.gathers.stopped(productId, row.id)) !== null;
    if (row === undefined || row.nextAt === null || row.nextAt <= now || stopped) due.push(wanted);
  }
  return due;
}

/** Sources that an export brought and that lie where anybody can read them: gathered again when somebody asks for it. */
export async function sourcesOfExports(store: Store, productId: string): Promise<SourceWanted[]> {
  const gathers = await store.gathers.list(productId);
  const of = (row: StoredSource) => gathers.filter(({ sourceId, state }) => sourceId === row.id && state !== 'undone');
  const found: SourceWanted[] = [];
  for (const row of await store.sources.list(productId)) {
    const own = of(row);
    const brought = own.length > 0 && own.every(({ how, mapping }) => how === 'import' && mapping === EXPORT_FORMAT);
    const options = row.options as SourceWanted['options'];
    if (!brought || !PLACES.some((name) => typeof options[name] === 'string')) continue;
    const source = await SOURCES[row.kind]?.();
    if (source?.options.safeParse(options).success) found.push({ kind: row.kind, origin: row.origin, options });
  }
  return found;
}
