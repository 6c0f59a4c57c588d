/** `bifocal import`: files of evidence into a product; seen first with `--preview`, taken back with `bifocal undo`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { type Imported, type ImportOrder, importFiles } from '#engine/import.ts';
import { productHere, productNamed } from '#engine/product.ts';
import type { Asked } from './arguments.ts';
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
    map: mapOf(flags.map),
    dates: datesOf(flags.dates),
    from: typeof flags.from === 'string' ? flags.from : undefined,
  };
  const as = typeof flags.as === 'string' ? flags.as : null;
  const preview = flags.preview === true;
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
      onProgress: live.on,
    };
    const done = await importFiles(store, order).finally(() => live.end());
    const undo = done.flatMap(({ gather }) => gather ?? []);
    terminal.print(
      flags.json === true
        ? `${JSON.stringify(importJson(product.name, done, undo), null, 2)}\n`
        : importWords(product.name, done, undo, terminal.screen),
    );
  });
  return 0;
}

/** The first keys are those that scripts rely on (DESIGN §8). */
function importJson(product: string, done: readonly Imported[], undo: readonly string[]) {
  const sum = (of: 'added' | 'unchanged' | 'updated' | 'gone') =>
    done.some(({ counts }) => counts === null) ? null : done.reduce((all, { counts }) => all + (counts?.[of] ?? 0), 0);
  return {
    format: done.map(({ format }) => format).join('+'),
    read: done.reduce((all, { read }) => all + read, 0),
    added: sum('added'),
    unchanged: sum('unchanged'),
    updated: sum('updated'),
    refused: done.flatMap(({ refused }) => refused.map(({ file, row, reason }) => ({ row, reason, file }))),
    refusedRows: done.reduce((all, { refusedRows }) => all + refusedRows, 0),
    gone: sum('gone'),
    undo: undo.length === 0 ? null : `bifocal undo ${undo.join(' ')}`,
    gathers: undo,
    product,
    columns: done.flatMap(({ columns }) => columns),
    notes: done.flatMap(({ notes }) => notes),
    samples: done.flatMap(({ samples }) => samples),
  };
}

/** `id=Ref,text=Message,at=When`; a column may hold `=`, and a comma only where no name and `=` follow it. */
function mapOf(flag: string | boolean | undefined): Record<string, string> | undefined {
  if (typeof flag !== 'string') return undefined;
  const map: Record<string, string> = {};
  for (const part of flag.split(/,(?=\s*\w{1,20}=)/)) {
    const split = part.indexOf('=');
    const [role, column] = [part.slice(0, split).trim(), part.slice(split + 1).trim()];
    if (split < 1 || column === '') throw usage(`--map takes id=<column>,text=<column>,at=<column>, not “${part}”`);
    map[role] = column;
  }
  return map;
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
