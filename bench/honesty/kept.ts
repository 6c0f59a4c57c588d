/** Counts of a long run, kept cell by cell in a file: a run that was stopped goes on, and one cell can be counted anew. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { CELLS_OF, type Done, nameOf } from './tasks.ts';

/** By table and cell, the newest count of as many companies. */
export function keptIn(file: string, worlds: number): Map<string, Done> {
  const kept = new Map<string, Done>();
  if (file === '' || !existsSync(file)) return kept;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { name, done } = JSON.parse(line) as { name: string; done: Done };
    // Cells may have been added before it since: its name tells which it is.
    const cell = CELLS_OF[done.task.table].findIndex((_, at) => nameOf({ ...done.task, cell: at }) === name);
    if (cell >= 0 && done.task.worlds === worlds) kept.set(name, { ...done, task: { ...done.task, cell } });
  }
  return kept;
}

export function keepIn(file: string, done: Done): void {
  if (file !== '') appendFileSync(file, `${JSON.stringify({ name: nameOf(done.task), done })}\n`);
}
