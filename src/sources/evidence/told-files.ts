/** What the cursor of an evidence folder holds: each file's digest and what was said of it, so that it is read once. */
import type { Missing } from '#core/errors.ts';
import { BifocalError } from '#core/errors.ts';
import type { EvidenceKind } from '#core/evidence.ts';
import type { Batch, RefusedRow } from '#core/source.ts';

/** So many refused rows are named one by one; the rest is a count. */
const NAMED = 20;

export interface ToldFile {
  readonly digest: string;
  /** The newest time among its rows. */
  readonly newest: number | null;
  /** The kinds of evidence in it; absent where an earlier version read it. */
  readonly kinds?: readonly EvidenceKind[];
  /** Why nothing of it was taken. */
  readonly whole?: string;
  readonly refused: readonly Omit<RefusedRow, 'file'>[];
  readonly refusedCount: number;
}

export type ToldFiles = ReadonlyMap<string, ToldFile>;

/** Files read before under the same origin; another origin makes other rows of them. */
export function fromCursor(cursor: string | null, origin: string): ToldFiles {
  if (cursor === null) return new Map();
  const before = JSON.parse(cursor) as { origin: string; files: Record<string, ToldFile> };
  return new Map(before.origin === origin ? Object.entries(before.files) : []);
}

/** Whatever origin they were read under. */
export function toldIn(cursor: string): ToldFiles {
  return new Map(Object.entries((JSON.parse(cursor) as { files: Record<string, ToldFile> }).files));
}

export function toCursor(files: ToldFiles, origin: string): string {
  return JSON.stringify({ origin, files: Object.fromEntries(files) });
}

/** Keeps the first refused rows of one file, and counts all. */
export class Refusals {
  readonly named: Omit<RefusedRow, 'file'>[] = [];
  count = 0;

  add(rows: readonly RefusedRow[]): void {
    this.count += rows.length;
    for (const { row, reason } of rows) if (this.named.length < NAMED) this.named.push({ row, reason });
  }
}

const STRAND_OF = {
  ...{ change: 'ships', release: 'ships', feedback: 'says', reply: 'says', document: 'claims', event: null },
} as const satisfies Record<EvidenceKind, string | null>;

/** What the files hold of the three strands; events belong to what they happened to. */
export function strandsIn(files: ToldFiles): Batch['strands'] {
  const kinds = [...files.values()].map((file) => file.kinds);
  if (kinds.includes(undefined)) return undefined;
  const found = new Set(kinds.flatMap((some) => (some ?? []).map((kind) => STRAND_OF[kind])));
  return (['ships', 'says', 'claims'] as const).filter((strand) => found.has(strand));
}

export function missingOf(
  files: ToldFiles,
  links: readonly { readonly file: string; readonly reason: string }[],
): Missing[] {
  const missing = links.map(({ file, reason }) => wholeFile(file, reason));
  let named = 0;
  let count = 0;
  for (const [file, told] of files) {
    if (told.whole !== undefined) missing.push(wholeFile(file, told.whole));
    count += told.refusedCount;
    for (const { row, reason } of told.refused) {
      if (named >= NAMED) break;
      named += 1;
      const { message, hint } = new BifocalError('ROW_REFUSED', { file, row, cause: reason });
      missing.push({ source: 'evidence', code: 'ROW_REFUSED', because: message, remedy: hint });
    }
  }
  const rest = count - named;
  if (rest > 0) {
    const because = `${rest} more ${rest === 1 ? 'row was' : 'rows were'} not taken.`;
    missing.push({
      source: 'evidence',
      code: 'ROW_REFUSED',
      because,
      remedy: 'Correct the rows named first; the others are likely alike.',
    });
  }
  return missing;
}

function wholeFile(file: string, cause: string): Missing {
  const { message, hint, code } = new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
    file,
    format: 'an evidence file',
    cause,
  });
  return { source: 'evidence', code, because: message, remedy: hint };
}
