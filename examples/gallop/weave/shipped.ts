/** Reads shipped/*.txt, the diary of the work: one line per change, a day in front, what it does behind the bars. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Entry {
  readonly day: string;
  readonly who: string;
  /** The side branch it was made on; null for the main line. */
  readonly branch: string | null;
  readonly kind: 'change' | 'merge' | 'release' | 'bump';
  /** As the diary names it: `dispatch/queue`, `home`, `test/queue`; for a release its version, for a merge its branch. */
  readonly place: string;
  readonly subject: string;
  /** What it does to the file, in order. */
  readonly steps: readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export function readShipped(folder: string): readonly Entry[] {
  const entries: Entry[] = [];
  const last = new Map<string, string>();
  const names = readdirSync(join(folder, 'shipped')).filter((name) => /^\d{4}-\d\.txt$/.test(name));
  for (const name of names.sort()) {
    let month = '';
    for (const line of readFileSync(join(folder, 'shipped', name), 'utf8').split('\n')) {
      const heading = /^# (\w+) (\d{4})$/.exec(line);
      if (heading) {
        month = `${heading[2]}-${String(MONTHS.indexOf(heading[1] as string) + 1).padStart(2, '0')}`;
      } else if (line !== '') {
        const entry = toEntry(`${month}-${line.slice(0, 2)}`, line.slice(3), last);
        if (entry.branch !== null) last.set(entry.branch, entry.who);
        entries.push(entry);
      }
    }
  }
  return entries;
}

function toEntry(day: string, text: string, last: ReadonlyMap<string, string>): Entry {
  const release = /^! (\S+)$/.exec(text);
  if (release) {
    return { day, who: 'jonas', branch: null, kind: 'release', place: release[1] as string, subject: '', steps: [] };
  }
  const merge = /^merge (\S+) \| (.+)$/.exec(text);
  if (merge) {
    const [, place = '', subject = ''] = merge;
    const who = last.get(place);
    if (who === undefined) throw new Error(`${day}: nothing was done on ${place}`);
    return { day, who, branch: null, kind: 'merge', place, subject, steps: [] };
  }
  const change = /^(?:\[([\w-]+)\] )?(\w+) (\S+)(?: = (\S+))? \| ([^|]+?)(?: \| (.+))?$/.exec(text);
  if (!change) throw new Error(`${day}: cannot read: ${text}`);
  const [, branch = null, who = '', place = '', page, subject = '', steps] = change;
  return {
    ...{ day, who, branch, kind: 'change', place, subject },
    steps: page === undefined ? (steps?.split(' ;; ') ?? []) : [`= ${page}`],
  };
}

export interface Notes {
  readonly version: string;
  readonly name: string | null;
  readonly lines: readonly string[];
}

export function readNotes(folder: string): ReadonlyMap<string, Notes> {
  const notes = new Map<string, Notes>();
  const blocks = readFileSync(join(folder, 'shipped', 'releases.txt'), 'utf8').split(/\n(?=\d+\.\d+\.\d+)/);
  for (const block of blocks.slice(1)) {
    const [heading = '', ...lines] = block.trimEnd().split('\n');
    const [version = '', ...name] = heading.split(' ');
    notes.set(version, { version, name: name.length > 0 ? name.join(' ') : null, lines });
  }
  return notes;
}
