/** Asks one `git cat-file` for many objects, by id or as `<commit>:<path>`; an absent one is said, never guessed. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { Bytes } from './documents-bytes.ts';

export const LINE_END = 10;

/** Git looks at the first 8,000 bytes for a NUL to tell binary from text; the same is done here. */
const BINARY_LOOK = 8000;

export interface ObjectHead {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
}

/** A text; or null with the reason why there is none. */
export type TextRead =
  | { readonly text: string }
  | { readonly text: null; readonly because: 'absent' | 'binary' | 'large' };

/** Bytes that one text may have, and all of them together. */
export interface Limits {
  readonly each: number;
  readonly all: number;
}

const NO_LIMITS: Limits = { each: Number.POSITIVE_INFINITY, all: Number.POSITIVE_INFINITY };
const ABSENT: TextRead = { text: null, because: 'absent' };

/** Types and sizes in the order asked, null for what is not there. Names must not hold a line end. */
export async function readHeads(git: Git, names: readonly string[]): Promise<(ObjectHead | null)[]> {
  if (names.length === 0) return [];
  const answer = await git
    .text(['cat-file', '--batch-check', '--buffer'], `${names.join('\n')}\n`)
    .catch((error: unknown) => absentOrThrow(error, ''));
  const lines = answer.split('\n');
  return names.map((_, at) => headOf(lines[at] ?? ''));
}

/** Texts in the order asked. Symbolic links inside the tree are followed where a name is `<commit>:<path>`. */
export async function readTexts(git: Git, names: readonly string[], limits = NO_LIMITS): Promise<TextRead[]> {
  const texts: TextRead[] = [];
  let room = limits.all;
  if (names.length === 0) return texts;
  const bytes = new Bytes(
    git.stream(['cat-file', '--batch', '--buffer', '--follow-symlinks'], [`${names.join('\n')}\n`]),
  );
  try {
    while (texts.length < names.length) {
      const line = await bytes.until(LINE_END);
      if (line === null) break;
      const shown = line.toString('utf8');
      const size = headOf(shown)?.size ?? 0;
      const large = size > limits.each || size > room;
      if (large) await bytes.skip(size + 1);
      else room -= size;
      texts.push(large ? { text: null, because: 'large' } : await readText(bytes, shown));
    }
  } catch (error) {
    // A partial clone without its remote lets git stop at the first absent object: the rest is then absent too.
    absentOrThrow(error, null);
  } finally {
    await bytes.close();
  }
  return names.map((_, at) => texts[at] ?? ABSENT);
}

export async function readText(bytes: Bytes, line: string): Promise<TextRead> {
  const astray = /^(?:symlink|dangling|loop|notdir) (\d+)$/.exec(line);
  const head = headOf(line);
  if (astray === null && head === null) return ABSENT;
  const body = await bytes.take(head?.size ?? Number(astray?.[1]));
  await bytes.take(1);
  if (head === null) return ABSENT;
  if (head.type !== 'blob' || body.subarray(0, BINARY_LOOK).includes(0)) return { text: null, because: 'binary' };
  return { text: new TextDecoder('utf-8').decode(body).replaceAll('\0', '') };
}

export function headOf(line: string): ObjectHead | null {
  const [oid, type, size, rest] = line.split(' ');
  if (oid === undefined || type === undefined || size === undefined || rest !== undefined) return null;
  return /^\d+$/.test(size) ? { oid, type, size: Number(size) } : null;
}

function absentOrThrow<Answer>(error: unknown, answer: Answer): Answer {
  if (error instanceof BifocalError && error.code === 'GIT_FAILED') return answer;
  throw error;
}
