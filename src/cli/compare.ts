/** `bifocal compare`: two or more products over the same year, ranked only where that can be said. */
import { BifocalError } from '#core/errors.ts';
import { compareTargets } from '#engine/compare.ts';
import { targetNamed } from '#engine/named-target.ts';
import { renderComparison } from '#report/terminal/render-comparison.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import { atOf } from './past-day.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function compareCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { targets, flags } = asked;
  if (targets.length < 2)
    throw new BifocalError('USAGE', {
      cause: 'Name two or more products to hold against each other.',
      command: 'compare',
    });
  const { cwd, env, signal } = terminal;
  const at = atOf(flags.at, 'compare');
  await withStore(asked, terminal, async (store) => {
    const live = liveProgress(terminal);
    const named = [];
    for (const target of targets) named.push(await targetNamed(store, target, cwd, env));
    const order = { targets: named, at, signal, env, onProgress: live.on };
    const comparison = await compareTargets(store, order).finally(() => live.end());
    terminal.print(
      flags.json === true ? `${JSON.stringify(comparison, null, 2)}\n` : renderComparison(comparison, terminal.screen),
    );
  });
  return 0;
}
