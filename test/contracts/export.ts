/** What holds for every format of export: the contract of sources over its tape, recognition by content, and damaged files. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import type { Source } from '#core/source.ts';
import { mutated } from './mutations.ts';
import { sourceContract } from './source.ts';
import { type Heard, run } from './source-run.ts';

export interface Tape {
  /** A file beside the source, written for the project in the shape that the tool documents. */
  readonly file: string;
  /** The same file with something new in it. */
  grown?(tape: string): string;
}

const SLOWEST_MS = 5_000;

/** A reader for further tests: each content becomes a file of that name's ending. */
export function exportContract<Options>(typed: Source<Options>, tapes: readonly Tape[]) {
  const source = typed as Source;
  const folder = mkdtempSync(join(tmpdir(), `bifocal-${source.id}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  const fileOf = (content: string | Uint8Array, name: string) => {
    files += 1;
    const path = join(folder, `${files}-${name}`);
    writeFileSync(path, content);
    return path;
  };
  const tapeOf = (name: string) => readFileSync(join(import.meta.dirname, '../../src/sources', source.id, name));
  const read = (content: string | Uint8Array, name: string): Promise<Heard> =>
    run(source, { options: { files: [fileOf(content, name)] } });

  sourceContract(typed, [
    ...tapes.map(({ file, grown }) => ({
      name: file,
      open: () => {
        const whole = tapeOf(file);
        const path = fileOf(whole, file);
        const grow = grown && (() => writeFileSync(path, grown(whole.toString())));
        return { options: { files: [path] }, ...(grow && { grow }) };
      },
    })),
    {
      name: 'a file of something else',
      open: () => ({ options: { files: [fileOf('colour;size\nred;1\n', 'other.csv')] } }),
      fails: 'FILE_NOT_WHAT_IT_CLAIMS',
    },
  ]);

  test('it is recognised by its content, whatever it is called, and nothing else is', async () => {
    for (const { file } of tapes)
      expect(await source.importing?.recognises(fileOf(tapeOf(file), 'export')), file).toBe(2);
    const table = 'id,title,text,date\n1,a,b,2026-01-01\n';
    expect(await source.importing?.recognises(fileOf(table, 'a.csv'))).toBe(0);
    expect(await source.importing?.recognises(fileOf(Buffer.alloc(999, 7), 'a.bin'))).toBe(0);
  });

  test('no refusal quotes the row', async () => {
    for (const { file } of tapes) {
      const { refused } = await read(tapeOf(file), file);
      for (const { reason } of refused) expect(reason).toMatch(/^(?:its?|none|of)\b/);
    }
  });

  test('a damaged file is refused or read within five seconds, and nothing else', async () => {
    for (const { file } of tapes) {
      const whole = tapeOf(file);
      await fc.assert(
        fc.asyncProperty(fc.nat(2 ** 31), async (seed) => {
          const before = performance.now();
          await read(mutated(whole, seed), file).catch((error: unknown) => {
            if (!(error instanceof BifocalError)) throw error;
          });
          expect(performance.now() - before).toBeLessThan(SLOWEST_MS);
        }),
        { numRuns: 100 },
      );
    }
  });

  return { read, tapeOf: (name: string) => tapeOf(name).toString(), tapeBytes: tapeOf, fileOf };
}
