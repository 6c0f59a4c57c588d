/** An evidence folder: its manifest, and which of its files are read. */
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { reasonOf, toTime } from './evidence.parse.ts';
import { EvidenceManifest } from './evidence.schema.ts';

const LARGEST_MANIFEST = 2 ** 20;

export interface Manifest {
  readonly product: { readonly name: string; readonly kind: string; readonly customers?: string };
  readonly origin: string;
  readonly observedUntil: number | null;
}

/** Rejects with TARGET_NOT_FOUND, TARGET_UNREADABLE or FILE_NOT_WHAT_IT_CLAIMS. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json');
  let value: unknown;
  try {
    value = JSON.parse(await readStart(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('it is not JSON', error);
    throw failed(folder, error);
  }
  const parsed = EvidenceManifest.safeParse(value);
  if (!parsed.success) throw wrong(reasonOf(parsed.error.issues));
  const { product, origin, observedUntil } = parsed.data;
  const until = observedUntil === undefined ? null : toTime(observedUntil);
  if (typeof until === 'string') throw wrong(`observedUntil ${until}`);
  const { customers, ...named } = product;
  return {
    product: customers === undefined ? named : { ...named, customers },
    origin: origin ?? `evidence:${slugOf(product.name)}`,
    observedUntil: until,
  };
}

export interface DataFile {
  readonly name: string;
  /** Where it really lies: links are followed once, here. */
  readonly path: string;
  readonly bytes: number;
}

export interface Listed {
  readonly files: readonly DataFile[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** `*.jsonl` and `*.jsonl.gz` right inside the folder, by name. */
export async function listFiles(folder: string): Promise<Listed> {
  const home = await realpath(folder);
  const names = (await readdir(home)).filter((name) => /\.jsonl(?:\.gz)?$/i.test(name)).sort();
  const files: DataFile[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const name of names) {
    const real = await realpath(join(home, name)).catch(() => null);
    if (real === null) refused.push({ file: name, reason: 'it is a link that leads nowhere' });
    else if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) {
      refused.push({ file: name, reason: 'it is a link that leads out of the folder' });
    } else {
      const found = await lstat(real);
      if (found.isFile()) files.push({ name, path: real, bytes: found.size });
      else refused.push({ file: name, reason: 'it is not a plain file' });
    }
  }
  return { files, refused };
}

async function readStart(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const found = await file.stat();
    if (!found.isFile()) throw wrong('it is not a plain file');
    if (found.size > LARGEST_MANIFEST) throw wrong('it is longer than 1 MB');
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** `Gallop, horses on demand` → `gallop-horses-on-demand`: letters and digits of any script, joined. */
function slugOf(name: string): string {
  return (
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'unnamed'
  );
}

function wrong(cause: string, error?: unknown): BifocalError {
  return new BifocalError(
    'FILE_NOT_WHAT_IT_CLAIMS',
    { file: 'manifest.json', format: 'an evidence manifest', cause },
    error,
  );
}

function failed(folder: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const target = basename(resolve(folder));
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BifocalError('TARGET_NOT_FOUND', { target: `${target}/manifest.json` }, error);
  if (code === 'EACCES' || code === 'EPERM')
    return new BifocalError('TARGET_UNREADABLE', { target, cause: code }, error);
  return error;
}
