/** What is said of a file that is no table. */
import { BifocalError } from '#core/errors.ts';

export function strange(path: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a table', cause });
}
