/** One file of a catalogue to what stood on the shelf: its format is told by its content. Pure. */
import type { Shelf } from './entry.ts';
import { readJsonShelf } from './json.ts';
import { readMerchantXml } from './merchant-xml.ts';
import { type Columns, readTableShelf } from './table.ts';

/** `flaw` ends the sentence "it is no catalogue: …". */
export function readShelf(text: string, columns: Columns): Shelf | { readonly flaw: string } {
  const start = text
    .slice(0, 200)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start === '') return { flaw: 'it is empty' };
  if (start.startsWith('<')) return readMerchantXml(text);
  if (start.startsWith('{') || start.startsWith('[')) return readJsonShelf(text);
  return readTableShelf(text, columns);
}
