/** Gathers the sources of a product one after another; one that the network keeps away does not take the others with it. */
import { BifocalError, type ErrorCode } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { SOURCES } from '#sources/registry.ts';
import type { Product } from '#store/products.ts';
import type { Sealing } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import { BegunGather } from './begun-gather.ts';
import { type GatherAsked, type GatherOutcome, gather, gatheringOf, type Whole } from './gather.ts';
import { githubHttp, keptIssues, wantsHelp } from './github-access.ts';
import { liveHttp } from './live-access.ts';
import { loadSource, productIdOf } from './load-source.ts';
import { presentAgain } from './past.ts';
import { productNamed, productReading } from './product.ts';
import type { OnProgress } from './progress.ts';
import { takeFolderRounds } from './rounds-import.ts';
import type { SourceWanted, Target } from './target.ts';
import { isTheirs } from './whose.ts';

export interface GatherSourcesOrder {
  readonly target: Target;
  /** Read the past (ms UTC); null reads all that is known. */
  readonly at: number | null;
  readonly deep: boolean;
  /** Gather for its own sake: everything, and wait where a service says so. */
  readonly patient?: boolean;
  /** `soon` where nobody is told that it was gathered before something that rests on it was kept surely. */
  readonly kept?: Sealing['kept'];
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** Where tokens are found, and which API is asked; the process's own without it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told of what the first source has brought as a whole while it still reads the rest. */
  readonly onWhole?: (productId: string, whole: Whole) => void;
  /** False: leave out issues that an earlier run was told to read. */
  readonly issues?: boolean;
}

export interface SourceOutcome extends GatherOutcome {
  readonly kind: string;
  readonly strands: readonly ('ships' | 'says' | 'claims')[];
  /** Whether it tells single changes, not releases alone. */
  readonly changes: boolean;
}

export interface GatheredSources {
  readonly product: Reading['product'];
  readonly outcomes: readonly SourceOutcome[];
}

/** What may come again by itself: the reading goes on without it, and says so. */
const PASSING: readonly ErrorCode[] = [
  'SOURCE_UNREACHABLE',
  'SOURCE_REFUSED',
  'NOT_PUBLIC',
  'LIMIT_USED_UP',
  'PAGE_UNREADABLE',
];

/** Rejects when nothing could be read, and where a source is not what it claims. */
export async function gatherSources(store: Store, order: GatherSourcesOrder): Promise<GatheredSources> {
  const [first] = order.target.sources;
  if (!first && order.target.productId === undefined)
    throw new BifocalError('NOTHING_TO_READ', { target: order.target.named });
  const known = await productOf(store, order, first);
  try {
    return await gatherAll(store, order, known, first);
  } finally {
    await known.begun?.end();
  }
}

async function gatherAll(
  store: Store,
  order: GatherSourcesOrder,
  { made, root, begun }: FirstOf,
  first: SourceWanted | undefined,
): Promise<GatheredSources> {
  await presentAgain(store, made.id);
  let product: Reading['product'] = toldOf(made);
  const kept = order.issues === false ? [] : await keptIssues(store, made, order.target.sources);
  const help = wantsHelp(made);
  const outcomes: SourceOutcome[] = [];
  const failures: BifocalError[] = [];
  const wanteds = [...order.target.sources, ...kept];
  // Side by side: while one waits for git or the network, another parses. Outcomes keep the order of the target.
  const settled = await Promise.allSettled(
    wanteds.map((wanted) =>
      gatherSource(
        store,
        order,
        made.id,
        knowingRoot(wanted, first, root),
        help,
        wanted === first ? { root, begun } : {},
      ),
    ),
  );
  for (const [place, wanted] of wanteds.entries()) {
    const one = settled[place];
    if (one?.status === 'fulfilled') {
      outcomes.push(one.value);
      continue;
    }
    const error: unknown = one?.reason;
    const passing = error instanceof BifocalError && (PASSING.includes(error.code) || kept.includes(wanted));
    if (!passing || order.signal.aborted) throw error;
    failures.push(error);
    outcomes.push(failed(wanted, error));
  }
  // What a product's own bifocal.json says of it comes before what a source found.
  const { told: said, product: given } = order.target;
  const told = { ...toldBy(outcomes, made), ...(said && { ...said, name: order.target.name }) };
  // A name that a person gave stays.
  const named = given !== undefined || (root !== undefined && made.id !== productIdOf(root));
  if (named && told.name !== undefined) told.name = made.name;
  if (Object.keys(told).length > 0) {
    await store.products.change(made.id, told, order.kept);
    product = { ...product, ...told };
  }
  outcomes.push(...(await remembered(store, made.id, outcomes)));
  const [failure] = failures;
  if (failure && outcomes.every(({ observedUntil }) => observedUntil === null)) throw failure;
  return { product, outcomes: inOrder(outcomes) };
}

/** As the store lists them, however they were named: the same sources make the same reading. */
function inOrder(outcomes: readonly SourceOutcome[]): SourceOutcome[] {
  const placeOf = ({ kind, origin }: SourceOutcome) => `${kind}\0${origin}`;
  return outcomes.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Its name as the first source tells it; its kind as whichever tells more than that it is a product. */
function toldBy(outcomes: readonly SourceOutcome[], made: Product): Partial<Omit<Product, 'id'>> {
  const told = outcomes.flatMap(({ product }) => product ?? []);
  if (told.length === 0) return {};
  const kind = told.find((one) => one.kind !== 'product')?.kind ?? made.kind;
  return { ...outcomes[0]?.product, kind };
}

/** By its name where a person gave one, else by where its first source comes from. */
async function productOf(store: Store, order: GatherSourcesOrder, first: SourceWanted | undefined): Promise<FirstOf> {
  const { target } = order;
  const known = target.productId === undefined ? null : await store.products.byId(target.productId);
  if (known !== null) return { made: known };
  if (!first) throw new BifocalError('NOTHING_TO_READ', { target: target.named });
  const asked = await askedOf(order, first, false);
  const { source, options, git } = asked;
  const early = source.beginsEarly === true && !(await store.sources.asked(source.id, options as Json));
  const begun = early ? new BegunGather(source.gather(gatheringOf(asked, null))) : undefined;
  try {
    const root = await source.origin(options, git);
    const kind = source.id === 'git' ? 'software' : 'product';
    if (target.product !== undefined) return { made: await productNamed(store, target.product, kind), root, begun };
    const id = productIdOf(root);
    const known = await productReading(store, { kind: source.id, root, named: target.named });
    if (known !== null && known.id !== id) order.onProgress({ step: 'joined', product: known.name });
    return { made: known ?? (await store.products.ensure({ id, name: target.name, kind })), root, begun };
  } catch (error) {
    await begun?.end();
    throw error;
  }
}

/** The product, and what became known of its first source on the way to it. */
interface FirstOf {
  readonly made: Product;
  readonly root?: string | undefined;
  readonly begun?: BegunGather | undefined;
}

/** Everything that a source is asked, and through what it may answer. */
async function askedOf(order: GatherSourcesOrder, wanted: SourceWanted, help: boolean): Promise<GatherAsked> {
  const { deep, signal, onProgress, patient, env = process.env } = order;
  const { source, options, git } = await loadSource(wanted, signal);
  const reach = source.id === 'github' ? githubHttp : liveHttp;
  const http = await reach(env, wanted, help || patient === true, signal);
  return { source, options, until: null, deep, patient, git, http, signal, onProgress };
}

/** A changelog inside the repository that was just asked for its root need not ask again. */
function knowingRoot(wanted: SourceWanted, first: SourceWanted | undefined, root: string | undefined): SourceWanted {
  const within =
    root !== undefined &&
    first?.kind === 'git' &&
    wanted.kind === 'changelog' &&
    wanted.options.path === first.options.path;
  return within ? { ...wanted, options: { ...wanted.options, origin: root } } : wanted;
}

async function gatherSource(
  store: Store,
  order: GatherSourcesOrder,
  productId: string,
  wanted: SourceWanted,
  help: boolean,
  { root, begun }: Pick<FirstOf, 'root' | 'begun'>,
): Promise<SourceOutcome> {
  const asked = await askedOf(order, wanted, help);
  const { source, options } = asked;
  const origin = root ?? wanted.origin;
  const onWhole = wanted === order.target.sources[0] ? (whole: Whole) => order.onWhole?.(productId, whole) : undefined;
  const outcome = await gather(store, { ...asked, productId, origin, begun, onWhole, kept: order.kept });
  if (source.id === 'evidence') await takeFolderRounds(store, productId, (options as { readonly path: string }).path);
  const strands = outcome.strands ?? source.strands;
  return {
    ...outcome,
    kind: source.id,
    strands,
    changes: source.changes !== false && strands.includes('ships'),
  };
}

/** What earlier runs read or a person imported, and this run did not look for, is still known, as far as it was then. */
async function remembered(
  store: Store,
  productId: string,
  outcomes: readonly SourceOutcome[],
): Promise<SourceOutcome[]> {
  const seen = new Set(outcomes.map(({ sourceId }) => sourceId));
  const known = (await store.sources.list(productId)).filter(
    ({ id, kind, observedUntil }) => !seen.has(id) && observedUntil !== null && kind in SOURCES,
  );
  return Promise.all(
    known.map(async ({ id, kind, origin, observedUntil, cursor }) => {
      const source = await SOURCES[kind]?.();
      // A folder of reviews that was read once does not ship: it is known by what was found in it.
      const strands = (cursor === null ? undefined : source?.found?.(cursor)) ?? source?.strands ?? [];
      return {
        ...{ sourceId: id, origin, kind, observedUntil, strands },
        changes: source?.changes !== false && strands.includes('ships'),
        ...{ missing: [], product: null, changed: false },
      };
    }),
  );
}

function failed(wanted: SourceWanted, { code, message, hint }: BifocalError): SourceOutcome {
  const missing = [{ source: wanted.kind, code, because: message, remedy: hint }];
  const nothing = { observedUntil: null, product: null, changed: false, strands: [], changes: false };
  return { ...nothing, sourceId: '', origin: '', missing, kind: wanted.kind };
}

/** What a reading tells of a product. */
function toldOf({ id, name, kind, customers, settings }: Product): Reading['product'] {
  return { id, name, kind, customers, ...(isTheirs({ settings }) && { theirs: true }) };
}
