/**
 * The honesty suite: simulated companies whose truth is known, and how often a reading of them tells it.
 * `npm run honesty -- [--worlds 2000] [--threads 1] [--only lenses] [--cell part-of-its-name] [--write]`; --write
 * puts the tables into docs/guide/how-honest.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PLAIN } from '../test/worlds/simulated/dials.ts';
import { simulate } from '../test/worlds/simulated/world.ts';
import { WORLDS } from './honesty/count.ts';
import { pageOf } from './honesty/page.ts';
import { runTasks } from './honesty/run.ts';
import { CELLS_OF, tasksFor } from './honesty/tasks.ts';

const PAGE = fileURLToPath(new URL('../docs/guide/how-honest.md', import.meta.url));
const BEGIN = '<!-- written by bench/honesty.ts: begin -->';
const END = '<!-- written by bench/honesty.ts: end -->';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: String(WORLDS) },
    threads: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    cell: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});

const worlds = Number(values.worlds);
const tasks = tasksFor(worlds).filter(
  ({ table, cell }) => table.includes(values.only) && CELLS_OF[table][cell]?.name.includes(values.cell),
);
const begun = performance.now();
const done = await runTasks(tasks, Number(values.threads), ({ task }) => {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0).padStart(5);
  process.stderr.write(`${seconds} s  ${task.table}: ${CELLS_OF[task.table][task.cell]?.name ?? ''}\n`);
});
const single = cpuOfAWorld();
const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
const ran = `This run took ${minutes} minutes on ${values.threads} ${values.threads === '1' ? 'thread' : 'threads'}. One company is made in ${single.toFixed(1)} ms of processor time (the middle of 200).`;
const text = `${pageOf(done, worlds)}\n${ran}\n`;
console.log(text);
if (values.write) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PAGE} lacks the marks between which the tables go`);
  writeFileSync(PAGE, `${page.slice(0, before + BEGIN.length)}\n\n${text}\n${page.slice(after)}`);
}

/** Processor time, which others at work on the machine do not lengthen as they do the clock's. */
function cpuOfAWorld(): number {
  const took = Array.from({ length: 200 }, (_, each) => {
    const before = process.cpuUsage();
    simulate(`timed ${each}`, PLAIN);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return took.sort((a, b) => a - b)[100] ?? Number.NaN;
}
