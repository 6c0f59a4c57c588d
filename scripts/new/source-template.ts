/** A new source as real code: it reads dated notes, one a line, and every part of it is there to be replaced. */
import type { UnitFiles } from './unit-files.ts';

export function sourceTemplate(id: string): UnitFiles {
  return {
    [`${id}.ts`]: SOURCE.replaceAll('ID', id),
    [`${id}.parse.ts`]: PARSE.replaceAll('ID', id),
    [`${id}.md`]: PAGE.replaceAll('ID', id),
    [`${id}.test.ts`]: TEST.replaceAll('ID', id),
  };
}

const SOURCE = `/** Reads what customers said from a file of dated notes. Page for readers: ID.md. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { defineSource } from '#core/source.ts';
import { parseNotes } from './ID.parse.ts';

export default defineSource({
  id: 'ID',
  title: 'a file of dated notes',
  strands: ['says'],
  rereadable: false,
  options: z.object({ path: z.string().min(1) }),

  async origin({ path }) {
    return originOf(path);
  },

  async *gather({ options: { path }, until }) {
    const { items, refused } = parseNotes(basename(path), originOf(path), await textOf(path));
    const told = items.filter(({ at }) => until === null || at <= until);
    yield { items: told, refused, observedUntil: until ?? newestOf(told.map(({ at }) => at)) };
  },
});

function originOf(path: string): string {
  return \`ID:\${basename(path)}\`;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BifocalError('TARGET_NOT_FOUND', { target: path }, error);
    throw new BifocalError('TARGET_UNREADABLE', { target: path, cause: code }, error);
  }
}

function newestOf(times: readonly number[]): number {
  return times.reduce((newest, at) => Math.max(newest, at), 0);
}
`;

const PARSE = `/** Dated notes, one a line, to feedback. Pure: no file, no clock. */
import type { Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { RefusedRow } from '#core/source.ts';

/** Nobody is named in a note. */
const NOTE_KIND = { kind: 'feedback', type: 'note', author: null } as const;

const NOTE = /^(\\d{4}-\\d{2}-\\d{2}) (\\S.*)$/;

export function parseNotes(file: string, origin: string, text: string): { items: Gathered[]; refused: RefusedRow[] } {
  const items: Gathered[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, line] of text.split(/\\r?\\n/).entries()) {
    if (line === '') continue;
    const [, day = '', said = ''] = NOTE.exec(line) ?? [];
    const at = Date.parse(\`\${day}T00:00:00Z\`);
    if (Number.isNaN(at)) refused.push({ file, row: index + 1, reason: 'It does not begin with a day.' });
    else items.push({ ...NOTE_KIND, origin, externalId: idOf(day, said), at, body: said });
  }
  return { items, refused };
}
`;

const PAGE = `# ID

What it reads, in one sentence: dated notes of what customers said, one a line.

## What it reads

A text file. Each line is a day and a note: \`2026-02-28 The lid does not close.\` Each becomes \`feedback\` / \`note\`, at midnight UTC of its day.

## What it never reads

Anything beside that file.

## Limits

The whole file is read at once.

## Cost

One read of the file.

## What can go wrong

A line without a day is refused by its number. A file that is not there, or cannot be read, is said so by its code.
`;

const TEST = `/** ID over real files: the contract of every source, and what is its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceContract } from '../../../test/contracts/source.ts';
import { type OpenWorld, run } from '../../../test/contracts/source-run.ts';
import source from './ID.ts';

/** A file of notes in a folder of its own; no file at all when there is no text. */
function notes(text: string | null): OpenWorld {
  const folder = mkdtempSync(join(tmpdir(), 'ID-'));
  const path = join(folder, 'notes.txt');
  if (text !== null) writeFileSync(path, text);
  return { options: { path }, close: () => rmSync(folder, { recursive: true }) };
}

sourceContract(source, [
  { name: 'two notes', open: () => notes('2026-01-05 Too slow.\\n2026-02-28 The lid does not close.\\n') },
  { name: 'a file that is not there', open: () => notes(null), fails: 'TARGET_NOT_FOUND' },
]);

test('the newest day is how far it is known', async () => {
  const world = notes('2026-01-05 Too slow.\\n2026-02-28 The lid does not close.\\n');
  expect((await run(source, world)).observedUntil).toBe(Date.parse('2026-02-28T00:00:00Z'));
  await world.close?.();
});

test('a line without a day is refused by its number', async () => {
  const world = notes('2026-01-05 Too slow.\\nNo day here.\\n');
  const { items, refused } = await run(source, world);
  expect(items).toHaveLength(1);
  expect(refused).toEqual([{ file: 'notes.txt', row: 2, reason: 'It does not begin with a day.' }]);
  await world.close?.();
});
`;
