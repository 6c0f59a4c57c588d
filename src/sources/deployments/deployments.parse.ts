/** A table of deployments to those that customers got. Pure. */
import { readTable } from '#core/separated.ts';
import { type Deployed, isLive, wentOut } from '../deployed.ts';
import { DayOrders, timeOf } from '../table/times.ts';

export interface Deployments {
  readonly deployed: readonly Deployed[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** Those that did not go out, or not to customers. */
  readonly others: number;
  /** Names of places that were met. */
  readonly places: readonly string[];
}

const MOST = 500_000;

const COLUMNS = {
  at: ['deployed at', 'deployed', 'finished at', 'completed at', 'ended at', 'end time', 'date', 'time', 'timestamp'],
  begun: ['created at', 'started at', 'start time', 'created', 'started', 'when', 'day'],
  environment: ['environment', 'env', 'stage', 'target', 'environment name', 'umgebung', 'environnement'],
  status: ['status', 'state', 'result', 'outcome', 'conclusion'],
  commit: ['sha', 'commit', 'commit sha', 'git sha', 'revision', 'commit id', 'git commit'],
  ref: ['version', 'tag', 'release', 'ref', 'git ref', 'build', 'image tag'],
  line: ['service', 'app', 'application', 'project', 'component', 'line', 'product'],
  notes: ['notes', 'description', 'message', 'what changed', 'changes', 'title'],
  url: ['url', 'link', 'web url', 'html url'],
  id: ['id', 'deployment id', 'key', 'number', 'uid'],
} as const;
type Column = keyof typeof COLUMNS;

/** Null where the header is none of a list of deployments. */
function placesIn(header: readonly string[]): ReadonlyMap<Column, number> | null {
  const names = header.map((name) =>
    name
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const places = new Map<Column, number>();
  for (const [column, wanted] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const found = wanted.map((name) => names.indexOf(name)).find((at) => at >= 0);
    if (found !== undefined) places.set(column, found);
  }
  const dated = places.has('at') || places.has('begun');
  return dated && (places.has('commit') || places.has('ref')) ? places : null;
}

/** Certain by its columns alone: a time, a place, and what was deployed there. */
export function looksDeployed(text: string): boolean {
  const places = placesIn(readTable(text)?.header ?? []);
  return places?.has('environment') ?? false;
}

/** `live`: the place that customers use, where its name does not say so. */
export function parseDeployments(
  text: string,
  live: string | null,
  dates: 'day-first' | 'month-first' | null,
): Deployments | { readonly flaw: string } {
  const table = readTable(text);
  const places = placesIn(table?.header ?? []);
  if (table === null || places === null)
    return { flaw: 'it has no column with a time and none with a version or commit' };
  const cellOf = (cells: readonly string[], column: Column) => (cells[places.get(column) ?? -1] ?? '').trim() || null;
  const whenOf = (cells: readonly string[]) => cellOf(cells, 'at') ?? cellOf(cells, 'begun');
  const orders = new DayOrders();
  for (const { cells } of table.rows) orders.see(whenOf(cells) ?? '');
  const order = dates ?? orders.decided('day-first')?.order ?? null;
  const deployed: Deployed[] = [];
  const refused: { row: number; reason: string }[] = [];
  const met = new Set<string>();
  let others = 0;
  for (const { line: row, cells } of table.rows) {
    const environment = cellOf(cells, 'environment');
    if (environment !== null && met.size < 20) met.add(environment);
    const customers = live === null ? isLive(environment) : environment?.toLowerCase() === live.toLowerCase();
    const when = whenOf(cells);
    const at = when === null ? null : timeOf(when, order);
    if (cells.length > table.header.length) refused.push({ row, reason: 'it has more cells than the header' });
    else if (!customers || !wentOut(cellOf(cells, 'status'))) others += 1;
    else if (at === null)
      refused.push({ row, reason: when === null ? 'it has no time' : 'its time is none that can be read' });
    else if (deployed.length >= MOST) refused.push({ row, reason: `it is beyond ${MOST} deployments` });
    else {
      const told = {
        environment,
        commit: cellOf(cells, 'commit'),
        ref: cellOf(cells, 'ref'),
        line: cellOf(cells, 'line'),
      };
      deployed.push({ ...told, id: cellOf(cells, 'id'), at, notes: cellOf(cells, 'notes'), url: cellOf(cells, 'url') });
    }
  }
  return { deployed, refused, others, places: [...met] };
}
