/** Links that nobody wrote down, from the texts and times of asks and changes; the sure ones taken, the rest offered. */
import type { LinkRow } from '#core/kept.ts';
import { keyRemover } from '#language/link/keys.ts';
import { recoverLinks } from '#language/link/recover.ts';
import { barOf } from '#language/link/sure.ts';
import type { FactValues } from '../values.ts';
import type { Link } from '../voice-values.ts';
import { ASKS } from './phrases.ts';
import { isDeclined } from './shipped.ts';
import { SPOKEN } from './voice-fields.ts';

/** What is less likely is not worth a look, and nobody looks at more. Ours. */
const WORTH_A_LOOK = 0.3;
const OFFERED = 3;

/** How rare a word is cannot be told from fewer texts; then all is offered and nothing taken. Ours. */
const LEAST_CHANGES = 50;
const LEAST_ASKS = 20;

/** A long history beside a large tracker must not keep a reading waiting: the newest asks go first. About 7 s of one core. */
export const MOST_ASKS = 10_000;
const MOST_PAIRS = 40_000_000;

interface Told {
  readonly title: string;
  readonly body: string;
}

export function recoveredOf(
  { asks, history, work, references }: Pick<FactValues, 'asks' | 'history' | 'work' | 'references'>,
  written: readonly (readonly Link[])[],
  asked: ReadonlyMap<string, Told>,
  changed: ReadonlyMap<string, Told>,
): LinkRow[] {
  // What customers cannot notice answers nobody; a merge stands for what it brought.
  const commits = history.commits.filter(
    ({ landedAt, merge }, at) => landedAt !== null && work.bot[at] !== 1 && (merge || work.visible[at] === 1),
  );
  const newest = [...asks.keys()].filter((at) => {
    const ask = asks[at];
    if (!ask || !asked.has(ask.id) || isDeclined(ask.reason) || ask.duplicateOf !== null) return false;
    return !SPOKEN.has(ask.kind) || (ask.wording & ASKS) !== 0;
  });
  if (commits.length === 0 || newest.length === 0) return [];
  const wanted = newest.slice(-Math.max(1, Math.floor(MOST_PAIRS / commits.length)));
  const bare = keyRemover(wanted.map((at) => asks[at]?.thread ?? ''));
  const found = recoverLinks(
    wanted.map((at) => {
      const ask = asks[at] as (typeof asks)[number];
      const { title, body } = asked.get(ask.id) as Told;
      return { title: bare(title), body: bare(body), createdAt: ask.at, resolvedAt: ask.closedAt };
    }),
    commits.map(({ id, at, subject }) => {
      const told = changed.get(id);
      return { subject: bare(told?.title ?? subject), body: bare(told?.body ?? ''), at };
    }),
  );
  const enough = commits.length >= LEAST_CHANGES && wanted.length >= LEAST_ASKS;
  const bar = barOf(found, knownOf(history, commits, wanted, written));
  const answered = new Set(written.flatMap((own) => own.map(({ commit }) => history.commits[commit]?.id)));
  // Who names a key means that one.
  const named = commits.map(
    ({ id, sha }) => answered.has(id) || (references.commits.get(sha)?.names ?? []).some(isKey),
  );
  return wanted.flatMap((at, place) => {
    const ask = asks[at] as (typeof asks)[number];
    // Where somebody wrote down what did it, nothing is to be looked for.
    if ((written[at]?.length ?? 0) > 0) return [];
    return (found[place] ?? [])
      .filter(({ probability, change }) => probability >= WORTH_A_LOOK && !named[change])
      .slice(0, OFFERED)
      .map(({ change, probability }) => {
        const taken = enough && ask.closedAt !== null && probability >= bar.done;
        return {
          kind: 'answers',
          fromId: commits[change]?.id as string,
          toId: ask.id,
          confidence: Math.round(probability * 1_000) / 1_000,
          method: taken ? 'recovered' : 'offered',
          because: { bar: Math.round(bar.done * 1_000) / 1_000, own: bar.own },
        };
      });
  });
}

function isKey(name: string): boolean {
  return /^[A-Z][A-Z0-9]{1,15}-\d/.test(name);
}

/** By index of `wanted`: the commits that say that they close it. They are what the bar is found by. */
function knownOf(
  history: FactValues['history'],
  commits: FactValues['history']['commits'],
  wanted: readonly number[],
  written: readonly (readonly Link[])[],
): ReadonlyMap<number, ReadonlySet<number>> {
  const place = new Map(commits.map(({ id }, at) => [id, at]));
  const known = new Map<number, ReadonlySet<number>>();
  for (const [row, at] of wanted.entries()) {
    const own = (written[at] ?? []).flatMap(({ commit }) => place.get(history.commits[commit]?.id ?? '') ?? []);
    if (own.length > 0) known.set(row, new Set(own));
  }
  return known;
}
