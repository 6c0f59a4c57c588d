/** What release notes say, by release: the changelog's lines, else a platform's own notes, else what a tag's message says below its title. */
import { computeFact } from './define-fact.ts';
import type { Notes, ReleaseRow } from './values.ts';

type Note = Notes['byRelease'] extends ReadonlyMap<number, infer Value> ? Value : never;

export default computeFact({
  id: 'notes',
  version: 2,
  facts: ['releaseRows', 'releases'],
  compute: ({ releaseRows, releases }): Notes => {
    const rows = new Map(releaseRows.all.map((row) => [row.id, row]));
    const byRelease = new Map<number, Note>();
    for (const [place, release] of releases.all.entries()) {
      const own = (release.evidence ?? []).flatMap((id) => rows.get(id) ?? []);
      const note = ['notes', 'published'].reduce<Note | null>(
        (found, wanted) => found ?? noteOf(own.filter(({ source }) => source === wanted)),
        null,
      );
      const said = note ?? noteOf(own);
      if (said !== null) byRelease.set(place, said);
    }
    if (byRelease.size > 0) return { collected: true, because: null, byRelease };
    const because = releases.collected
      ? 'No changelog was found, and no tag says more than its title.'
      : releases.because;
    return { collected: false, because, byRelease };
  },
});

/** Several files may speak of one release; the longest is named as the evidence. */
function noteOf(rows: readonly ReleaseRow[]): Note | null {
  const said = rows.filter(({ lines }) => lines.length > 0);
  const [first] = said;
  if (!first) return null;
  const longest = said.reduce((most, row) => (row.lines.length > most.lines.length ? row : most), first);
  return {
    evidence: longest.id,
    lines: said.flatMap(({ lines }) => lines),
    pasted: said.every(({ pasted }) => pasted),
  };
}
