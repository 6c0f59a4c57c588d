/** The pages of the commit read: READMEs below the root and files in folders of documentation, within stated caps. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Git } from '#core/source.ts';
import type { DocumentText, Pinned } from './documents.ts';
import { readTexts } from './documents-objects.ts';
import { byNearness, isDocument } from './documents-paths.ts';
import { SUBMODULE, SYMLINK, type TreeEntry } from './documents-tree.ts';

const PAGES = 2000;
export const PAGES_BYTES = 20_000_000;
/** A longer text is a dump, not a page; its beginning is kept. */
export const TEXT_LENGTH = 200_000;
/** A larger file is not opened at all. */
export const PAGE_BYTES = 5_000_000;

export interface PagesRead {
  readonly pages: readonly DocumentText[];
  readonly items: readonly Gathered[];
  readonly missing: readonly Missing[];
}

export async function readPages(git: Git, pinned: Pinned, tree: readonly TreeEntry[]): Promise<PagesRead> {
  const candidates = tree
    .filter(({ mode, path }) => mode !== SYMLINK && mode !== SUBMODULE && isDocument(path))
    .sort((a, b) => byNearness(a.path, b.path));
  const chosen: TreeEntry[] = [];
  let bytes = 0;
  let beyond = 0;
  for (const entry of candidates) {
    const size = entry.size ?? 0;
    if (size > PAGE_BYTES) continue;
    if (chosen.length >= PAGES || bytes + size > PAGES_BYTES) beyond += 1;
    else {
      chosen.push(entry);
      bytes += size;
    }
  }
  const texts = await readTexts(
    git,
    chosen.map(({ oid }) => oid),
  );
  const pages: DocumentText[] = [];
  const items: Gathered[] = [];
  let absent = 0;
  for (const [at, { path, oid }] of chosen.entries()) {
    const read = texts[at];
    if (read?.text == null) absent += Number(read?.because === 'absent');
    else {
      const text = read.text.slice(0, TEXT_LENGTH);
      pages.push({ path, text });
      items.push(pageRow(pinned, path, oid, text));
    }
  }
  return { pages, items, missing: [...overCap(beyond), ...notThere(absent, chosen.length)] };
}

function pageRow(pinned: Pinned, path: string, blob: string, body: string): Gathered {
  return {
    kind: 'document',
    type: 'doc',
    origin: pinned.origin,
    externalId: `${path}@${blob}`,
    author: null,
    at: pinned.headAt,
    threadId: path,
    title: path,
    body,
    data: { commit: pinned.head, blob },
  };
}

function overCap(beyond: number): Missing[] {
  if (beyond === 0) return [];
  return [
    {
      source: 'git',
      code: 'NOT_COLLECTED',
      because: `${beyond} pages of documentation were left out: at most ${PAGES} files and ${PAGES_BYTES / 1e6} MB are read.`,
      remedy: 'Read the documentation as a product of its own, by its folder or its site.',
    },
  ];
}

function notThere(absent: number, of: number): Missing[] {
  if (absent === 0) return [];
  return [
    {
      source: 'git',
      code: 'NOT_COLLECTED',
      because: `The text of ${absent} of ${of} pages of documentation is not in this clone.`,
      remedy: 'Read a clone that was made without --filter.',
    },
  ];
}
