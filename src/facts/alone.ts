/** What voices alone and a site alone tell: for a reading that has nothing else to rest on, and beside one that has. */
import type { Alone, Claimed, Heard } from '#core/alone.ts';
import { wilson } from '#core/statistics/wilson.ts';
import { type Window, windowUntil, within } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { SPOKEN } from './rules/voice-fields.ts';
import type { FactValues, Pages } from './values.ts';
import type { Phrases, Thread } from './voice-values.ts';

/** Quotes of each sort: enough to hear how people say it. */
const QUOTED = 3;
/** A version is told apart from those before it only where both have as many pieces as a share's interval needs. */
const LEAST_PIECES = 5;
const LEVEL = 0.95;

type Facts = Pick<FactValues, 'threads' | 'phrases' | 'pages'>;

export default computeFact({
  id: 'alone',
  version: 1,
  facts: ['threads', 'phrases', 'pages'],
  compute: ({ threads, phrases, pages }: Facts, { at }): Alone => ({
    heard: heardIn(threads.all, phrases, windowUntil(at)),
    claimed: claimedIn(pages),
  }),
});

function heardIn(all: readonly Thread[], phrases: Phrases, window: Window): Heard | null {
  const pieces = all.filter(({ at, side }) => within(window, at) && side !== 'maker' && side !== 'bot');
  if (pieces.length === 0) return null;
  const byId = new Map(pieces.map((piece) => [piece.id, piece]));
  const said = phrases.all.filter(({ evidence }) => byId.has(evidence));
  const left = said.filter(({ leaving }) => leaving).toReversed();
  // Whoever praises it and leaves all the same has left.
  const loved = said.filter(({ praise, leaving }) => praise && !leaving).toReversed();
  const kinds = new Set(pieces.map(({ kind }) => kind));
  return {
    pieces: pieces.length,
    people: new Set(pieces.map(({ asker, id }) => (asker < 0 ? id : asker))).size,
    spoken: pieces.filter(({ kind }) => SPOKEN.has(kind)).length,
    called: kinds.size === 1 ? calledAs([...kinds][0] as string) : 'pieces of feedback',
    praise: loved.length,
    leaving: left.length,
    unread: phrases.unread,
    since: sinceWhich(pieces, new Set(left.map(({ evidence }) => evidence))),
    loved: loved.slice(0, QUOTED).map(({ evidence }) => evidence),
    left: left.slice(0, QUOTED).map(({ evidence }) => evidence),
  };
}

function calledAs(kind: string): string {
  if (SPOKEN.has(kind)) return kind === 'survey' ? 'answers' : `${kind}s`;
  return kind === 'issue' ? 'issues' : 'pieces of feedback';
}

/**
 * The version that splits the pieces most sharply into those with little leaving before it and much since, where the two
 * intervals do not meet. Versions in the order in which pieces first name them.
 */
function sinceWhich(pieces: readonly Thread[], left: ReadonlySet<string>): Heard['since'] {
  const named = pieces.filter(({ version }) => version !== undefined && version !== null);
  const order = [...new Set(named.map(({ version }) => version as string))];
  let found: Heard['since'] = null;
  let widest = 0;
  for (let split = 1; split < order.length; split += 1) {
    const later = new Set(order.slice(split));
    const since = countOf(
      named.filter(({ version }) => later.has(version as string)),
      left,
    );
    const before = countOf(
      named.filter(({ version }) => !later.has(version as string)),
      left,
    );
    const gap = apart(before, since);
    if (gap > widest) [found, widest] = [{ version: order[split] as string, ...since, before }, gap];
  }
  return found;
}

interface Count {
  readonly leaving: number;
  readonly pieces: number;
}

function countOf(pieces: readonly Thread[], left: ReadonlySet<string>): Count {
  return { leaving: pieces.filter(({ id }) => left.has(id)).length, pieces: pieces.length };
}

/** How far the lower end of the later share lies above the upper end of the earlier one; 0 or less where they meet. */
function apart(before: Count, since: Count): number {
  if (before.pieces < LEAST_PIECES || since.pieces < LEAST_PIECES) return 0;
  const [low, high] = [wilson(since.leaving, since.pieces, LEVEL), wilson(before.leaving, before.pieces, LEVEL)];
  return (low?.low ?? 0) - (high?.high ?? 1);
}

/** Places come shortest first, so that the front page leads. */
function claimedIn({ places, said }: Pages): Claimed | null {
  if (places.length + said.length === 0) return null;
  const front = places[0]?.copies.at(-1);
  const text = front?.headline ?? null;
  return {
    headline: front === undefined || text === null ? null : { text, evidence: front.id },
    pages: places.length,
    posts: said.length,
  };
}
