/** A repository read as it stood at a commit, for the benches of the ledger: its claims that stood, and what `bifocal check` says. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { CheckFinding } from '#core/check.ts';
import { checkOf } from '#engine/check.ts';
import { ledgerOf, type ToldClaim } from '#engine/claims.ts';
import { gatherSources } from '#engine/gather-sources.ts';
import { resolveTarget } from '#engine/target.ts';
import { openStore } from '#store/open.ts';
import { temporaryFolder } from '../left-behind.ts';

export interface ReadAt {
  /** Those that stood at the commit. */
  readonly claims: readonly ToldClaim[];
  readonly failures: readonly CheckFinding[];
  /** By the clock on the wall. */
  readonly seconds: { readonly gather: number; readonly ledger: number };
}

export async function readAt(repository: string, commit: string): Promise<ReadAt> {
  const work = temporaryFolder('at');
  const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args], { encoding: 'utf8' });
  execFileSync('git', ['clone', '-q', '--bare', '--shared', repository, work]);
  git('update-ref', 'refs/heads/then', commit);
  git('symbolic-ref', 'HEAD', 'refs/heads/then');
  // What came later was not known then: its tags and branches go.
  const later = git('for-each-ref', '--format=delete %(refname)', `--no-merged=${commit}`);
  execFileSync('git', ['-C', work, 'update-ref', '--stdin'], { input: later });
  const store = await openStore({ file: ':memory:', key: new Uint8Array(32) });
  try {
    const target = await resolveTarget(work, work);
    const order = { target, at: null, deep: false, signal: new AbortController().signal, onProgress: () => {} };
    const started = performance.now();
    const { product } = await gatherSources(store, order);
    const gathered = performance.now();
    const claims = (await ledgerOf(store, product.id)).filter(
      ({ lastAt, verdict }) => lastAt === null && verdict !== 'unsaid',
    );
    const told = performance.now();
    const { failures } = await checkOf(store, { product, gates: [], allowed: [], missing: [] });
    return { claims, failures, seconds: { gather: (gathered - started) / 1000, ledger: (told - gathered) / 1000 } };
  } finally {
    await store.close();
    rmSync(work, { recursive: true, force: true });
  }
}
