/** The suite in pieces that can run side by side: one cell of one table each, its result plain data. */
import { CELLS, type Cell, FOCUS_CELLS, LENS_CELLS } from './cells.ts';
import { auditsIn, type Count, countCell, focusIn } from './count.ts';
import { countLenses, type Places } from './lens.ts';

const TABLES = ['audits', 'focus', 'lenses'] as const;
export type Table = (typeof TABLES)[number];

export interface Task {
  readonly table: Table;
  readonly cell: number;
  readonly worlds: number;
}

export interface Done {
  readonly task: Task;
  readonly counts: readonly Count[];
  readonly places: Places | null;
  /** Processor time. */
  readonly seconds: number;
}

export const CELLS_OF: Readonly<Record<Table, readonly Cell[]>> = {
  audits: CELLS,
  focus: FOCUS_CELLS,
  lenses: LENS_CELLS,
};

const SHOWN_IN = { audits: auditsIn, focus: focusIn } as const;

export function tasksFor(worlds: number): readonly Task[] {
  return TABLES.flatMap((table) => CELLS_OF[table].map((_, cell) => ({ table, cell, worlds })));
}

export function nameOf({ table, cell }: Pick<Task, 'table' | 'cell'>): string {
  return `${table}: ${CELLS_OF[table][cell]?.name ?? ''}`;
}

export function perform(task: Task): Done {
  const cell = CELLS_OF[task.table][task.cell];
  if (cell === undefined) throw new Error(`no cell ${task.cell} in ${task.table}`);
  const before = process.threadCpuUsage();
  const counted =
    task.table === 'lenses'
      ? countLenses(cell, task.worlds)
      : { counts: countCell(cell, task.worlds, SHOWN_IN[task.table]), places: null };
  const { user, system } = process.threadCpuUsage(before);
  return { task, ...counted, seconds: (user + system) / 1e6 };
}
