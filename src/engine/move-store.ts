/** Moves an embedded store to a PostgreSQL server: all of it in one transaction, or nothing. */
import { access } from 'node:fs/promises';
import { BifocalError } from '#core/errors.ts';
import { openStore } from '#store/open.ts';

export interface Moved {
  readonly from: string;
  /** The server without user and password. */
  readonly to: string;
  /** Rows by table, those without rows left out. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Rejects with STORE_UNUSABLE where there is no file to move, or the other store holds products. The file stays as it is. */
export async function moveStore(file: string, url: string, key: Uint8Array): Promise<Moved> {
  await access(file).catch((cause: unknown) => {
    throw new BifocalError('STORE_UNUSABLE', { store: file, cause: 'there is no such file' }, cause);
  });
  const from = await openStore({ file, key });
  try {
    const to = await openStore({ url, key });
    try {
      const copied = await from.copyTo(to);
      return { from: file, to: to.where, rows: Object.fromEntries(Object.entries(copied).filter(([, n]) => n > 0)) };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
