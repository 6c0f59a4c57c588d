/** A git repository as evidence: commits, tags, documents, offers and renewal. Page for readers: git.md. */
import { z } from 'zod';
import { BifocalError, type Missing } from '#core/errors.ts';
import { type Batch, defineSource, type Gathering } from '#core/source.ts';
import { readDocuments } from './documents.ts';
import { rootOf } from './first-questions.ts';
import { reachable } from './landing.ts';
import { readLines } from './lines.ts';
import { readLog, readMailmap, startLog } from './log.ts';
import { type Cursor, fromCursor, toCursor } from './log-cursor.ts';
import { isShallow, readGraph, readHistory } from './log-history.ts';
import { mendedDigest, planLog, sideTips } from './log-plan.ts';
import type { History } from './log-rows.ts';
import { readTip, stateOf } from './log-tip.ts';
import { missingOf } from './missing.ts';
import { readNeeds } from './needs.ts';
import { readOffers } from './offers.ts';
import { readProductName } from './product-name.ts';
import { readRenewal } from './renewal.ts';
import { sideBySide } from './side-by-side.ts';
import { dateTags, readTagRefs, type Tag, tagRows } from './tags.ts';
import { toldPlace } from './told-place.ts';

const GitOptions = z.object({ path: z.string().min(1) });
type GitOptions = z.infer<typeof GitOptions>;

/** Everything that one gather works on. */
interface Reading extends Gathering<GitOptions> {
  readonly tip: string;
  /** `HEAD` where that names the tip. */
  readonly named: string;
  readonly refs: readonly Tag[];
  readonly state: string;
  readonly before: Cursor | null;
}

export default defineSource<GitOptions>({
  id: 'git',
  title: 'Git history',
  strands: ['ships', 'claims'],
  rereadable: true,
  beginsEarly: true,
  options: GitOptions,
  async origin({ path }, git) {
    // Asked at once, for the walk is long; where HEAD names no commit, of the commit that is read in its place.
    const root = await git.text(rootOf('HEAD')).catch(async (error: unknown) => {
      if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
      return git.text(rootOf((await readTip(git, path)).sha));
    });
    return `git:${root.trim()}`;
  },
  async *gather(gathering) {
    const { git, options, deep, until, cursor, signal } = gathering;
    signal.throwIfAborted();
    const [{ sha: tip, named }, refs] = await Promise.all([readTip(git, options.path), readTagRefs(git)]);
    const state = stateOf(tip, refs);
    const before = until === null ? fromCursor(cursor) : null;
    if (cursor !== null && before?.state === state && (before.deep || !deep)) {
      yield { cursor, observedUntil: before.observedUntil, missing: [...before.missing, ...before.always] };
      return;
    }
    yield* gatherAll({ ...gathering, tip, named, refs, state, before });
  },
});

async function* gatherAll(reading: Reading): AsyncGenerator<Batch> {
  const { git, tip, refs, before, until, progress } = reading;
  const [own, shallow] = await Promise.all([readMailmap(git, tip), isShallow(git)]);
  let mailmap = own;
  const everything = new Set([tip, ...refs.flatMap((tag) => tag.commit ?? [])]);
  // A first reading wants every commit, so the long log starts before anything is known of them.
  let log = before === null && until === null ? startLog(git, mailmap, everything) : null;
  // Wanted later, and asked while this process is small: what starting another takes grows with it.
  toldPlace(git);
  progress('reading history', 0, null);
  try {
    const graph = await readGraph(git, everything);
    const history = await readHistory(git, graph, tip, until, shallow);
    const tags = dateTags(refs, history).filter(({ at }) => until === null || at <= until);
    const head = graph.sha(history.landing.line[0] as number);
    const heads = [...new Set([head, ...tags.flatMap((tag) => tag.commit ?? [])])];
    if (head !== tip) mailmap = await readMailmap(git, head);
    const plan = planLog(history, heads, before, mailmap);
    if (plan.expected > 0) log ??= startLog(git, mailmap, plan.revisions);
    // Needed at the end alone, and asked for now: the history is read meanwhile.
    const naming = readProductName(git, head, reading.options.path);
    naming.catch(() => undefined);
    // The same commit with another tag beside it: what stands there is known.
    const stands = before !== null && !plan.whole && before.head === head && (before.deep || !reading.deep);
    const missing: Missing[] = stands ? [...before.missing] : [];
    if (stands) yield { missing };
    let paths = true;
    let logged = false;
    const started = log;
    async function* commits(): AsyncGenerator<Batch> {
      const again = () => startLog(git, mailmap, plan.revisions, false);
      const onRead = (done: number) => progress('reading history', done, plan.expected);
      if (started !== null) ({ paths } = yield* readLog(started, history, again, onRead));
      logged = true;
    }
    // Lines take longest, and are followed beside the log: told of once that is read.
    const follow = (done: number, total: number) => {
      if (logged) progress('following lines', done, total);
    };
    const observedUntil = observed(history, tags, tip, head, until);
    const beside = stands ? [] : standing(reading, history, head, { follow, observedUntil });
    for await (const batch of sideBySide(commits(), beside)) {
      reading.signal.throwIfAborted();
      missing.push(...(batch.missing ?? []));
      yield batch;
    }
    const product = await naming;
    const rows = tagRows(tags, history.origin, product);
    const mine = missingOf(history, rows);
    const wanted = reachable(
      graph,
      heads.map((sha) => graph.find(sha)),
    );
    yield {
      items: rows,
      missing: mine,
      observedUntil,
      cursor: toCursor({
        state: reading.state,
        deep: reading.deep || (stands && before.deep),
        head,
        side: sideTips(history, wanted),
        mailmap,
        mended: mendedDigest(history, wanted),
        paths,
        observedUntil,
        missing,
        always: mine,
      }),
      ...(product === null ? {} : { product: { name: product, kind: 'software' } }),
      replaces: replaced(history.origin, plan.whole, stands, reading.deep),
    };
  } finally {
    await log?.close();
  }
}

interface Standing {
  follow(done: number, total: number): void;
  readonly observedUntil: number;
}

/** What stands at the commit read; read while the log streams, and yielded after it. */
function standing(
  { git, deep, tip, named }: Reading,
  history: History,
  head: string,
  { follow, observedUntil }: Standing,
): AsyncGenerator<Batch>[] {
  const { graph, dates, landing, origin } = history;
  const firstParent = Array.from(landing.line, (commit) => ({
    sha: graph.sha(commit),
    at: dates.at[commit] as number,
  }));
  const headAt = firstParent[0]?.at as number;
  const pinned = { origin, head, headAt, firstParent, named: head === tip ? named : head };
  async function* pages(): AsyncGenerator<Batch> {
    const read = yield* readDocuments(git, pinned);
    yield { whole: ['change', 'document'], observedUntil };
    yield* readOffers(git, pinned, read, { deep });
    yield* readNeeds(git, pinned, read);
  }
  const parts = [tolerant(pages(), 'Its documents'), tolerant(readRenewal(git, pinned), 'What was renewed')];
  return deep ? [...parts, tolerant(readLines(git, pinned, follow), 'Its lines')] : parts;
}

/** A clone may lack what these need and still have its history. */
async function* tolerant(batches: AsyncGenerator<Batch>, what: string): AsyncGenerator<Batch> {
  try {
    yield* batches;
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
    const because = `${what} could not be read: ${error.details.cause ?? error.message}.`;
    yield { missing: [{ source: 'git', code: 'NOT_COLLECTED', because, remedy: 'Read a complete clone.' }] };
  }
}

/** The newest thing that the repository knows of; a time asked for counts where something later is known. */
function observed(
  history: History,
  tags: readonly { at: number }[],
  tip: string,
  head: string,
  until: number | null,
): number {
  if (until !== null && tip !== head) return until;
  const headAt = history.dates.at[history.landing.line[0] as number] as number;
  return tags.reduce((newest, { at }) => Math.max(newest, at), headAt);
}

function replaced(origin: string, whole: boolean, stands: boolean, deep: boolean): { origin: string; type: string }[] {
  const standing = stands ? [] : ['readme', 'doc', 'offer', 'need', 'renewal', ...(deep ? ['lines'] : [])];
  return [...(whole ? ['commit'] : []), 'tag', ...standing].map((type) => ({ origin, type }));
}
