/**
 * The honesty suite: simulated companies whose truth is known, and how often a reading of them tells it.
 * `npm run honesty -- [--worlds 2000] [--threads 1] [--only lenses] [--cell part-of-its-name] [--kept file] [--write]`;
 * --write puts the tables into docs/guide/how-honest.md, --kept goes on where a stopped run left off, and with --cell
 * runs that cell alone anew; `--audits one,other` counts these audits alone, and joins them to what is kept.
 * `--whole 50` instead writes that many companies out as texts and reads them from a store.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PLAIN } from '../test/worlds/simulated/dials.ts';
import { simulate } from '../test/worlds/simulated/world.ts';
import { WORLDS } from './honesty/count.ts';
import { keepIn, keptIn } from './honesty/kept.ts';
import { pageOf } from './honesty/page.ts';
import { runTasks } from './honesty/run.ts';
import { CELLS_OF, type Done, joined, nameOf, tasksFor } from './honesty/tasks.ts';
import { readWholes, wholeLines } from './honesty/whole.ts';

const PAGE = fileURLToPath(new URL('../docs/guide/how-honest.md', import.meta.url));
const BEGIN = '<!-- written by bench/honesty.ts: begin -->';
const END = '<!-- written by bench/honesty.ts: end -->';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: String(WORLDS) },
    threads: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    cell: { type: 'string', default: '' },
    audits: { type: 'string', default: '' },
    kept: { type: 'string', default: '' },
    whole: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});

if (values.whole !== '') {
  const lines = wholeLines(
    await readWholes(Number(values.whole), (company) => process.stderr.write(`${company + 1} `)),
  );
  console.log(lines);
  if (values.write) putBetween(['<!-- whole: begin -->', '<!-- whole: end -->'], lines);
  process.exit(0);
}
const worlds = Number(values.worlds);
const kept = keptIn(values.kept, worlds);
const audits = values.audits === '' ? null : values.audits.split(',');
const tasks = tasksFor(worlds)
  .filter((task) => {
    const chosen = task.table.includes(values.only) && CELLS_OF[task.table][task.cell]?.name.includes(values.cell);
    const some = audits !== null && task.table === 'audits';
    return chosen && (values.cell !== '' || some || !kept.has(nameOf(task)));
  })
  .map((task) => (audits !== null && task.table === 'audits' ? { ...task, audits } : task));
const begun = performance.now();
for (const done of await runTasks(tasks, Number(values.threads), said)) {
  kept.set(nameOf(done.task), joined(kept.get(nameOf(done.task)), done));
}
const done = [...kept.values()];
const single = cpuOfAWorld();
const minutes = (done.reduce((sum, { seconds }) => sum + seconds, 0) / 60).toFixed(0);
const ran = `These counts took ${minutes} minutes of processor time, games and few cases aside. One company is made in ${single.toFixed(1)} ms of it (the middle of 200).`;
const text = `${pageOf(done, worlds)}\n${ran}\n`;
console.log(text);
if (values.write) putBetween([BEGIN, END], text);

function putBetween([begin, end]: readonly [string, string], lines: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${PAGE} lacks the marks between which this goes: ${begin}`);
  writeFileSync(PAGE, `${page.slice(0, before + begin.length)}\n\n${lines}\n\n${page.slice(after)}`);
}

function said(done: Done): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0).padStart(5);
  process.stderr.write(`${seconds} s  ${nameOf(done.task)}\n`);
  keepIn(values.kept, joined(kept.get(nameOf(done.task)), done));
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
