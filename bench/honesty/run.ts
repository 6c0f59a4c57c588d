/** Runs the suite's tasks here, or on as many threads as are asked for; results come in the order of the tasks. */
import { Worker } from 'node:worker_threads';
import { type Done, perform, type Task } from './tasks.ts';

export async function runTasks(
  tasks: readonly Task[],
  threads: number,
  said: (done: Done) => void,
): Promise<readonly Done[]> {
  const results = new Array<Done>(tasks.length);
  const keep = (at: number, done: Done) => {
    results[at] = done;
    said(done);
  };
  if (threads < 2) {
    for (const [at, task] of tasks.entries()) keep(at, perform(task));
    return results;
  }
  let next = 0;
  const lane = async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    while (next < tasks.length) {
      const at = next;
      next += 1;
      keep(at, await answerOf(worker, tasks[at] as Task));
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: threads }, lane));
  return results;
}

function answerOf(worker: Worker, task: Task): Promise<Done> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (done: Done) => {
      worker.off('error', reject);
      resolve(done);
    });
    worker.postMessage(task);
  });
}
