/** What a table is taken for, in words: for `--preview`, and so that nothing is decided in silence. */
import type { Described } from '#core/source.ts';
import { decoderOf } from './encoding.ts';
import { headBytes } from './inspect.ts';
import { type FilePlan, planOf, type TableOptions } from './plan.ts';
import { namesPerson } from './roles.ts';
import { headEncoding, shapeOfText } from './shape.ts';
import { workbookIn } from './sheet-bytes.ts';

/** True for a workbook, for objects of JSON, and for rows of at least two cells. */
export async function isTable(path: string): Promise<boolean> {
  try {
    const head = await headBytes(path);
    if (workbookIn(head) !== null) return true;
    if (head.subarray(0, 4_096).includes(0) && headEncoding(head) === 'windows-1252') return false;
    shapeOfText(decoderOf(headEncoding(head)).decode(head, { stream: true }), path);
    return true;
  } catch {
    return false;
  }
}

export async function describeTable(options: TableOptions, signal: AbortSignal): Promise<Described> {
  const { files } = await planOf(options, signal);
  return {
    columns: files.flatMap(columnsIn),
    notes: files.flatMap(notesOn),
    format: [...new Set(files.map(formatOf))].join('+'),
    repliesOnly: files.every(({ what }) => what === 'replies'),
  };
}

function formatOf({ file: { shape, path } }: FilePlan): string {
  if (shape.is === 'cells') return shape.delimiter === '\t' ? 'tsv' : 'csv';
  if (shape.is === 'sheet') return shape.kind;
  return /\.json(?:\.gz)?$/i.test(path) ? 'json' : 'jsonl';
}

function columnsIn({ name, columns, roles }: FilePlan): Described['columns'] {
  const as = new Map(Object.entries(roles).flatMap(([role, used]) => used.map((column) => [column, role] as const)));
  return columns
    .filter((column) => as.has(column) || !column.includes('.'))
    .map((column) => ({
      file: name,
      column,
      as: as.get(column) ?? (namesPerson(column) ? 'left out: it names people' : null),
    }));
}

function notesOn({ name, what, days, file, scale, roles }: FilePlan): string[] {
  const [at] = roles.at ?? [];
  const dayFirst = days?.order === 'day-first';
  return [
    ...(what === 'replies' ? [`${name}: taken for replies, by the thread in “${roles.parent?.[0]}”.`] : []),
    ...(file.encoding === 'utf-8' ? [] : [`${name}: written in ${file.encoding}.`]),
    ...(days?.how === 'assumed'
      ? [
          `${name}: nothing in “${at}” tells days from months; ${dayFirst ? 'the day is taken to come first' : 'the month is taken to come first'}. Say --dates ${dayFirst ? 'month-first' : 'day-first'} if it does not.`,
        ]
      : []),
    ...(days?.how === 'sorted'
      ? [`${name}: “${at}” is in order only with the ${dayFirst ? 'day' : 'month'} first.`]
      : []),
    ...(scale === null || scale === 5 ? [] : [`${name}: ratings are read on a scale up to ${scale}.`]),
  ];
}
