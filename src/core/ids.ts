/** Ids that any machine and either database gives alike: the first 128 bits of SHA-256 over a natural key. */
import { hash } from 'node:crypto';

/** Separates the parts of a natural key; U+001F never survives the edge (see text.ts), so keys cannot collide. */
const SEPARATOR = '\u001f';

/** External ids longer than this are cut and carry their hash (DESIGN §10; btree keys end at 2.7 kB). */
const LONGEST_EXTERNAL_ID = 500;

/** 32 hexadecimal digits over the parts of a natural key. */
export function idOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join(SEPARATOR), 'hex').slice(0, 32);
}

/** 64 hexadecimal digits over a text: for content, never for keys. */
export function digestOf(text: string | Uint8Array): string {
  return hash('sha256', text, 'hex');
}

/** The id of one piece of evidence. */
export function evidenceId(kind: string, origin: string, externalId: string): string {
  return idOf('evidence', kind, origin, cutExternalId(externalId));
}

/** An external id as it is stored: whole up to 500 characters, else cut with its digest behind. */
export function cutExternalId(externalId: string): string {
  if (externalId.length <= LONGEST_EXTERNAL_ID) return externalId;
  return `${externalId.slice(0, LONGEST_EXTERNAL_ID - 33)}#${idOf(externalId)}`;
}
