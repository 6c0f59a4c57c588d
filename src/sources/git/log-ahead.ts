/** Takes what another gives before anybody asks for it, up to a limit, so that it works while others do. */

export interface Ahead<Piece = Uint8Array> extends AsyncIterable<Piece> {
  /** Ends the other if what it gave is not wanted after all. */
  close(): Promise<void>;
}

export function readAhead<Piece>(
  pieces: AsyncIterable<Piece>,
  most: number,
  lengthOf: (piece: Piece) => number,
): Ahead<Piece> {
  const source = pieces[Symbol.asyncIterator]();
  const held: Piece[] = [];
  let length = 0;
  let ended = false;
  let failure: unknown;
  let wake = () => {};
  const pulling = pull();

  async function pull(): Promise<void> {
    try {
      for (let next = await source.next(); !ended && !next.done; next = await source.next()) {
        held.push(next.value);
        length += lengthOf(next.value);
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

  async function* take(): AsyncGenerator<Piece> {
    for (;;) {
      const piece = held.shift();
      if (piece !== undefined) {
        length -= lengthOf(piece);
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
