/** What the releases that were found are releases of: the product, its packages, or something beside it. */
import type { Areas, History } from '../values.ts';
import { type Covering, coveringOf } from './covering.ts';
import type { Draft } from './release-merge.ts';

/** A line of its own without a folder has shown itself to be one after this many final releases. */
const A_LINE = 3;

/** Packages that hold less than this share of what is worked on say nothing about the product around them. */
const MOST_OF_IT = 0.1;

export interface Scope {
  readonly drafts: readonly Draft[];
  readonly lines: readonly string[];
  readonly covering: Covering;
  /** Names of releases of something else: a dependency, a printed edition. */
  readonly beside: readonly string[];
  /** Set where only small parts are ever released; then no release is the product's. */
  readonly because: string | null;
}

export function scopeOf(found: readonly Draft[], history: History, areas: Areas): Scope {
  const all = linesOf(found);
  const folderless = new Set(coveringOf(history, areas, all).shared.map((line) => all[line] as string));
  const strays = straysOf(found, all, folderless);
  const drafts = strays.size === 0 ? found : found.filter(({ line }) => !strays.has(line));
  const lines = linesOf(drafts);
  const covering = coveringOf(history, areas, lines);
  const beside = found.flatMap(({ line, name }) => (strays.has(line) ? name : []));
  const held = lines.length === 0 || covering.shared.length > 0 || history.commits.length === 0 ? 1 : covering.held();
  if (held >= MOST_OF_IT) return { drafts, lines, covering, beside, because: null };
  const because = `Only parts of it (${lines.join(', ')}) have releases, and they hold ${Math.round(held * 100)} % of what is worked on.`;
  return {
    drafts: [],
    lines: [],
    covering: coveringOf(history, areas, []),
    beside: found.map(({ name }) => name),
    because,
  };
}

function linesOf(drafts: readonly Draft[]): readonly string[] {
  return [...new Set(drafts.map(({ line }) => line))];
}

/** One or two tags under a name that nothing else bears or speaks of, while others went on: `rand-0.8` in a book about Rust. */
function straysOf(
  drafts: readonly Draft[],
  lines: readonly string[],
  folderless: ReadonlySet<string>,
): ReadonlySet<string> {
  const newest = drafts.at(-1)?.line;
  return new Set(
    lines.filter((line) => {
      if (line === '' || line === newest || !folderless.has(line)) return false;
      const own = drafts.filter((draft) => draft.line === line);
      return own.every(({ rows }) => rows.length === 1) && own.filter(({ pre }) => !pre).length < A_LINE;
    }),
  );
}
