/** One job, start to end, by the engine. */
import { BifocalError } from '#core/errors.ts';
import { importFiles } from '#engine/import.ts';
import { importJson } from '#engine/import-json.ts';
import { columnsOf } from '#engine/import-wish.ts';
import { indexWords } from '#engine/index-words.ts';
import { targetNamed, targetOfProduct } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { productOfOrganisation } from '#engine/product.ts';
import type { Progress } from '#engine/progress.ts';
import { reflect } from '#engine/reflect.ts';
import { dropUpload } from '../upload.ts';
import type { JobEnd, JobOrder, JobProgress, Stood } from './orders.ts';
import { stoodOf, type Telling, tell as tellOf } from './tell.ts';

type Tell = (progress: JobProgress) => void;

/** `stood` hears what was told the last time, where somebody wants to look at it meanwhile. */
export function perform(
  store: Store,
  order: JobOrder,
  cwd: string,
  { tell, stood }: { readonly tell: Tell; readonly stood: (stood: Stood) => void },
): Promise<JobEnd> {
  switch (order.does) {
    case 'read':
      return read(store, order, cwd, tell);
    case 'import':
      return take(store, order, tell);
    case 'tell':
      return derive(store, order, tell, stood);
  }
}

const DOING: { readonly [What in keyof Telling]: string } = {
  bridge: 'what to do',
  claims: 'what is claimed',
  links: 'what answers what',
  needs: 'what people need',
  package: 'what fits whom',
  people: 'who wrote',
  shipped: 'what shipped, and for whom',
  since: 'the month',
  year: 'the year',
  tells: 'whom to tell',
  words: 'words to search for',
};

async function derive(
  store: Store,
  { productId, what, recalls }: JobOrder & { does: 'tell' },
  tell: Tell,
  stood: (stood: Stood) => void,
): Promise<JobEnd> {
  tell({ doing: DOING[what], done: null, total: null });
  const before = recalls ? await stoodOf(store, productId, what) : null;
  if (before !== null) stood(before);
  return { productId, result: await tellOf(store, productId, what) };
}

async function read(store: Store, order: JobOrder & { does: 'read' }, cwd: string, tell: Tell): Promise<JobEnd> {
  const { env, target } = await wantedOf(store, order, cwd);
  const { signal } = new AbortController();
  const reading = await reflect(store, { target, at: null, deep: false, signal, env, onProgress: telling(tell) });
  await indexWords(store, reading.product.id);
  return { productId: reading.product.id, result: null };
}

async function wantedOf(store: Store, order: JobOrder & { does: 'read' }, cwd: string) {
  const { productId, organisation } = order;
  const known = productId === undefined ? null : await store.products.byId(productId);
  const own = (known?.organisation ?? organisation ?? null) === null;
  // Keys in the environment are those of whoever runs the server: what others read is read without them.
  const env = own ? process.env : {};
  if (productId !== undefined) return { env, target: await targetOfProduct(store, productId) };
  const target = await targetNamed(store, order.target, cwd, env);
  if (organisation === undefined) return { env, target };
  if (target.productId !== undefined) throw new BifocalError('TARGET_NOT_FOUND', { target: order.target });
  const made = await productOfOrganisation(store, target, organisation);
  return { env, target: { ...target, productId: made.id } };
}

/** Has no sources and no mapping that could be taken over. */
const NO_PRODUCT = '';

async function take(store: Store, order: JobOrder & { does: 'import' }, tell: Tell): Promise<JobEnd> {
  const { productId, file, preview, as = null, map, dates } = order;
  const { signal } = new AbortController();
  try {
    const wish = { files: [file], map: columnsOf(map), dates, from: undefined };
    const asked = { wish, as, preview, now: Date.now(), signal, onProgress: telling(tell) };
    const done = await importFiles(store, { ...asked, productId: productId ?? NO_PRODUCT });
    if (productId === null) return { productId, result: importJson('', done) };
    if (!preview) await indexWords(store, productId);
    const { name = '' } = (await store.products.byId(productId)) ?? {};
    return { productId, result: importJson(name, done) };
  } finally {
    await dropUpload(file);
  }
}

/** A progress bar moves ten times a second at most: more is work for the reader and tells no more. */
const OFTEN_MS = 100;

function telling(tell: Tell): (progress: Progress) => void {
  let last = 0;
  let step = '';
  return (progress) => {
    const now = performance.now();
    if (progress.step === step && now - last < OFTEN_MS) return;
    ({ step } = progress);
    last = now;
    tell(wordsOf(progress));
  };
}

function wordsOf(progress: Progress): JobProgress {
  switch (progress.step) {
    case 'joined':
      return { doing: `a part of ${progress.product}`, done: null, total: null };
    case 'gather':
      return { doing: `${progress.source}: ${progress.doing}`, done: progress.done, total: progress.total };
    case 'estimate':
      return { doing: progress.sentence, done: null, total: null };
    case 'gathered':
      return { doing: `${progress.source}: ${progress.added} new`, done: null, total: null };
    case 'seal':
      return { doing: `${progress.source}: sealing`, done: null, total: null };
    case 'facts':
      return { doing: 'finding facts', done: null, total: null };
    case 'reading':
      return { doing: 'reading', done: null, total: null };
  }
}
