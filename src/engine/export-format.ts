/** The format of exports, version 1: what their manifest holds, and which files with which columns lie beside it. */
import { z } from 'zod';
import { CARRIED, type CarriedTable, carriedColumns } from '#store/carry.ts';
import { type Columns, ENCODINGS } from './export-rows.ts';

export const EXPORT_FORMAT = 'bifocal.export/1';
export const MANIFEST = 'manifest.json';

const EVIDENCE_COLUMNS: Columns = [
  ...([
    ['id', 'text'],
    ['source', 'text'],
    ['gone', 'integer'],
    ['kind', 'text'],
    ['type', 'text'],
  ] as const),
  ...([
    ['origin', 'text'],
    ['external_id', 'text'],
    ['thread_id', 'text?'],
    ['author_id', 'text?'],
  ] as const),
  ...([
    ['at', 'integer'],
    ['changed_at', 'integer?'],
    ['title', 'text?'],
    ['body', 'text?'],
    ['url', 'text?'],
  ] as const),
  ...([
    ['lang', 'text?'],
    ['line', 'text?'],
    ['version', 'text?'],
    ['amount', 'real?'],
    ['data', 'json?'],
  ] as const),
];

const SOURCE_COLUMNS: Columns = [
  ...([
    ['id', 'text'],
    ['kind', 'text'],
    ['origin', 'text'],
    ['options', 'json'],
    ['cursor', 'text?'],
  ] as const),
  ...([
    ['observed_until', 'integer?'],
    ['error', 'text?'],
  ] as const),
];

/** A closed round of the Mirror Test with its figures; what single people answered stays where they answered it. */
const ROUND_COLUMNS: Columns = [
  ...([
    ['id', 'text'],
    ['kind', 'text'],
    ['questions', 'json'],
    ['opens_at', 'integer'],
    ['closes_at', 'integer'],
  ] as const),
];

/** In the order in which they are taken in: people before what they wrote is of no matter, sources before evidence is. */
export const FILES: Readonly<Record<'sources' | 'evidence' | 'rounds' | CarriedTable, Columns>> = {
  sources: SOURCE_COLUMNS,
  evidence: EVIDENCE_COLUMNS,
  rounds: ROUND_COLUMNS,
  ...(Object.fromEntries(CARRIED.map((table) => [table, carriedColumns(table)])) as Record<CarriedTable, Columns>),
};
export type FileName = keyof typeof FILES;

const File = z.strictObject({
  file: z.string().regex(/^[a-z_]{1,40}\.(?:jsonl|csv)$/),
  rows: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const ExportManifest = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  /** Bifocal that wrote it. */
  writtenBy: z.string().max(100),
  encoding: z.enum(ENCODINGS),
  product: z.strictObject({
    id: z.string().min(1).max(200),
    organisation: z.string().max(2_000).nullable(),
    name: z.string().min(1).max(2_000),
    kind: z.string().max(2_000),
    customers: z.string().max(2_000),
    settings: z.record(z.string(), z.json()),
  }),
  files: z.record(z.string().max(40), File),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
