/** In which encoding a text was written, from its first bytes. */
import { TextDecoder } from 'node:util';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** So many bytes tell UTF-16 without a mark: half of plain text in it is zero. */
const LOOKED_AT = 4_096;

/** What a mark, or the zeros of UTF-16, say; null for UTF-8 and everything that has one byte a letter. */
export function markOf(head: Uint8Array): Encoding | null {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return null;
  const seen = head.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  for (let at = 0; at < seen.length; at += 1) if (seen[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = seen.length / 8;
  if (odd > many && even < odd / 20) return 'utf-16le';
  if (even > many && odd < even / 20) return 'utf-16be';
  return null;
}

/** A decoder for pieces; the mark at the start is left out. */
export function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding);
}
