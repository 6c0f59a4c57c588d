/** A quick look back: which of the paths that documents name were ever in the tree, at evenly spaced commits. */
import type { FirstParent } from './documents-walk.ts';
import type { Absent } from './offers-presence.ts';
import type { Probe } from './offers-probe.ts';

/** A path that lived for a twentieth of the history is seen; a shorter life rarely made it into a document. */
const LOOKS = 24;

export async function existedEver(
  probe: Probe,
  line: readonly FirstParent[],
  absent: readonly Absent[],
): Promise<Set<Absent>> {
  const named = absent.filter(({ paths }) => paths.length > 0);
  const last = line.length - 1;
  const places = new Set(Array.from({ length: LOOKS }, (_, at) => Math.floor((last * at) / (LOOKS - 1))));
  // Most paths in a guide are the reader's own; their first folder was never there, which is asked once for all.
  const roots = [...new Set(named.flatMap(({ paths }) => paths.map(rootOf)))];
  const ever = new Set<Absent>();
  for (const place of places) {
    const sha = line[place]?.sha ?? '';
    const there = await probe.exist(roots.map((root) => ({ sha, paths: [root] })));
    const standing = new Set(roots.filter((_, at) => there[at]));
    const asked = named.flatMap((one) => {
      const paths = one.paths.filter((path) => standing.has(rootOf(path)));
      return ever.has(one) || paths.length === 0 ? [] : [{ one, sha, paths }];
    });
    for (const [at, found] of (await probe.exist(asked)).entries()) {
      const one = asked[at]?.one;
      if (found && one !== undefined) ever.add(one);
    }
  }
  return ever;
}

/** The folder next to the top, or one below, so that `guides/source/app` is told from `guides/source`. */
function rootOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 3).join('/') || path;
}
