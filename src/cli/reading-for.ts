/** The reading that a command rests on: the newest that is kept, or one made for it. */

import type { Reading } from '#core/reading.ts';
import { newestReading } from '#engine/kept-readings.ts';
import { targetNamed, targetOfProduct } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { reflect } from '#engine/reflect.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import { atOf } from './past-day.ts';
import type { Terminal } from './terminal.ts';

/** With `--at`, as of that day; where a product has sources but was never read, it is read now. */
export async function readingFor(
  store: Store,
  productId: string,
  { flags, command }: Asked,
  terminal: Terminal,
): Promise<Reading> {
  const at = atOf(flags.at, command.name);
  const kept = at === null ? await newestReading(store, productId) : null;
  if (kept !== null) return kept;
  const { cwd, env, signal } = terminal;
  const known = await targetOfProduct(store, productId);
  const target = known.sources.length > 0 ? known : await targetNamed(store, '.', cwd, env);
  const live = liveProgress(terminal);
  try {
    return await reflect(store, { target, at, deep: false, signal, env, onProgress: live.on });
  } finally {
    live.end();
  }
}
