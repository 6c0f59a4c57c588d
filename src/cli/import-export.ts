/** `bifocal import <export>`: a product as `bifocal export` wrote it. */
import { importJson } from '#engine/import-json.ts';
import type { Store } from '#engine/open-store.ts';
import { productNamed } from '#engine/product.ts';
import { type TakenExport, takeExport } from '#engine/take-export.ts';
import type { Asked } from './arguments.ts';
import { importWords } from './import-words.ts';
import type { Terminal } from './terminal.ts';

/** Into its own product, or into the one that is named. */
export async function importExport(store: Store, path: string, { flags }: Asked, terminal: Terminal): Promise<void> {
  const preview = flags.preview === true;
  const other = typeof flags.product === 'string' && !preview ? await productNamed(store, flags.product) : undefined;
  const taken = await takeExport(store, { path, preview, signal: terminal.signal, productId: other?.id });
  const told = [asImported(taken)];
  const { name } = taken.product;
  const undo = taken.gathers.length === 0 ? null : `bifocal undo ${taken.gathers.join(' ')}`;
  terminal.print(
    flags.json === true
      ? `${JSON.stringify({ ...importJson(name, told), undo, gathers: taken.gathers }, null, 2)}\n`
      : importWords(name, told, taken.gathers, terminal.screen),
  );
}

function asImported({ read, counts }: TakenExport): Parameters<typeof importJson>[1][number] {
  const notes =
    counts === null
      ? []
      : [
          'Its people, corrections and what was derived came along. Sources at an address are read again by bifocal gather, files once you add them here.',
        ];
  const nothing = { refused: [], refusedRows: 0, gather: null, samples: [], columns: [] };
  return { ...nothing, source: 'export', format: 'export', read, counts, notes };
}
