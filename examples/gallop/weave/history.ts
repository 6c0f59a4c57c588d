/** The diary as commits: parents, branches, hours and trees, with the robot's bumps in between. */
import { spread } from './days.ts';
import { bumped, changed, manifest, released, subjectOf, type Tree } from './files.ts';
import { type Entry, readNotes, readShipped } from './shipped.ts';

export interface Commit {
  /** Counted from 1: the mark of fast-import. */
  readonly mark: number;
  readonly day: string;
  /** Minutes since local midnight. */
  readonly minutes: number;
  readonly who: string;
  readonly subject: string;
  readonly parents: readonly number[];
  readonly tree: Tree;
  /** The version and name of the release that it is; null for all others. */
  readonly tag: { readonly version: string; readonly title: string; readonly lines: readonly string[] } | null;
  readonly entry: Entry;
}

export const ROBOT = 'haybot[bot]';
const DAY = 24 * 60 * 60_000;
const FIRST_BUMP = Date.UTC(2023, 2, 1);
/** The robot comes every eleventh day. */
const BUMP_DAYS = 11;

export function historyOf(folder: string): readonly Commit[] {
  const notes = readNotes(folder);
  const commits: Commit[] = [];
  const branches = new Map<string, { tip: number; tree: Tree; entries: Entry[] }>();
  let tip = 0;
  let tree: Tree = new Map();
  tree = new Map([['package.json', manifest(tree)]]);
  const entries = withBumps(readShipped(folder));
  const perDay = new Map<string, number>();
  for (const { day } of entries) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const done = new Map<string, number>();
  let turn = 0;
  for (const entry of entries) {
    const nth = done.get(entry.day) ?? 0;
    done.set(entry.day, nth + 1);
    const room = Math.floor(560 / (perDay.get(entry.day) as number));
    const minutes = 500 + nth * room + spread(`${entry.day} ${nth}`, Math.max(1, room - 5));
    const mark = commits.length + 1;
    const base = { mark, day: entry.day, minutes, who: entry.who, entry };
    if (entry.branch !== null) {
      const branch = branches.get(entry.branch) ?? { tip, tree, entries: [] };
      branches.set(entry.branch, branch);
      branch.tree = changed(branch.tree, entry, folder);
      commits.push({ ...base, subject: subjectOf(entry), parents: [branch.tip], tree: branch.tree, tag: null });
      branch.tip = mark;
      branch.entries.push(entry);
      continue;
    }
    const parents = tip === 0 ? [] : [tip];
    let subject = subjectOf(entry);
    let tag: Commit['tag'] = null;
    if (entry.kind === 'merge') {
      const branch = branches.get(entry.place);
      if (!branch) throw new Error(`${entry.day}: there is no branch ${entry.place}`);
      branches.delete(entry.place);
      parents.push(branch.tip);
      for (const each of branch.entries) tree = changed(tree, each, folder);
    } else if (entry.kind === 'release') {
      const note = notes.get(entry.place);
      if (!note) throw new Error(`${entry.day}: nothing is noted for ${entry.place}`);
      tree = released(tree, entry, note);
      subject = `Release ${note.version}`;
      tag = {
        version: note.version,
        title: `Gallop ${note.version}${note.name === null ? '' : ` ${note.name}`}`,
        lines: note.lines,
      };
    } else if (entry.kind === 'bump') {
      const next = bumped(tree, turn);
      turn += 1;
      tree = next.tree;
      subject = next.subject;
    } else tree = changed(tree, entry, folder);
    commits.push({ ...base, subject, parents, tree, tag });
    tip = mark;
  }
  if (branches.size > 0) throw new Error(`never merged: ${[...branches.keys()].join(', ')}`);
  return commits;
}

function withBumps(entries: readonly Entry[]): readonly Entry[] {
  const last = Date.parse(entries.at(-1)?.day ?? '');
  const bumps: Entry[] = [];
  for (let at = FIRST_BUMP; at < last; at += BUMP_DAYS * DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    bumps.push({ day, who: ROBOT, branch: null, kind: 'bump', place: 'package.json', subject: '', steps: [] });
  }
  // The robot is early.
  return [...bumps, ...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
