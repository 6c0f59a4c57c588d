/** Which product line a registry version or a changelog heading belongs to, where tags, packages and files name lines differently. */
import type { ReleaseRow } from '../values.ts';
import { versionKey } from './versions.ts';

/** Half of a package's versions found among the tags of a line: they are released together. */
const TOGETHER = 0.5;

/** The line of each row, in the order given; null for a heading that no known line has. */
export function linesOfRows(rows: readonly ReleaseRow[]): readonly (string | null)[] {
  const tagged = groupVersions(rows, (row) => (row.source === 'tag' ? (row.line ?? '') : null));
  const packs = groupVersions(rows, (row) => (row.source === 'registry' ? (row.pack ?? '') : null));
  const lineOfPack = new Map([...packs].map(([pack, versions]) => [pack, lineOf(pack, versions, tagged, packs.size)]));
  const known = new Map(tagged);
  for (const [pack, versions] of packs) {
    const line = lineOfPack.get(pack) ?? '';
    known.set(line, new Set([...(known.get(line) ?? []), ...versions]));
  }
  return rows.map((row) => {
    if (row.source !== 'registry' && row.source !== 'notes') return row.line ?? '';
    if (row.source === 'registry') return row.line ?? lineOfPack.get(row.pack ?? '') ?? '';
    return lineOfHeading(row, known);
  });
}

type Versions = ReadonlyMap<string, ReadonlySet<string>>;

function groupVersions(
  rows: readonly ReleaseRow[],
  nameOf: (row: ReleaseRow) => string | null,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name === null || row.version === null) continue;
    const group = groups.get(name) ?? new Set();
    groups.set(name, group.add(versionKey(row.version)));
  }
  return groups;
}

/** A package has the line of its name, else the one whose versions it shares, else its own; alone it is the product. */
function lineOf(pack: string, versions: ReadonlySet<string>, tagged: Versions, packs: number): string {
  const named = [pack, unscoped(pack)].find((name) => tagged.has(name));
  if (named !== undefined) return named;
  const shared = [...tagged].map(([line, others]) => [line, shareOf(versions, others)] as const);
  const best = shared.reduce((most, each) => (each[1] > most[1] ? each : most), ['', 0] as const);
  if (best[1] >= TOGETHER) return best[0];
  return packs === 1 && (tagged.size === 0 || tagged.has('')) ? '' : pack;
}

function lineOfHeading({ line, version }: ReleaseRow, known: Versions): string | null {
  if (known.size === 0) return line ?? '';
  if (line !== null) {
    const named = [line, unscoped(line)].find((name) => known.has(name));
    if (named !== undefined) return named;
    // Files of packages that are released together under one number (one changelog each) speak of that release.
    return version !== null && known.get('')?.has(versionKey(version)) ? '' : null;
  }
  if (known.has('')) return '';
  if (known.size === 1) return [...known.keys()][0] as string;
  return [...known].find(([, versions]) => version !== null && versions.has(versionKey(version)))?.[0] ?? null;
}

function shareOf(versions: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let found = 0;
  for (const version of versions) if (others.has(version)) found += 1;
  return versions.size === 0 ? 0 : found / versions.size;
}

/** `@scope/name` → `name`. */
export function unscoped(name: string): string {
  return name.startsWith('@') ? name.slice(name.indexOf('/') + 1) : name;
}
