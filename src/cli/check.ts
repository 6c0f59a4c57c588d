/** `bifocal check`: ends with 3 where the documents offer what is gone, where a claim is contradicted, or below a bar. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Check } from '#core/check.ts';
import { BifocalError } from '#core/errors.ts';
import { checkOf } from '#engine/check.ts';
import { type Bars, gatesOf } from '#engine/gates.ts';
import { gatherSources } from '#engine/gather-sources.ts';
import { targetNamed } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { annotationsOf } from '#report/check/annotations.ts';
import { sarifOf } from '#report/check/sarif.ts';
import { checkWords } from '#report/check/words.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { withStore } from './with-store.ts';

const BELOW_THE_BAR = 3;

export async function checkCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  if (targets.length > 1) throw usage('Name one target; without one, the folder that you are in is checked.');
  if (flags.json === true && flags.annotations === true) throw usage('--json and --annotations both print.');
  const check = await withStore(asked, terminal, (store) => checked(store, asked, terminal));
  if (typeof flags.sarif === 'string') await write(resolve(terminal.cwd, flags.sarif), sarifOf(check, version()));
  if (flags.json === true) terminal.print(`${JSON.stringify(check, null, 2)}\n`);
  else if (flags.annotations === true) terminal.print(annotationsOf(check));
  else terminal.print(checkWords(check, flags.all === true, terminal.screen));
  return check.passes ? 0 : BELOW_THE_BAR;
}

async function checked(store: Store, { flags, targets }: Asked, terminal: Terminal): Promise<Check> {
  const bars = barsOf(flags, terminal);
  const allowed = typeof flags.allow === 'string' ? flags.allow.split(',').map((name) => name.trim()) : [];
  if (typeof flags.product === 'string' && targets.length === 0) {
    if (bars.min.length > 0 || bars.baseline !== null)
      throw usage('--min and --baseline read the target: name one, or leave out --product.');
    const product = await store.products.byName(flags.product);
    if (product === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: flags.product });
    return checkOf(store, { product, gates: [], allowed, missing: [] });
  }
  const { cwd, env, signal } = terminal;
  const live = liveProgress(terminal);
  try {
    const found = await targetNamed(store, targets[0] ?? '.', cwd, env);
    const target = typeof flags.product === 'string' ? { ...found, product: flags.product } : found;
    const order = { target, at: null, deep: false, signal, env, onProgress: live.on };
    const { product, outcomes } = await gatherSources(store, order);
    const missing = outcomes.flatMap((outcome) => outcome.missing);
    const gates = await gatesOf(store, order, bars);
    return await checkOf(store, { product, gates, allowed, missing });
  } finally {
    live.end();
  }
}

/** `--min product=40,customer=40`. Rejects with USAGE. */
function barsOf({ min, baseline }: Asked['flags'], { cwd }: Terminal): Bars {
  const parts = typeof min === 'string' ? min.split(',') : [];
  const bars = parts.map((part) => {
    const [, lens, bar] = /^\s*(product|customer)=(\d{1,3}(?:\.\d{1,3})?)\s*$/.exec(part) ?? [];
    if (lens === undefined || Number(bar) > 100)
      throw usage(`--min takes lenses with a bar from 0 to 100, such as product=40,customer=40, not “${part}”.`);
    return [lens as 'product' | 'customer', Number(bar)] as const;
  });
  return { min: bars, baseline: typeof baseline === 'string' ? resolve(cwd, baseline) : null };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BifocalError('FILE_NOT_WRITTEN', { file, cause: why }, cause);
  }
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'check' });
}
