/** The rows of a workbook (.xlsx, .ods). */
import type { RowPiece } from './rows.ts';
import { strange } from './shape.ts';

export async function* sheetRows(path: string, _signal: AbortSignal): AsyncGenerator<RowPiece> {
  yield await Promise.reject(strange(path, 'workbooks are not read yet'));
}
