/** A failure of the disk or of a packed file, as the error that a reader can be told. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';

/** The error itself where it is of no known kind: a bug. */
export function diskFailure(path: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const name = basename(path);
  if (code === 'ENOENT') return new BifocalError('TARGET_NOT_FOUND', { target: name }, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR') {
    return new BifocalError('TARGET_UNREADABLE', { target: name, cause: code }, error);
  }
  if (code.startsWith('Z_')) {
    const cause = 'it is not a whole gzip file';
    return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: name, format: 'saved output of gh', cause }, error);
  }
  return error;
}
