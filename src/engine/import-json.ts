/** What an import did, as scripts are told: `bifocal import --json`, and the result of an import over HTTP. */
import type { Imported } from './import.ts';

export type ImportJson = ReturnType<typeof importJson>;

/** The first keys are those that scripts rely on (DESIGN §8). */
export function importJson(product: string, done: readonly Imported[]) {
  const gathers = done.flatMap(({ gather }) => gather ?? []);
  const sum = (of: 'added' | 'unchanged' | 'updated' | 'gone') =>
    done.some(({ counts }) => counts === null) ? null : done.reduce((all, { counts }) => all + (counts?.[of] ?? 0), 0);
  return {
    format: done.map(({ format }) => format).join('+'),
    read: done.reduce((all, { read }) => all + read, 0),
    added: sum('added'),
    unchanged: sum('unchanged'),
    updated: sum('updated'),
    refused: done.flatMap(({ refused }) => refused.map(({ file, row, reason }) => ({ row, reason, file }))),
    refusedRows: done.reduce((all, { refusedRows }) => all + refusedRows, 0),
    gone: sum('gone'),
    undo: gathers.length === 0 ? null : `bifocal undo ${gathers.join(' ')}`,
    gathers,
    product,
    columns: done.flatMap(({ columns }) => columns),
    notes: done.flatMap(({ notes }) => notes),
    samples: done.flatMap(({ samples }) => samples),
  };
}
