/** The second thread: opens the same store and does one job after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { BifocalError } from '#core/errors.ts';
import { openStore, type Store } from '#engine/open-store.ts';
import type { Opening } from '../serve.ts';
import type { Asked, Heard } from './orders.ts';
import { perform } from './perform.ts';

const { opening, cwd } = workerData as { opening: Opening; cwd: string };
let opened: Promise<Store> | null = null;
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (asked: Asked) => {
  before = before.then(() => work(asked));
});

async function work({ id, order }: Asked): Promise<void> {
  const tell = (heard: Heard) => parentPort?.postMessage(heard);
  try {
    opened ??= openStore(opening);
    const store = await opened;
    const end = await perform(store, order, cwd, {
      tell: (progress) => tell({ id, is: 'progress', progress }),
      stood: (stood) => tell({ id, is: 'stood', stood }),
    });
    tell({ id, is: 'done', end });
  } catch (error) {
    if (!(error instanceof BifocalError)) throw error;
    const { code, message, hint, details } = error;
    const { columns, missing } = details;
    const told = typeof columns === 'object' ? { columns, lacks: String(missing) } : {};
    tell({ id, is: 'failed', error: { code, message, hint, ...told } });
  }
}
