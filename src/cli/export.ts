/** `bifocal export`: a product with all that a reading needs, into a folder that another Bifocal or a spreadsheet reads. */
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { counted } from '#core/wording.ts';
import { exportProduct } from '#engine/export.ts';
import { ENCODINGS, type Encoding } from '#engine/export-rows.ts';
import { productHere } from '#engine/product.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { withStore } from './with-store.ts';

export async function exportCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const [named, ...more] = targets;
  if (more.length > 0) throw usage('Name one product.');
  const encoding = ENCODINGS.find((one) => one === (flags.as ?? 'jsonl'));
  if (encoding === undefined) throw usage(`--as takes ${ENCODINGS.join(' or ')}.`);
  await withStore(asked, terminal, (store) => write(store, named, encoding, asked, terminal));
  return 0;
}

type Opened = Parameters<Parameters<typeof withStore>[2]>[0];

async function write(
  store: Opened,
  target: string | undefined,
  encoding: Encoding,
  { flags }: Asked,
  terminal: Terminal,
) {
  const named = target ?? (typeof flags.product === 'string' ? flags.product : undefined);
  const product =
    named === undefined ? await productHere(store, terminal.cwd, terminal.signal) : await store.products.byName(named);
  if (product === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: named ?? '' });
  const folder = resolve(terminal.cwd, typeof flags.to === 'string' ? flags.to : `${fileName(product.name)}-export`);
  const done = await exportProduct(store, product, { folder, encoding, version: version(), signal: terminal.signal });
  if (flags.json === true) {
    terminal.print(
      `${JSON.stringify({ product: done.product, folder, format: 'bifocal.export/1', encoding, rows: done.rows }, null, 2)}\n`,
    );
    return;
  }
  const rows = Object.entries(done.rows);
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const lines = rows.map(([name, count]) => `   ${name.padEnd(width)}${counted(count, 'row')}`);
  terminal.print(
    ` Wrote ${product.name} to ${folder}\n\n${lines.join('\n')}\n\n bifocal import ${folder} takes it in anywhere; the reading stays the same.\n`,
  );
}

function fileName(product: string): string {
  return (
    product
      .toLowerCase()
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|-+$/g, '') || 'product'
  );
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'export' });
}
