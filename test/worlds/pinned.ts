/** Opens a world for the readers of one commit: git as the engine runs it, and the commit with its first-parent line. */

import type { Batch, Git } from '#core/source.ts';
import { openGit } from '#engine/git.ts';
import type { Pinned } from '#sources/git/documents.ts';
import { type FirstParent, readFirstParent } from '#sources/git/documents-walk.ts';

export interface Opened {
  readonly git: Git;
  readonly pinned: Pinned & { readonly firstParent: readonly FirstParent[] };
}

export async function openPinned(folder: string, revision = 'HEAD'): Promise<Opened> {
  const git = openGit(folder);
  const head = (await git.text(['rev-parse', '--verify', `${revision}^{commit}`])).trim();
  const firstParent = await readFirstParent(git, head);
  return { git, pinned: { origin: 'git:test', head, headAt: firstParent[0]?.at ?? 0, firstParent } };
}

/** Everything a reader yields, and what it returns at its end. */
export async function drained<Result>(
  batches: AsyncGenerator<Batch, Result>,
): Promise<Required<Pick<Batch, 'items' | 'missing'>> & { result: Result }> {
  const items = [];
  const missing = [];
  for (;;) {
    const step = await batches.next();
    if (step.done) return { items, missing, result: step.value };
    items.push(...(step.value.items ?? []));
    missing.push(...(step.value.missing ?? []));
  }
}
