/** Lets several generators work at once, and gives what they yield one generator after the other: always in one order. */
import { setImmediate } from 'node:timers/promises';
import { readAhead } from './log-ahead.ts';

/** The first is read as it comes; what the others yield meanwhile is held, so they must be small beside it. */
export async function* sideBySide<Value>(
  first: AsyncGenerator<Value>,
  others: readonly AsyncGenerator<Value>[],
): AsyncGenerator<Value> {
  const working = others.map((each) => readAhead(each, Number.POSITIVE_INFINITY, () => 0));
  try {
    for await (const value of first) {
      yield value;
      // What the others wait for lies with the event loop, which a first that never waits would keep from turning.
      await setImmediate();
    }
    for (const each of working) yield* each;
  } finally {
    await Promise.allSettled([first.return(undefined), ...working.map((each) => each.close())]);
  }
}
