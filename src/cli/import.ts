/** `bifocal import`: files of evidence into a product; seen first with `--preview`, taken back with `bifocal undo`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { type ImportOrder, importFiles } from '#engine/import.ts';
import { importJson } from '#engine/import-json.ts';
import { columnsOf } from '#engine/import-wish.ts';
import { productHere, productNamed } from '#engine/product.ts';
import { isExport } from '#engine/take-export.ts';
import type { Asked } from './arguments.ts';
import { importExport } from './import-export.ts';
import { importWords } from './import-words.ts';
import { liveProgress } from './live-progress.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function importCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  if (flags.template === true) return template(terminal);
  if (targets.length === 0) throw usage('name the file to import, or - for what is pasted or piped in');
  const pasted = targets.includes('-') ? await keepPasted(terminal) : null;
  try {
    return await importTargets(asked, terminal, pasted);
  } finally {
    if (pasted !== null) await rm(dirname(pasted), { recursive: true, force: true });
  }
}

/** What comes on standard input is looked at more than once, so it lies in a file meanwhile. */
async function keepPasted(terminal: Terminal): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'bifocal-')), 'pasted');
  await writeFile(path, terminal.input(), { mode: 0o600 });
  return path;
}

async function importTargets(asked: Asked, terminal: Terminal, pasted: string | null): Promise<number> {
  const { flags, targets } = asked;
  const wish = {
    files: targets.map((file) => (file === '-' && pasted !== null ? pasted : resolve(terminal.cwd, file))),
    map: columnsOf(typeof flags.map === 'string' ? flags.map : undefined),
    dates: datesOf(flags.dates),
    from: typeof flags.from === 'string' ? flags.from : undefined,
  };
  const as = typeof flags.as === 'string' ? flags.as : null;
  const preview = flags.preview === true;
  const [only = '', ...others] = wish.files;
  if (others.length === 0 && isExport(only)) {
    await withStore(asked, terminal, (store) => importExport(store, only, asked, terminal));
    return 0;
  }
  await withStore(asked, terminal, async (store) => {
    const { signal } = terminal;
    const product =
      typeof flags.product === 'string'
        ? await productNamed(store, flags.product)
        : await productHere(store, terminal.cwd, signal);
    const live = liveProgress(terminal);
    const order: ImportOrder = {
      productId: product.id,
      wish,
      as,
      preview,
      now: Date.now(),
      signal,
      // What was pasted or unpacked lies in a file of its own until the end: nothing of an import is cut off at once.
      onProgress: (progress) => (progress.step === 'seal' ? undefined : live.on(progress)),
    };
    const done = await importFiles(store, order).finally(() => live.end());
    const undo = done.flatMap(({ gather }) => gather ?? []);
    terminal.print(
      flags.json === true
        ? `${JSON.stringify(importJson(product.name, done), null, 2)}\n`
        : importWords(product.name, done, undo, terminal.screen),
    );
  });
  return 0;
}

function datesOf(flag: string | boolean | undefined): 'day-first' | 'month-first' | undefined {
  if (flag === undefined) return undefined;
  if (flag === 'day-first' || flag === 'month-first') return flag;
  throw usage(`--dates takes day-first or month-first, not “${flag}”`);
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause: `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.`, command: 'import' });
}

const TEMPLATE = [
  'id,date,author,title,text,rating,status,version,language',
  '1,2026-01-15,ann@example.org,Too loud,"The kettle wakes the whole house.",2,open,2.1,en',
  '2,2026-01-18,ben@example.org,,"Boils in two minutes, I love it.",5,,2.1,en',
];

function template(terminal: Terminal): number {
  terminal.print(`${TEMPLATE.join('\n')}\n`);
  return 0;
}
