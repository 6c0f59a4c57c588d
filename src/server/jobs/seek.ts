/** The thread that searches: opens the same store and nothing of the engine, and answers one question after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { BifocalError } from '#core/errors.ts';
import { openStore, type Store } from '#engine/open-store.ts';
import type { Opening } from '../serve.ts';
import type { Found, Sought } from './seeker.ts';

const { opening } = workerData as { opening: Opening };
let opened: Promise<Store> | null = null;

parentPort?.on('message', async ({ id, productId, text, limit }: Sought) => {
  const answer = (found: Found) => parentPort?.postMessage(found);
  try {
    opened ??= openStore(opening);
    answer({ id, rows: await (await opened).search.query(productId, text, limit, 'feedback') });
  } catch (error) {
    opened = null;
    if (!(error instanceof BifocalError)) throw error;
    const { code, message, hint } = error;
    answer({ id, failure: { code, message, hint } });
  }
});
