/** Takes what a process prints before anybody asks for it, up to a limit, so that it works while others do. */

export interface Ahead extends AsyncIterable<Uint8Array> {
  /** Ends the process if what it printed is not wanted after all. */
  close(): Promise<void>;
}

export function readAhead(pieces: AsyncIterable<Uint8Array>, most: number): Ahead {
  const source = pieces[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  let failure: unknown;
  let wake = () => {};
  const pulling = pull();

  async function pull(): Promise<void> {
    try {
      for (let next = await source.next(); !ended && !next.done; next = await source.next()) {
        held.push(next.value);
        length += next.value.length;
        wake();
        while (length > most && !ended) await changed();
      }
    } catch (error) {
      failure = error;
    }
    ended = true;
    wake();
  }

  /** One side waits at a time: the reader for a piece, or the writer for room. */
  function changed(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  async function* take(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = held.shift();
      if (piece !== undefined) {
        length -= piece.length;
        wake();
        yield piece;
      } else if (ended) break;
      else await changed();
    }
    if (failure !== undefined) throw failure;
  }

  async function close(): Promise<void> {
    ended = true;
    wake();
    await source.return?.();
    await pulling;
  }

  return { [Symbol.asyncIterator]: take, close };
}
