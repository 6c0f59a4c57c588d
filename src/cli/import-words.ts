/** What an import did, or would do, in words. */
import { dayOf } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import type { Imported } from '#engine/import.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

/** So many refused rows are shown; JSON lists more. */
const SHOWN = 10;

export function importWords(
  product: string,
  done: readonly Imported[],
  undo: readonly string[],
  screen: Screen,
): string {
  const lines = done.flatMap((one) => [
    ...headline(product, one),
    ...columns(one),
    ...samples(one),
    ...refused(one),
    ...notes(one),
  ]);
  if (undo.length > 0) lines.push('', ` Undo: bifocal undo ${undo.join(' ')}`);
  return plain(screen, `\n${lines.join('\n')}\n`);

  function headline(name: string, { counts, read, refusedRows, format }: Imported): string[] {
    const paint = paintFor(screen);
    if (counts === null) {
      const taken = read - refusedRows;
      return [
        ` ${paint('strong', `${thousands(taken)} of ${rows(read)} would be taken`)} for ${name} (${format}). Nothing was kept.`,
      ];
    }
    const { added, unchanged, updated } = counts;
    // A row can hold an ask and its answer: two pieces.
    const said = [
      `${thousands(added)} new ${added === 1 ? 'piece' : 'pieces'} of evidence`,
      `${thousands(updated)} changed`,
      `${thousands(unchanged)} known`,
    ];
    return [` ${paint('strong', `${rows(read)} read for ${name}`)} (${format}): ${said.join(', ')}.`];
  }
}

function rows(count: number): string {
  return `${thousands(count)} ${count === 1 ? 'row' : 'rows'}`;
}

function columns({ counts, columns: all }: Imported): string[] {
  if (counts !== null || all.length === 0) return [];
  const width = Math.min(40, Math.max(...all.map(({ column }) => column.length)));
  return [
    '',
    ' Columns',
    ...all.map(({ column, as }) => `   ${column.slice(0, 40).padEnd(width)}  ${as ?? 'kept as it is'}`),
  ];
}

const CUT = 70;

function samples({ counts, samples: all }: Imported): string[] {
  if (counts !== null || all.length === 0) return [];
  return [
    '',
    ' First rows',
    ...all.map(({ at, type, title, body }) => `   ${dayOf(at)}  ${type}  ${oneLine(title ?? body ?? '')}`),
  ];
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > CUT ? `${line.slice(0, CUT - 1)}…` : line;
}

function refused({ refused: all, refusedRows, counts }: Imported): string[] {
  if (refusedRows === 0) return [];
  const more = refusedRows - Math.min(SHOWN, all.length);
  return [
    '',
    ` ${rows(refusedRows)} ${counts === null ? 'would be left out' : 'left out'}:`,
    ...all.slice(0, SHOWN).map(({ file, row, reason }) => `   ${file}, row ${row}: ${reason}`),
    ...(more > 0 ? [`   and ${thousands(more)} more (--json lists them)`] : []),
  ];
}

function notes({ notes: all }: Imported): string[] {
  return all.length === 0 ? [] : ['', ...all.map((note) => ` ${note}`)];
}
