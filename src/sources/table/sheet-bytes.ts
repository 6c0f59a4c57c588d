/** Tells a workbook from other files by its bytes, and which kind it is. */

export type Workbook = 'xlsx' | 'ods';

/** Both are zip archives; .ods names its kind in the first entry, .xlsx lists its parts in one of the first. */
export function workbookIn(head: Uint8Array): Workbook | null {
  if (head[0] !== 0x50 || head[1] !== 0x4b || head[2] !== 3) return null;
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 8_192)).toString('latin1');
  if (text.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  return /\[Content_Types\]\.xml|_rels\/\.rels|xl\//.test(text) ? 'xlsx' : null;
}
