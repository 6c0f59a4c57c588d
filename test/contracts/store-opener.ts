/** A thread that opens each store it is told of at the moment that a shared bell rings, and says how that went. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '#store/open.ts';
import { KEY } from './store-world.ts';

const bell = workerData as Int32Array<SharedArrayBuffer>;

parentPort?.on('message', async ({ file, round }: { file: string; round: number }) => {
  Atomics.wait(bell, 0, round - 1);
  try {
    const store = await openStore({ file, key: KEY });
    await store.products.ensure({ name: 'acme' });
    await store.close();
    parentPort?.postMessage('opened');
  } catch (error) {
    parentPort?.postMessage(String(error));
  }
});
parentPort?.postMessage('ready');
