/** A commit as git told it, and what the whole history knows about it, as one row of evidence. */
import type { Author, Gathered } from '#core/evidence.ts';
import { type Dates, LEAP_MS } from './dates.ts';
import type { Landing } from './landing.ts';
import type { Graph } from './log-graph.ts';
import type { Logged } from './log-parse.ts';

const LONGEST_BODY = 20_000;
const FIRST_PLAUSIBLE = Date.UTC(1980, 0, 1);

/** Everything that needs the whole history and not the text of its commits. */
export interface History {
  readonly origin: string;
  readonly graph: Graph;
  readonly landing: Landing;
  readonly dates: Dates;
  /** Commits whose parents a shallow clone left out, with those parents: what they changed cannot be told. */
  readonly cut: ReadonlyMap<number, readonly string[]>;
}

/** The row of a commit, or null when it is not part of this reading. `paths` is false when git could not tell them. */
export function commitRow(logged: Logged, history: History, paths: boolean): Gathered | null {
  const { graph, landing, dates, cut, origin } = history;
  const commit = graph.find(logged.sha);
  if (commit === -1) return null;
  const at = dates.at[commit] as number;
  const by = landing.by[commit] as number;
  const told = paths && !cut.has(commit);
  return {
    kind: 'change',
    type: 'commit',
    origin,
    externalId: logged.sha,
    author: authorOf(logged.name, logged.email),
    at,
    changedAt: plausible(logged.authoredAt, at),
    title: logged.subject,
    body: logged.body.slice(0, LONGEST_BODY).trimEnd() || null,
    // In the order of their names, as they are written down.
    data: {
      land: by === -1 ? null : by === commit ? logged.sha : graph.sha(by),
      ...(dates.mended[commit] === 1 ? { mended: 1 } : {}),
      ...(told && logged.more > 0 ? { more: logged.more } : {}),
      on: by === -1 ? 0 : 1,
      parents: cut.get(commit) ?? logged.parents,
      ...(told ? { paths: logged.paths } : {}),
      ...(cut.has(commit) ? { shallow: 1 } : {}),
    },
  };
}

/** An author date that no clock can have meant is no date; git keeps old ones, so early is fine. */
function plausible(authoredAt: number | null, at: number): number | null {
  if (authoredAt === null || !(authoredAt >= FIRST_PLAUSIBLE) || authoredAt > at + LEAP_MS) return null;
  return authoredAt;
}

/** GitHub's private addresses: `12345+login@…`, and before 2017 `login@…`. */
const NOREPLY = '@users.noreply.github.com';

export function authorOf(name: string, email: string): Author | null {
  const handle = email.trim().toLowerCase();
  const shown = name.trim();
  if (handle === '') return shown === '' ? null : { space: 'git', handle: shown, name: shown };
  const named = shown === '' ? {} : { name: shown };
  if (!handle.endsWith(NOREPLY)) return { space: 'email', handle, ...named };
  const login = handle.slice(0, -NOREPLY.length).replace(/^\d+\+/, '');
  if (login === '') return { space: 'email', handle, ...named };
  return {
    space: 'email',
    handle,
    ...named,
    alias: { space: 'github.com', handle: login, because: 'noreply address' },
  };
}
