/** Tags, registry versions, platforms' releases and changelog headings as sources read them; `releases` makes one of those that are the same. */
import type { Evidence } from '#core/evidence.ts';
import { dayOf } from '#core/time.ts';
import { collectFact } from './define-fact.ts';
import { flagIn, textIn, textsIn } from './rules/fields.ts';
import type { ReleaseRow } from './values.ts';

/** A tag's message is its notes when it says more than its title; longer ones are cut where nobody reads on. */
const MOST_LINES = 2_000;
const LONGEST_NOTES = 60_000;

const SOURCES: ReadonlySet<ReleaseRow['source']> = new Set([
  ...(['tag', 'registry', 'published', 'launch', 'deployment', 'notes'] as const),
]);

export default collectFact({
  id: 'releaseRows',
  version: 4,
  reads: 'releases',
  collect: () => {
    const all: ReleaseRow[] = [];
    const unread: string[] = [];
    return {
      take(row) {
        const source = sourceOf(row);
        if (source === null || flagIn(row.data, 'describes')) return;
        if ((source === 'tag' || source === 'published') && (row.version === null || flagIn(row.data, 'unread'))) {
          unread.push(row.title ?? row.externalId);
          return;
        }
        all.push(toRow(row, source));
      },
      done: () => ({ all, unread }),
    };
  },
});

function sourceOf({ type }: Evidence): ReleaseRow['source'] | null {
  return SOURCES.has(type as ReleaseRow['source']) ? (type as ReleaseRow['source']) : null;
}

function toRow(row: Evidence, source: ReleaseRow['source']): ReleaseRow {
  return {
    id: row.id,
    source,
    name: row.title ?? row.version ?? row.externalId,
    // A launch or a deployment without a version of its own is known by its day.
    version: row.version ?? (source === 'launch' || source === 'deployment' ? dayOf(row.at) : null),
    line: row.line,
    at: row.at,
    pre: flagIn(row.data, 'pre'),
    commit: textIn(row.data, 'commit'),
    pack: source === 'registry' ? row.origin.slice(row.origin.indexOf(':') + 1) : null,
    deprecated: textIn(row.data, 'deprecated'),
    undated: flagIn(row.data, 'undated'),
    lines: linesOf(row, source),
    pasted: flagIn(row.data, 'pasted'),
  };
}

/** A platform's notes carry their title apart; a tag's message begins with it. */
function linesOf(row: Evidence, source: ReleaseRow['source']): readonly string[] {
  if (source === 'notes') return textsIn(row.data, 'lines') ?? [];
  return linesIn(row.body, source === 'published' || source === 'launch' || source === 'deployment' ? 0 : 1);
}

/** What a message says from that line on, list marks left out; signatures are no notes. */
function linesIn(message: string | null, from: number): readonly string[] {
  if (message === null) return [];
  const text = message.slice(0, LONGEST_NOTES).split('-----BEGIN')[0] ?? '';
  return text
    .split('\n', MOST_LINES)
    .slice(from)
    .map((line) => line.replace(/^\s{0,8}(?:[-*+•]\s{1,4})?/, '').trimEnd())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}
