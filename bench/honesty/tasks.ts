/** The suite in pieces that can run side by side: one cell of one table each, its result plain data. */

import type { World } from '../../test/worlds/simulated/world.ts';
import { CELLS, type Cell, FOCUS_CELLS, LENS_CELLS } from './cells.ts';
import { auditsIn, type Count, countCell, focusIn, type Shown } from './count.ts';
import { countLenses, type Places } from './lens.ts';

const TABLES = ['audits', 'focus', 'lenses'] as const;
export type Table = (typeof TABLES)[number];

export interface Task {
  readonly table: Table;
  readonly cell: number;
  readonly worlds: number;
  /** Of the audits, these alone; all of them without it. */
  readonly audits?: readonly string[];
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
      : { counts: countCell(cell, task.worlds, shownIn(task)), places: null };
  const { user, system } = process.threadCpuUsage(before);
  return { task, ...counted, seconds: (user + system) / 1e6 };
}

function shownIn({ table, audits }: Task): (world: World) => Iterable<Shown> {
  return table === 'focus' ? focusIn : (world) => auditsIn(world, audits);
}

/** What was counted of some audits takes the place of what is kept of them, and the rest stays. */
export function joined(kept: Done | undefined, done: Done): Done {
  const { audits, ...task } = done.task;
  if (audits === undefined || kept === undefined) return done;
  const counts = [...kept.counts.filter(({ what }) => !audits.includes(what)), ...done.counts];
  const seconds = kept.seconds + done.seconds;
  return { ...done, task, seconds, counts: counts.sort((a, b) => (a.what < b.what ? -1 : 1)) };
}
