/** `bifocal reflect`: read a product, print the reading. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Reading } from '#core/reading.ts';
import { evidenceOf } from '#engine/cases.ts';
import type { Store } from '#engine/open-store.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget, type Target } from '#engine/target.ts';
import { renderTerminal } from '#report/terminal/render-terminal.ts';
import type { Asked } from './arguments.ts';
import { liveProgress } from './live-progress.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function reflectCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const at = atOf(asked.flags.at);
  const target = await targetOf(asked.targets, terminal.cwd);
  const live = liveProgress(terminal);
  try {
    const reading = await withStore(asked, terminal, async (store) => {
      const deep = asked.flags.deep === true;
      const found = await reflect(store, { target, at, deep, signal: terminal.signal, onProgress: live.on });
      if (typeof asked.flags.html === 'string') await writePage(store, found, resolve(terminal.cwd, asked.flags.html));
      return found;
    });
    live.end();
    const screen = asked.flags.ascii === true ? { ...terminal.screen, ascii: true } : terminal.screen;
    const json = asked.flags.json === true;
    terminal.print(json ? `${JSON.stringify(reading, null, 2)}\n` : renderTerminal(reading, screen));
    return 0;
  } catch (error) {
    live.end();
    if (terminal.signal.aborted) throw new BifocalError('INTERRUPTED', {}, error);
    throw error;
  }
}

async function writePage(store: Store, reading: Reading, file: string): Promise<void> {
  const { renderHtml } = await import('#report/html/render-html.ts');
  const page = renderHtml(reading, await evidenceOf(store, reading));
  try {
    await writeFile(file, page);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BifocalError('FILE_NOT_WRITTEN', { file, cause: why }, cause);
  }
}

/** Several targets are the sources of one product, named after the first. */
async function targetOf(named: readonly string[], cwd: string): Promise<Target> {
  const [first, ...others] = await Promise.all(
    (named.length > 0 ? named : ['.']).map((target) => resolveTarget(target, cwd)),
  );
  if (!first) throw new Error('no target was resolved');
  return { ...first, sources: [...first.sources, ...others.flatMap(({ sources }) => sources)] };
}

/** A day means its last moment, so that `--at 2026-02-28` holds all of that day. */
function atOf(flag: string | boolean | undefined): number | null {
  if (flag === undefined) return null;
  const text = String(flag);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = Date.parse(day ? `${text}T23:59:59.999Z` : text);
  if (!day && !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return wrongDate(text);
  return Number.isNaN(at) ? wrongDate(text) : at;
}

function wrongDate(text: string): never {
  throw new BifocalError('USAGE', { cause: `--at takes a day such as 2026-02-28, not “${text}”.`, command: 'reflect' });
}
