/** A folder of text files for sources that read tables and lists, gone when the test is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TextFolder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  close(): void;
  [Symbol.dispose](): void;
}

/** Its last name is always the same, as origins are made of it. */
export function textFolder(files: Readonly<Record<string, string | Uint8Array>>): TextFolder {
  const root = mkdtempSync(join(tmpdir(), 'bifocal-text-'));
  const path = join(root, 'files');
  mkdirSync(path);
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(path, name), content);
  for (const [name, content] of Object.entries(files)) write(name, content);
  const close = () => rmSync(root, { recursive: true, force: true });
  return { path, write, close, [Symbol.dispose]: close };
}
