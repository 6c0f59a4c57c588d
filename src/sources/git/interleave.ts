/** Reads several generators at once, each one step ahead of whoever listens; gives what comes in the order it comes. */

type Step<Value> = { readonly from: AsyncGenerator<Value>; readonly result: IteratorResult<Value> | Error };

export async function* interleave<Value>(generators: readonly AsyncGenerator<Value>[]): AsyncGenerator<Value> {
  const waiting = new Map(generators.map((from) => [from, step(from)]));
  try {
    while (waiting.size > 0) {
      const { from, result } = await Promise.race(waiting.values());
      if (result instanceof Error) throw result;
      if (result.done) {
        waiting.delete(from);
        continue;
      }
      waiting.set(from, step(from));
      yield result.value;
    }
  } finally {
    await Promise.allSettled(generators.map((from) => from.return(undefined)));
  }
}

/** An error is an answer, so that none is left unheard while another generator is awaited. */
async function step<Value>(from: AsyncGenerator<Value>): Promise<Step<Value>> {
  try {
    return { from, result: await from.next() };
  } catch (error) {
    return { from, result: error instanceof Error ? error : new Error(String(error)) };
  }
}
