/** Writes a folder of evidence files for a test: a manifest and one file of rows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Row {
  readonly kind: string;
  readonly type: string;
  readonly externalId: string;
  readonly at: string;
  readonly [field: string]: unknown;
}

export interface EvidenceFolder extends Disposable {
  readonly folder: string;
}

export function evidenceFolder(
  product: { readonly name: string; readonly kind: string; readonly customers?: string },
  rows: readonly Row[],
  observedUntil?: string,
): EvidenceFolder {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-evidence-'));
  const manifest = { format: 'bifocal.evidence/1', product, ...(observedUntil !== undefined && { observedUntil }) };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'rows.jsonl'), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** So many days after another, as `2026-01-12`. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
