/** Makes one release of the tag, the registry version and the changelog headings that tell of the same version and line. */
import { DAY, dayOf, WEEK } from '#core/time.ts';
import type { ReleaseRow } from '../values.ts';
import { linesOfRows } from './release-lines.ts';
import { readVersion, versionKey } from './versions.ts';

/** A release before it has a place in the history. */
export interface Draft {
  readonly line: string;
  readonly version: string;
  readonly name: string;
  readonly at: number;
  /** The end of the moment it names: a heading's day lasts until midnight. */
  readonly until: number;
  readonly pre: boolean;
  readonly sha: string | null;
  /** The tag's evidence first, then the registry's, then headings. */
  readonly rows: readonly ReleaseRow[];
}

export interface Merged {
  /** (at, id) order. */
  readonly drafts: readonly Draft[];
  /** Headings without a date that nothing else dates. */
  readonly undated: readonly string[];
}

const TRUST: readonly ReleaseRow['source'][] = ['tag', 'registry', 'published', 'launch', 'deployment', 'notes'];

export function mergeRows(all: readonly ReleaseRow[]): Merged {
  const rows = withTags(all);
  const lines = linesOfRows(rows);
  const onlyHeadings = rows.every(({ source }) => source === 'notes');
  const groups = new Map<string, { line: string; version: string; rows: ReleaseRow[] }>();
  for (const source of TRUST) {
    for (const [index, row] of rows.entries()) {
      const line = lines[index];
      if (row.source !== source || line === null || line === undefined) continue;
      const version = row.version ?? (onlyHeadings && !row.undated ? dayOf(row.at) : null);
      if (version === null) continue;
      const key = `${versionKey(version)} ${line}`;
      const group = groups.get(key) ?? { line, version, rows: [] };
      groups.set(key, group);
      group.rows.push(row);
    }
  }
  const undated: string[] = [];
  const drafts: Draft[] = [];
  for (const group of groups.values()) {
    const draft = toDraft(group.line, group.version, group.rows);
    if (draft === null) undated.push(group.rows[0]?.name ?? group.version);
    else drafts.push(draft);
  }
  return { drafts: underOneName(drafts).sort(byTime), undated };
}

/** A deployment of the very commit that a tag names is that tag's release. */
function withTags(rows: readonly ReleaseRow[]): readonly ReleaseRow[] {
  if (!rows.some(({ source }) => source === 'deployment')) return rows;
  const tags = new Map(rows.flatMap((row) => (row.source === 'tag' && row.commit !== null ? [[row.commit, row]] : [])));
  return rows.map((row) => {
    const tag = row.source === 'deployment' && row.commit !== null ? tags.get(row.commit) : undefined;
    return tag === undefined ? row : { ...row, version: tag.version, line: tag.line };
  });
}

/**
 * A package that was renamed keeps its old changelog: a heading older than every tag of its line, while another line has
 * a tag of that very version within a week, tells of that tag.
 */
function underOneName(drafts: readonly Draft[]): Draft[] {
  const tagged = drafts.filter(({ rows }) => rows[0]?.source === 'tag');
  const first = new Map<string, number>();
  for (const { line, at } of tagged) first.set(line, Math.min(at, first.get(line) ?? at));
  const byVersion = Map.groupBy(tagged, ({ version }) => versionKey(version));
  const given = new Map<Draft, ReleaseRow[]>();
  const kept = drafts.filter((draft) => {
    if (draft.line === '' || draft.rows[0]?.source !== 'notes' || draft.at >= (first.get(draft.line) ?? 0)) return true;
    const others = byVersion.get(versionKey(draft.version)) ?? [];
    const near = others.filter(({ at, line }) => line !== draft.line && line !== '' && Math.abs(at - draft.at) <= WEEK);
    const [only, another] = near;
    if (!only || another) return true;
    given.set(only, [...(given.get(only) ?? []), ...draft.rows]);
    return false;
  });
  return kept.map((draft) => ({ ...draft, rows: [...draft.rows, ...(given.get(draft) ?? [])] }));
}

function byTime(a: Draft, b: Draft): number {
  return a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1);
}

export function idOf({ rows }: Draft): string {
  return rows[0]?.id ?? '';
}

/** The tag says which commit, the registry when if that was earlier; null when no row says when. */
function toDraft(line: string, version: string, rows: readonly ReleaseRow[]): Draft | null {
  const [first] = rows;
  const tag = rows.find(({ source }) => source === 'tag');
  const registry = rows.find(({ source }) => source === 'registry');
  const dated = rows.find(({ source, undated }) => source === 'notes' && !undated);
  const published = rows.find(({ source }) => source === 'published');
  const launch = rows.find(({ source }) => source === 'launch');
  const deployed = deploymentIn(version, rows);
  const told = [tag?.at, registry?.at, published?.at, launch?.at].filter((at) => at !== undefined);
  const times = told.length > 0 ? told : [deployed?.at].filter((at) => at !== undefined);
  const at = times.length > 0 ? Math.min(...times) : dated?.at;
  if (at === undefined || !first) return null;
  return {
    line,
    version,
    name: first.name,
    at,
    until: times.length > 0 ? at : at + DAY - 1,
    pre: (tag ?? registry ?? published ?? first).pre || (first.source === 'notes' && namesPre(version)),
    sha: tag?.commit ?? deployed?.commit ?? null,
    rows,
  };
}

/** A version went out with its first deployment; a day is what its last one left. */
function deploymentIn(version: string, rows: readonly ReleaseRow[]): ReleaseRow | undefined {
  const all = rows
    .filter(({ source }) => source === 'deployment')
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return all.some(({ at }) => dayOf(at) === version) ? all.at(-1) : all[0];
}

/** A heading has no mark of its own; `1.1.1w` and `2.0-final` are final. */
function namesPre(version: string): boolean {
  return /^(?:a|b|rc|m|dev|next|canary|nightly|snapshot|preview|insiders)\d*/.test(readVersion(version)?.pre ?? '');
}
