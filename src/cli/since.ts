/** `bifocal since`: what changed in about a month, in at most ten lines. */

import { BifocalError } from '#core/errors.ts';
import type { Reading } from '#core/reading.ts';
import { readingUntil } from '#engine/kept-readings.ts';
import { targetOfProduct } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { reflect } from '#engine/reflect.ts';
import { sinceOf, USUAL_LENGTH } from '#engine/since.ts';
import { sinceHead, sinceLines, sinceMarkdown } from '#report/bridge/since-words.ts';
import { paintFor, plain } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import { atOf } from './past-day.ts';
import { readingFor } from './reading-for.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

/** A kept reading of so many days before is as good as one of the day itself. */
const NEAR = 7 * 86_400_000;

export async function sinceCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [day, ...more] = asked.targets;
  if (more.length > 0) throw new BifocalError('USAGE', { cause: 'Name one day, or none.', command: 'since' });
  await withProduct(asked, terminal, async (store, product) => {
    const reading = await readingFor(store, product.id, asked, terminal);
    const from = (day === undefined ? null : atOf(day, 'since')) ?? Date.parse(reading.at) - USUAL_LENGTH;
    if (from >= Date.parse(reading.at)) {
      const cause = `The newest reading is of ${reading.at.slice(0, 10)}; name an earlier day.`;
      throw new BifocalError('USAGE', { cause, command: 'since' });
    }
    const since = await sinceOf(store, {
      reading,
      from,
      before: await readingBefore(store, product.id, from, terminal),
    });
    if (asked.flags.json === true) terminal.print(`${JSON.stringify(since, null, 2)}\n`);
    else if (asked.flags.markdown === true) terminal.print(sinceMarkdown(product.name, since));
    else {
      const paint = paintFor(terminal.screen);
      const lines = sinceLines(since).map(({ head, says }) => ` ${paint('faint', head.padEnd(8))} ${says}`);
      terminal.print(
        plain(terminal.screen, [` ${paint('strong', sinceHead(product.name, since))}`, ...lines, ''].join('\n')),
      );
    }
  });
  return 0;
}

/** One that is kept of about that day; else it is made from the evidence, which takes as long as a reading. */
async function readingBefore(
  store: Store,
  productId: string,
  from: number,
  terminal: Terminal,
): Promise<Reading | null> {
  const kept = await readingUntil(store, productId, from);
  if (kept !== null && Date.parse(kept.at) > from - NEAR) return kept;
  const target = await targetOfProduct(store, productId);
  if (target.sources.length === 0) return kept;
  const { env, signal } = terminal;
  const live = liveProgress(terminal);
  try {
    return await reflect(store, { target, at: from, deep: false, lookBack: true, signal, env, onProgress: live.on });
  } catch (error) {
    // Before the first of its evidence there was nothing to read.
    if (error instanceof BifocalError && error.code === 'NOTHING_TO_READ') return kept;
    throw error;
  } finally {
    live.end();
  }
}
