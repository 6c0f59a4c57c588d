/** Random ids that sort by the time they were made (UUIDv7, RFC 9562): for gathers, jobs, corrections; never for evidence. */
import { randomBytes } from 'node:crypto';

let newest = 0;

export function uuid(now: number): string {
  // Two of the same millisecond still sort in the order they were made within one process.
  newest = Math.max(Math.trunc(now), newest + 1);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(newest, 0, 6);
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f);
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
