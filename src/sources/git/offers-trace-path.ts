/** Traces a path that documents name to the commit that removed it, or to where it moved. */
import type { Git } from '#core/source.ts';
import { narrow } from './offers-probe.ts';
import { type Remover, removerOf } from './offers-remover.ts';
import { HOPS, lost, type Outcome, type Trail } from './offers-trail.ts';

/** Places looked at between the birth of a line and now, when the path was not yet there at its birth. */
const LATER_LOOKS = 8;

/** `Remove and ignore the log file`: it is made where it is needed. */
const LEFT_OUT = /\b(?:git)?ignor(?:e[sd]?|ing)\b/i;

/** `meant` are the paths that the document may mean; `born` is the place on the line where it began to name them. */
export async function tracePath(trail: Trail, meant: readonly string[], born: number): Promise<Outcome> {
  const { git, line, paths } = trail;
  let wanted = meant;
  let from = await placeWith(trail, meant, born);
  if (from === null) return lost('It was not in the tree while the document named it.');
  let first: Remover | null = null;
  for (let hop = 0; hop <= HOPS; hop += 1) {
    const end: number = await lastPlace(trail, wanted, from);
    const before = line[end];
    const after = line[end - 1];
    if (before === undefined || after === undefined) break;
    const removed = await removerOf(git, before, after, ['--diff-filter=D', '--no-renames'], wanted);
    first ??= removed;
    if (LEFT_OUT.test(removed.subject)) return lost('It was left out of the tree on purpose: something makes it.');
    const to = await movedIn(git, before.sha, after.sha, wanted);
    if (to === null) return { removed, movedTo: sameName(trail, wanted), because: null };
    if (paths.has(to)) return { removed: first, movedTo: to, because: null };
    wanted = [to];
    from = end - 1;
  }
  return lost(`It moved more than ${HOPS} times.`);
}

async function lastPlace({ probe, line }: Trail, wanted: readonly string[], from: number): Promise<number> {
  const [end] = await narrow([{ so: from, not: 0 }], (asked) =>
    probe.exist(asked.map(({ place }) => ({ sha: line[place]?.sha ?? '', paths: wanted }))),
  );
  return end?.so ?? from;
}

/** The place where the line was born if the path was there then, else the oldest look later at which it was. */
async function placeWith({ probe, line }: Trail, wanted: readonly string[], born: number): Promise<number | null> {
  const looks = [
    ...new Set(Array.from({ length: LATER_LOOKS }, (_, at) => Math.round((born * (LATER_LOOKS - at)) / LATER_LOOKS))),
  ];
  const there = await probe.exist(looks.map((place) => ({ sha: line[place]?.sha ?? '', paths: wanted })));
  const found = there.indexOf(true);
  return found < 0 ? null : (looks[found] ?? null);
}

/** Where a rename between two neighbours of the line took the file, or most of a folder; null when it was no rename. */
async function movedIn(git: Git, before: string, after: string, wanted: readonly string[]): Promise<string | null> {
  const args = ['diff-tree', '-r', '-z', '-M', '-l1000', '--diff-filter=R', '--name-status', before, after];
  const parts = (await git.text(args)).split('\0');
  const targets = new Map<string, number>();
  let renames = 0;
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [from = '', to = ''] = [parts[at + 1], parts[at + 2]];
    const hit = wanted.find((path) => from === path || from.startsWith(`${path}/`));
    if (hit === undefined) continue;
    renames += 1;
    const rest = from.slice(hit.length);
    if (to.endsWith(rest))
      targets.set(to.slice(0, to.length - rest.length), (targets.get(to.slice(0, to.length - rest.length)) ?? 0) + 1);
    else if (rest === '') targets.set(to, (targets.get(to) ?? 0) + 1);
  }
  const [most] = [...targets].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most !== undefined && most[1] * 2 > renames ? most[0] : null;
}

/** The one file of the same name that is left; null when there is none, or several to guess among. */
function sameName({ paths }: Trail, wanted: readonly string[]): string | null {
  const found = new Set(wanted.flatMap((path) => paths.named(path)));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
