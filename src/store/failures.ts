/** Turns what the engines throw into our own errors: a full disk, a store that cannot be used. The rest are bugs. */
import { BifocalError } from '#core/errors.ts';

/** Primary result codes of SQLite, https://www.sqlite.org/rescode.html */
const SQLITE_FULL = 13;
const SQLITE_UNUSABLE: Readonly<Record<number, string>> = {
  3: 'access is denied',
  5: 'another program has held it for too long',
  6: 'another program has held it for too long',
  8: 'it may only be read',
  10: 'the disk reported an error',
  11: 'the file is damaged',
  14: 'the file cannot be opened',
  15: 'another program has held it for too long',
  23: 'access is denied',
  26: 'the file is not a database',
};

/** SQLSTATE classes of PostgreSQL that say something about the server, not about the query. */
const POSTGRES_FULL = '53100';
const POSTGRES_UNUSABLE: Readonly<Record<string, string>> = {
  '08': 'the connection to the server broke',
  '25': 'the server may only be read',
  '28': 'the server refused the user or the password',
  '3D': 'the server has no such database',
  '42': 'the user may not do that there',
  '53': 'the server has no room for another connection',
  '57': 'the server is going down',
};

/** Of class 42 only "insufficient privilege" is the server's business. */
const POSTGRES_DENIED = '42501';

const SYSTEM_UNUSABLE: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'it may only be read',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ENOENT: 'its folder cannot be made',
  EEXIST: 'a part of its path is not a folder',
  ECONNREFUSED: 'no server answers there',
  ECONNRESET: 'the connection to the server broke',
  ENOTFOUND: 'no such server is known',
  EAI_AGAIN: 'no such server is known',
  ETIMEDOUT: 'the server did not answer in time',
  EPIPE: 'the connection to the server broke',
};

/** The same error when it is ours or a bug, else what the user can act on. */
export function storeError(error: unknown, store: string): unknown {
  if (error instanceof BifocalError || !(error instanceof Error)) return error;
  const told = error as Error & { errcode?: number; code?: string };
  if (told.errcode !== undefined) {
    const primary = told.errcode & 0xff;
    if (primary === SQLITE_FULL) return new BifocalError('STORE_FULL', { store }, error);
    return unusable(SQLITE_UNUSABLE[primary], store, error);
  }
  const code = told.code ?? '';
  if (code === POSTGRES_FULL || code === 'ENOSPC') return new BifocalError('STORE_FULL', { store }, error);
  if (code.startsWith('42') && code !== POSTGRES_DENIED) return error;
  const cause = SYSTEM_UNUSABLE[code] ?? (code.length === 5 ? POSTGRES_UNUSABLE[code.slice(0, 2)] : undefined);
  // pg tells a lost or late connection in words only.
  if (
    cause === undefined &&
    /connection (?:terminated|timeout)|timeout exceeded when trying to connect/i.test(told.message)
  ) {
    return unusable('the connection to the server broke', store, error);
  }
  return unusable(cause, store, error);
}

function unusable(cause: string | undefined, store: string, error: Error): unknown {
  return cause === undefined ? error : new BifocalError('STORE_UNUSABLE', { store, cause }, error);
}

type Call = (...args: never[]) => unknown;

/** The same group of functions, each answering with our errors. */
export function guarded<Group extends object>(group: Group, store: string): Group {
  const told = Object.entries(group).map(([name, member]) => [
    name,
    typeof member === 'function' ? guardedCall(member as Call, store) : member,
  ]);
  return Object.fromEntries(told) as Group;
}

export function guardedCall<Fn extends Call>(call: Fn, store: string): Fn {
  const told = (...args: Parameters<Fn>): unknown => {
    const answer = call(...args);
    if (isStream(answer)) return guardedStream(answer, store);
    return answer instanceof Promise ? answer.catch((error) => Promise.reject(storeError(error, store))) : answer;
  };
  return told as Fn;
}

function isStream(answer: unknown): answer is AsyncIterable<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* guardedStream<Item>(stream: AsyncIterable<Item>, store: string): AsyncGenerator<Item> {
  try {
    yield* stream;
  } catch (error) {
    throw storeError(error, store);
  }
}
