/** Lets several generators work at once, and gives what they yield one generator after the other: always in one order. */
import { setImmediate } from 'node:timers/promises';

/** The first is read as it comes; what the others yield meanwhile is held, so they must be small beside it. */
export async function* sideBySide<Value>(
  first: AsyncGenerator<Value>,
  others: readonly AsyncGenerator<Value>[],
): AsyncGenerator<Value> {
  const collected = others.map(collect);
  try {
    for await (const value of first) {
      yield value;
      // What the others wait for lies with the event loop, which a first that never waits would keep from turning.
      await setImmediate();
    }
    for (const values of collected) yield* await values();
  } finally {
    await Promise.allSettled([first, ...others].map((each) => each.return(undefined)));
  }
}

/** Starts at once; an error waits for its turn, so that none goes unheard. */
function collect<Value>(from: AsyncGenerator<Value>): () => Promise<readonly Value[]> {
  const values: Value[] = [];
  let failure: unknown;
  async function run(): Promise<void> {
    try {
      for await (const value of from) values.push(value);
    } catch (error) {
      failure = error ?? new Error('a generator failed without a reason');
    }
  }
  const running = run();
  return async () => {
    await running;
    if (failure !== undefined) throw failure;
    return values;
  };
}
