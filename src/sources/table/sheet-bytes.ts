/** Tells a workbook (.xlsx, .ods) from other files by its bytes. */

/** Both are zip archives. */
export function isSheetBytes(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}
