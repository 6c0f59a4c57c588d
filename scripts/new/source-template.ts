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

A text file. Each line is a day and a note: \`2026-02-28 The lid does not close.\`

## What it never reads

Anything beside that file.

## What it yields

One feedback a line, at midnight UTC of its day. A line without a day is refused by its number.

## Limits

The whole file is read at once.
`;

const TEST = `/** What ID yields of a real file, and what it answers when the file is not there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Batch } from '#core/source.ts';
import source from './ID.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ID-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function unused(): never {
  throw new Error('this source touches neither git nor the network');
}

async function gather(path: string, until: number | null = null): Promise<Batch[]> {
  const batches: Batch[] = [];
  const gathered = source.gather({
    options: { path },
    cursor: null,
    until,
    deep: false,
    git: { text: unused, stream: unused },
    http: { get: unused },
    signal: new AbortController().signal,
    progress() {},
  });
  for await (const batch of gathered) batches.push(batch);
  return batches;
}

async function notes(text: string): Promise<string> {
  const path = join(folder, 'notes.txt');
  await writeFile(path, text);
  return path;
}

test('each dated line is one feedback, and the newest day is how far it is known', async () => {
  const [batch] = await gather(await notes('2026-01-05 Too slow.\\n2026-02-28 The lid does not close.\\n'));
  expect(batch?.items?.map(({ body }) => body)).toEqual(['Too slow.', 'The lid does not close.']);
  expect(batch?.observedUntil).toBe(Date.parse('2026-02-28T00:00:00Z'));
});

test('a line without a day is refused by its number', async () => {
  const [batch] = await gather(await notes('2026-01-05 Too slow.\\nNo day here.\\n'));
  expect(batch?.items).toHaveLength(1);
  expect(batch?.refused).toEqual([{ file: 'notes.txt', row: 2, reason: 'It does not begin with a day.' }]);
});

test('nothing later than the day asked for is read', async () => {
  const path = await notes('2026-01-05 Too slow.\\n2026-02-28 The lid does not close.\\n');
  const [batch] = await gather(path, Date.parse('2026-02-01T00:00:00Z'));
  expect(batch?.items?.map(({ body }) => body)).toEqual(['Too slow.']);
});

test('a file that is not there is an answer, not a crash', async () => {
  await expect(gather(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'TARGET_NOT_FOUND' });
});
`;
