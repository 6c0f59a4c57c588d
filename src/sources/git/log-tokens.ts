/** Cuts what git prints with `-z` into texts that end where a token ends, whatever the pieces and the bytes are. */

const NUL = 0;

/** A commit message longer than this is nobody's message: the rest of the token is dropped. */
const LONGEST_TOKEN = 2 ** 20;

/** Texts of whole tokens, each token followed by NUL. Bytes that are no UTF-8 become U+FFFD. */
export async function* wholeTokens(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(NUL) + 1;
    if (end > 0) {
      yield decode(length === 0 ? piece.subarray(0, end) : withHeld(held, piece, end));
      held = [];
      length = 0;
    }
    if (end < piece.length && length < LONGEST_TOKEN) {
      held.push(piece.subarray(end));
      length += piece.length - end;
    }
  }
  if (length > 0) yield `${decode(Buffer.concat(held))}\0`;
}

/** The first token of the piece may be the end of one that was cut for its length. */
function withHeld(held: readonly Uint8Array[], piece: Uint8Array, end: number): Uint8Array {
  return Buffer.concat([...held, piece.subarray(0, end)]);
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
