/** Documents of a repository: every version of its root README, and its pages as they stand at the commit read. */
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Git } from '#core/source.ts';
import { readPages } from './documents-pages.ts';
import { readReadme } from './documents-readme.ts';
import { readReadmeTarget, readTree, type TreeEntry } from './documents-tree.ts';
import { type FirstParent, readFirstParent, readReadmeVersions } from './documents-walk.ts';

/** Rows per batch, so that the store takes them while later ones are read. */
const BATCH_ROWS = 100;

/** The commit that is read, and whose product it is. */
export interface Pinned {
  readonly origin: string;
  readonly head: string;
  readonly headAt: number;
  /** `HEAD` where that names it: what was asked early of it is answered already. */
  readonly named?: string;
  /** The first-parent line, newest first, when the caller has it already. */
  readonly firstParent?: readonly FirstParent[];
}

export interface DocumentText {
  readonly path: string;
  readonly text: string;
}

/** What later readers of the same commit use again. */
export interface DocumentsRead {
  /** Newest first. */
  readonly firstParent: readonly FirstParent[];
  readonly tree: readonly TreeEntry[];
  /** Newest first. */
  readonly readme: readonly (DocumentText & FirstParent)[];
  readonly pages: readonly DocumentText[];
}

/** Yields the rows; returns the texts, the tree and the first-parent line for `readOffers` and `readRenewal`. */
export async function* readDocuments(git: Git, pinned: Pinned): AsyncGenerator<Batch, DocumentsRead> {
  const [firstParent, { tree, pages, found }] = await Promise.all([
    pinned.firstParent ?? readFirstParent(git, pinned.head),
    readHead(git, pinned),
  ]);
  yield* inBatches(pages.items);
  const times = new Map(firstParent.map(({ sha, at }) => [sha, at]));
  // HEAD may have moved since its commit was read: what came then is for the next reading.
  const dated = found.flatMap((version) => {
    const at = times.get(version.sha);
    return at === undefined ? [] : { ...version, at };
  });
  const readme = await readReadme(git, pinned, dated);
  yield* inBatches(readme.items);
  const missing = [...readme.missing, ...pages.missing];
  if (missing.length > 0) yield { missing };
  return { firstParent, tree, readme: readme.versions, pages: pages.pages };
}

async function readHead(git: Git, pinned: Pinned) {
  const tree = await readTree(git, pinned.head);
  const target = await readReadmeTarget(git, tree);
  const [pages, found] = await Promise.all([
    readPages(git, pinned, tree),
    readReadmeVersions(git, pinned.named ?? pinned.head, target),
  ]);
  return { tree, pages, found };
}

function* inBatches(items: readonly Gathered[]): Generator<Batch> {
  for (let at = 0; at < items.length; at += BATCH_ROWS) yield { items: items.slice(at, at + BATCH_ROWS) };
}
