/** The releases: what each brings by ancestry, which was the first with each change, and how far each went. */
import { YEAR_OF_WEEKS } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { type Place, placeReleases } from './rules/placing.ts';
import { reach } from './rules/reach.ts';
import { type Draft, idOf, mergeRows } from './rules/release-merge.ts';
import { scopeOf } from './rules/release-scope.ts';
import { stepsOf } from './rules/step.ts';
import type { Areas, History, Release, ReleaseRows, Releases, Work } from './values.ts';

export default computeFact({
  id: 'releases',
  version: 2,
  facts: ['releaseRows', 'history', 'areas', 'work'],
  compute: ({ releaseRows, history, areas, work }): Releases => {
    const merged = mergeRows(releaseRows.all);
    const { drafts, lines, covering, beside, because: partly } = scopeOf(merged.drafts, history, areas);
    const places = placeReleases(history, drafts);
    const reaching = drafts.map(({ line, pre, at }, index) => ({
      line: lines.indexOf(line),
      commit: (places[index] as Place).commit,
      pre,
      at,
    }));
    const reached = reach(history, reaching, lines.length, covering);
    const all = toReleases(drafts, places, broughtBy(drafts, reached), { history, areas, work });
    const because = partly ?? whyNone(releaseRows, all, merged.undated);
    return {
      collected: because === null,
      because,
      all,
      unread: [...releaseRows.unread, ...beside],
      undated: merged.undated,
      firstFinal: reached.final,
      mainLine: mainLine(all, work),
    };
  },
});

function broughtBy(drafts: readonly Draft[], { final, pre }: ReturnType<typeof reach>): readonly (readonly number[])[] {
  const brings = drafts.map((): number[] => []);
  for (let commit = 0; commit < final.length; commit += 1) {
    brings[final[commit] as number]?.push(commit);
    brings[pre[commit] as number]?.push(commit);
  }
  return brings;
}

function toReleases(
  drafts: readonly Draft[],
  places: readonly Place[],
  brings: readonly (readonly number[])[],
  facts: { readonly history: History; readonly areas: Areas; readonly work: Work },
): readonly Release[] {
  const placed = drafts.map((draft, index) => ({
    id: idOf(draft),
    name: draft.name,
    version: draft.version,
    line: draft.line,
    at: draft.at,
    pre: draft.pre,
    commit: (places[index] as Place).commit,
    placed: (places[index] as Place).placed,
    evidence: draft.rows.map(({ id }) => id),
    brings: brings[index] as readonly number[],
  }));
  const steps = stepsOf(placed, facts);
  return placed.map((release, index) => ({ ...release, step: steps[index] ?? null }));
}

function whyNone({ unread }: ReleaseRows, all: readonly Release[], undated: readonly string[]): string | null {
  if (all.length > 0) return null;
  if (unread.length > 0) {
    const named = unread
      .slice(0, 3)
      .map((name) => `"${name}"`)
      .join(', ');
    return unread.length === 1
      ? `The only tag, ${named}, does not read as a version.`
      : `There are ${unread.length} tags, and none reads as a version: ${named}${unread.length > 3 ? ' …' : ''}.`;
  }
  if (undated.length > 0) return `The changelog names ${undated.length} versions, and nothing says when they came out.`;
  return 'No tag, no registry, no changelog and no list of launches names a release.';
}

/** Lines come and go: the one that carried most of late is the main one. */
const OF_LATE = 2 * YEAR_OF_WEEKS;

/** Most changes of the product's own; of equal ones the line with more releases, then by name. */
function mainLine(all: readonly Release[], work: Work): string {
  const finals = all.filter(({ pre }) => !pre);
  const since = (finals.at(-1)?.at ?? 0) - OF_LATE;
  const lines = new Map<string, { changes: number; releases: number }>();
  for (const { line, at, brings } of finals) {
    const sum = lines.get(line) ?? { changes: 0, releases: 0 };
    lines.set(line, sum);
    if (at < since) continue;
    sum.releases += 1;
    for (const commit of brings) sum.changes += work.making[commit] as number;
  }
  const sorted = [...lines].sort(
    ([a, one], [b, other]) => other.changes - one.changes || other.releases - one.releases || (a < b ? -1 : 1),
  );
  return sorted[0]?.[0] ?? all[0]?.line ?? '';
}
