/** The sources of a product: written to it, and how each of them stands. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import { fullName, parseFullName } from '#sources/github/repository.ts';
import { SOURCES } from '#sources/registry.ts';
import type { Store } from '#store/store.ts';
import { githubSource } from './github-access.ts';
import { liveTargetOf } from './live-addresses.ts';
import { loadSource } from './load-source.ts';
import { resolveTarget, type SourceWanted } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

export const STRANDS = ['ships', 'says', 'claims'] as const;
export type Strand = (typeof STRANDS)[number];

/** Sources that take an address as it is, where they are named with it. */
const BY_ADDRESS: ReadonlySet<string> = new Set(['page', 'changelog', 'archive']);

export interface AddedSource {
  readonly kind: string;
  readonly title: string;
  readonly origin: string;
  readonly strands: readonly Strand[];
  /** False: the product had it before. */
  readonly added: boolean;
}

/** What is to be added: a target, and the strand or the source that it is to be taken as. */
export interface Adding {
  readonly as: string | null;
  readonly target: string;
  readonly cwd: string;
  readonly env: Env;
  readonly signal: AbortSignal;
}

/** Rejects with USAGE, TARGET_NOT_FOUND or NOTHING_TO_READ. */
export async function addSources(store: Store, productId: string, adding: Adding): Promise<AddedSource[]> {
  const known = new Set((await store.sources.list(productId)).map(({ id }) => id));
  const added: AddedSource[] = [];
  for (const wanted of await wantedOf(adding)) {
    const { source, options, git } = await loadSource(wanted, adding.signal);
    if (isStrand(adding.as) && !source.strands.includes(adding.as)) continue;
    const origin = await source.origin(options, git);
    const row = await store.sources.ensure(productId, { kind: source.id, origin, options: wanted.options as Json });
    const strands = source.strandsOf?.(options) ?? source.strands;
    added.push({ kind: source.id, title: source.title, origin, strands, added: !known.has(row.id) });
  }
  if (added.length > 0) return added;
  const cause = `Nothing at ${adding.target} tells what the product ${adding.as}.`;
  throw new BifocalError('USAGE', { cause: adding.as === null ? `${cause}` : cause, command: 'add' });
}

function isStrand(word: string | null): word is Strand {
  return STRANDS.some((strand) => strand === word);
}

/** The same feed holds a brand's posts or its customers' voices: the strand says which. */
function heardAs(wanted: SourceWanted, as: Strand | null): SourceWanted {
  if (wanted.kind !== 'feed' || as === null) return wanted;
  return { ...wanted, options: { ...wanted.options, as: as === 'says' ? 'feedback' : 'posts' } };
}

async function wantedOf({ as, target, cwd, env }: Adding): Promise<readonly SourceWanted[]> {
  if (as === null || isStrand(as))
    return (await resolveTarget(target, cwd, env)).sources.map((one) => heardAs(one, as));
  if (!(as in SOURCES)) {
    const cause = `${as} is neither a strand (${STRANDS.join(', ')}) nor a source (${Object.keys(SOURCES).sort().join(', ')}).`;
    throw new BifocalError('USAGE', { cause, command: 'add' });
  }
  const repository = as === 'github' ? parseFullName(target) : null;
  if (repository !== null) return [githubSource(fullName(repository), env)];
  const live = liveTargetOf(as, target, env);
  if (live !== null) return [live.source];
  if (BY_ADDRESS.has(as) && /^https?:\/\//.test(target)) return [{ kind: as, options: { url: target } }];
  if (as === 'npm') return [{ kind: 'npm', options: { name: target.replace(/^npm:/, '') } }];
  const resolved = await resolveTarget(target, cwd, env).catch((error: unknown) => {
    if (error instanceof BifocalError && error.code === 'NOTHING_TO_READ') return null;
    throw error;
  });
  const fitting = resolved?.sources.filter(({ kind }) => kind === as) ?? [];
  if (fitting.length > 0) return fitting;
  const { resolve } = await import('node:path');
  return [{ kind: as, options: { path: resolve(cwd, target) } }];
}

export interface SourceState {
  readonly kind: string;
  readonly title: string;
  readonly origin: string;
  readonly strands: readonly Strand[];
  readonly state: 'new' | 'ok' | 'failed' | 'stopped';
  /** An import: read when somebody hands it over, never again by itself. */
  readonly imported: boolean;
  /** Known up to then, and when something new came last (ms UTC). */
  readonly observedUntil: number | null;
  readonly newsAt: number | null;
  /** When `gather --due` reads it next; null for an import, and before the first gather (ms UTC). */
  readonly nextAt: number | null;
  readonly missing: readonly Missing[];
}

export async function sourceStates(store: Store, productId: string): Promise<SourceState[]> {
  const gathers = await store.gathers.list(productId);
  const states: SourceState[] = [];
  for (const { id, kind, origin, state, observedUntil, error, cursor, nextAt } of await store.sources.list(productId)) {
    const source = await SOURCES[kind]?.();
    const own = gathers.filter(({ sourceId, mapping }) => sourceId === id && mapping !== 'past');
    const sealed = own.filter((gather) => gather.state === 'sealed');
    if (own.length > 0 && sealed.length === 0 && own.every((gather) => gather.state === 'undone')) continue;
    const open = own.some((gather) => gather.state === 'open') || (await store.gathers.stopped(productId, id)) !== null;
    const imported = own.some(({ how }) => how === 'import') && !own.some(({ how }) => how === 'live');
    const missing = error === null ? [] : (JSON.parse(error) as Missing[]);
    states.push({
      ...{ kind, title: source?.title ?? kind, origin },
      strands: (cursor === null ? undefined : source?.found?.(cursor)) ?? source?.strands ?? [],
      state: open ? 'stopped' : state === 'failed' ? 'failed' : observedUntil === null ? 'new' : 'ok',
      imported,
      nextAt: imported ? null : nextAt,
      ...{ observedUntil, newsAt: sealed[0]?.sealedAt ?? null, missing },
    });
  }
  return states;
}
