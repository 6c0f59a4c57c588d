/** A reading written down for others: one page of HTML, or Markdown for a pull request. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Guess } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import { evidenceOf } from '#engine/cases.ts';
import type { Store } from '#engine/open-store.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** `--markdown -`: Markdown takes the place of what is printed. */
export const STANDARD_OUTPUT = '-';

export interface Told {
  readonly reading: Reading;
  readonly guess: Guess | null;
}

/** Writes what `--html` and `--markdown` name; the code of either face loads when it is asked for. */
export async function writeReports(store: Store, terminal: Terminal, flags: Asked['flags'], told: Told): Promise<void> {
  const { html, markdown } = flags;
  const { reading, guess } = told;
  if (typeof html === 'string') {
    const { renderHtml } = await import('#report/html/render-html.ts');
    await write(resolve(terminal.cwd, html), renderHtml(reading, await evidenceOf(store, reading), guess));
  }
  if (typeof markdown === 'string') {
    const { renderMarkdown } = await import('#report/markdown/render-markdown.ts');
    const text = renderMarkdown(reading, await evidenceOf(store, reading), guess);
    if (markdown === STANDARD_OUTPUT) terminal.print(text);
    else await write(resolve(terminal.cwd, markdown), text);
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BifocalError('FILE_NOT_WRITTEN', { file, cause: why }, cause);
  }
}
