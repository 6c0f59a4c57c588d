/** Which product lines a change is part of: in a monorepo, the release of one package delivers nothing of another. */
import type { Areas, Commit, History } from '../values.ts';
import { areaOfPath } from './area-of-path.ts';
import { isManifest } from './bookkeeping.ts';
import { unscoped } from './release-lines.ts';

/** A path outside the folders of all lines: it belongs to the lines without a folder of their own. */
const SHARED = -1;

const ALL: readonly number[] = Object.freeze([]);

export interface Covering {
  /** Lines without a folder of their own: they deliver whatever no other line has. */
  readonly shared: readonly number[];
  /** Lines that a change is part of; empty when it belongs to all (merges, changes of no product file). */
  linesOf(commit: Commit): readonly number[];
  /** Of all touches of product files, the share in folders of lines. */
  held(): number;
}

export function coveringOf(history: History, areas: Areas, lines: readonly string[]): Covering {
  const folders = foldersOf(history.paths, lines);
  const own = new Set(folders.values());
  const shared = lines.flatMap((_, line) => (own.has(line) ? [] : line));
  if (folders.size === 0) return { shared, linesOf: () => ALL, held: () => 0 };
  const lineOfPath = history.paths.map((path) => lineAt(path, folders));
  const linesOf = ({ touched, merge }: Commit): readonly number[] => {
    if (merge) return ALL;
    const found = new Set<number>();
    for (const path of touched) if (areas.of[path] === 'product') found.add(lineOfPath[path] as number);
    if (!found.delete(SHARED)) return [...found];
    // Without a line for what is shared, the first release of any package carries it.
    return shared.length === 0 ? ALL : [...found, ...shared];
  };
  const held = () => {
    let [inside, all] = [0, 0];
    for (const { touched } of history.commits) {
      for (const path of touched) {
        if (areas.of[path] !== 'product') continue;
        all += 1;
        if (lineOfPath[path] !== SHARED) inside += 1;
      }
    }
    return all === 0 ? 1 : inside / all;
  };
  return { shared, linesOf, held };
}

/** Folders with a manifest that are called as a line is, by path; a line's folder may have moved over the years. */
function foldersOf(paths: readonly string[], lines: readonly string[]): ReadonlyMap<string, number> {
  const named = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    named.set(line.toLowerCase(), index);
    named.set(unscoped(line).toLowerCase(), index);
  }
  const folders = new Map<string, number>();
  if (named.size === 0) return folders;
  for (const path of paths) {
    const end = path.lastIndexOf('/');
    if (end < 0 || !isManifest(path)) continue;
    const folder = path.slice(0, end);
    const line = named.get(folder.toLowerCase()) ?? named.get(folder.slice(folder.lastIndexOf('/') + 1).toLowerCase());
    if (line !== undefined && areaOfPath(`${folder}/main.js`) === 'product') folders.set(folder, line);
  }
  return folders;
}

function lineAt(path: string, folders: ReadonlyMap<string, number>): number {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const line = folders.get(path.slice(0, end));
    if (line !== undefined) return line;
  }
  return SHARED;
}
