/** The process that imports damaged files, one after another, as the command line would, and tells what came of each. */
import { rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BifocalError } from '#core/errors.ts';
import { type Imported, importFiles } from '#engine/import.ts';
import { openStore } from '#engine/open-store.ts';
import { mutated } from '../../test/contracts/mutations.ts';
import { temporaryFolder } from '../left-behind.ts';
import { seeds } from './seeds.ts';

export interface Came {
  readonly at: number;
  readonly name: string;
  readonly how: 'taken' | 'refused' | 'crashed' | 'half';
  readonly why: string;
  readonly ms: number;
  /** Of the processor: what a loaded machine does not lengthen. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

const [from = 0, to = 0, seed = 0] = process.argv.slice(2).map(Number);
const folder = temporaryFolder('fuzz');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const whole = await seeds();
const file = join(folder, 'fuzz.db');
const store = await openStore({ file, key: new Uint8Array(32) });
const { id: productId } = await store.products.ensure({ name: 'fuzz' });
const database = new DatabaseSync(file, { readOnly: true });
const kept = () => Number(database.prepare('select count(*) as n from evidence').get()?.n);
const open = () => Number(database.prepare("select count(*) as n from gathers where state = 'open'").get()?.n);

for (let at = from; at < to; at += 1) {
  const one = whole[at % whole.length];
  if (one === undefined) break;
  // Every file has a name of its own: what was seen of the one before must not be taken for it.
  const path = join(folder, `${at}-${one.name.split('/').at(-1)?.replace('.tape', '')}`);
  writeFileSync(path, mutated(one.bytes, seed * 1_000_003 + at));
  process.send?.({ at, name: one.name });
  const [before, cpu] = [performance.now(), process.cpuUsage()];
  const { how, why } = await imported(path);
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.send?.({
    at,
    name: one.name,
    how,
    why,
    ms: performance.now() - before,
    cpuMs: (user + system) / 1_000,
    peakMb,
  } satisfies Came);
  unlinkSync(path);
}
await store.close();
process.disconnect?.();

/** A refused file leaves nothing behind, a taken one exactly what it says, and undoing it nothing. */
async function imported(path: string): Promise<Pick<Came, 'how' | 'why'>> {
  const { signal } = new AbortController();
  const order = { productId, as: null, preview: false, now: Date.now(), signal, onProgress: () => undefined };
  let done: Imported[];
  try {
    done = await importFiles(store, { ...order, wish: { files: [path] } });
  } catch (error) {
    if (!(error instanceof BifocalError)) return { how: 'crashed', why: String((error as Error)?.stack ?? error) };
    if (kept() !== 0 || open() !== 0)
      return { how: 'half', why: `refused with ${error.code}; ${kept()} rows and ${open()} open gathers stayed` };
    return { how: 'refused', why: error.code };
  }
  const added = done.reduce((sum, { counts }) => sum + (counts?.added ?? 0), 0);
  if (kept() !== added) return { how: 'half', why: `it says ${added} new, and ${kept()} rows are kept` };
  for (const { gather } of done.toReversed()) if (gather !== null) await store.gathers.undo(productId, gather);
  if (kept() !== 0) return { how: 'half', why: `undone, and ${kept()} rows stayed` };
  return { how: 'taken', why: done.map(({ format }) => format).join('+') };
}
