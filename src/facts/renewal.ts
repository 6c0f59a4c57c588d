/** What stood a year before the newest tree and is gone or replaced since, by file and by week. */
import type { Evidence } from '#core/evidence.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { computeFact } from './define-fact.ts';
import { areaOfPath } from './rules/area-of-path.ts';
import { isObject, listIn, numberIn } from './rules/fields.ts';
import type { Area, Areas, History, Renewal } from './values.ts';

const NOT_COMPARED =
  'The lines of the files were not compared: the history is younger than eight weeks, or the contents of files are not there.';

export default computeFact({
  id: 'renewal',
  version: 1,
  facts: ['eventRows', 'history', 'areas'],
  compute: ({ eventRows, history, areas }): Renewal => {
    const row = eventRows.renewal;
    if (row === null) {
      const because = history.commits.length === 0 ? 'No history of changes was read.' : NOT_COMPARED;
      return { collected: false, because, evidence: null, from: 0, to: 0, files: [], weeks: [] };
    }
    return { collected: true, because: null, evidence: row.id, ...readRow(row, areaFinder(history, areas)) };
  },
});

/** The area of any path or, where files were too many to tell apart, of a folder: that of most of its files. */
function areaFinder(history: History, areas: Areas): (path: string) => Area {
  const known = new Map(history.paths.map((path, index) => [path, areas.of[index] as Area]));
  let folders: ReadonlyMap<string, Area> | null = null;
  return (path) => {
    if (path !== '' && !path.endsWith('/')) return known.get(path) ?? areaOfPath(path);
    folders ??= areasOfFolders(known);
    return folders.get(path) ?? areaOfPath(`${path}main`);
  };
}

/** Files that lie in the folder itself; of equal areas the one met first in the order of paths. */
function areasOfFolders(known: ReadonlyMap<string, Area>): ReadonlyMap<string, Area> {
  const counts = new Map<string, Map<Area, number>>();
  for (const [path, area] of known) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const count = counts.get(folder) ?? new Map<Area, number>();
    counts.set(folder, count.set(area, (count.get(area) ?? 0) + 1));
  }
  const most = (count: ReadonlyMap<Area, number>) =>
    [...count].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  return new Map([...counts].map(([folder, count]) => [folder, most(count)]));
}

function readRow(row: Evidence, areaOf: (path: string) => Area): Pick<Renewal, 'from' | 'to' | 'files' | 'weeks'> {
  const files = (listIn(row.data, 'files') ?? []).flatMap((file) => {
    const read = readCounts(file, 3);
    if (read === null) return [];
    const [stood = 0, gone = 0, added = 0] = read.counts;
    return [{ path: read.path, area: areaOf(read.path), stood, gone, added }];
  });
  const weeks = (listIn(row.data, 'weeks') ?? []).filter(isObject).map((week) => readWeek(week, areaOf));
  return { from: numberIn(row.data, 'from') ?? row.at, to: numberIn(row.data, 'to') ?? row.at, files, weeks };
}

function readWeek(week: JsonObject, areaOf: (path: string) => Area): Renewal['weeks'][number] {
  const sums = { product: { gone: 0, added: 0 }, telling: { gone: 0, added: 0 } };
  for (const file of listIn(week, 'files') ?? []) {
    const read = readCounts(file, 2);
    if (read === null) continue;
    const area = areaOf(read.path);
    if (area !== 'product' && area !== 'telling') continue;
    sums[area].gone += read.counts[0] ?? 0;
    sums[area].added += read.counts[1] ?? 0;
  }
  return { to: numberIn(week, 'to') ?? 0, ...sums };
}

/** `[path, count, count …]`. */
function readCounts(file: Json, counts: number): { readonly path: string; readonly counts: readonly number[] } | null {
  if (!Array.isArray(file)) return null;
  const [path, ...rest] = file as readonly Json[];
  if (typeof path !== 'string' || rest.length < counts) return null;
  return { path, counts: rest.map((count) => (typeof count === 'number' ? count : 0)) };
}
