/** Known problems that no document mentions, told beside the claims that praise the same thing. */
import { idOf } from '#core/ids.ts';
import { instantOf } from '#core/time.ts';
import { answersTo } from '#facts/rules/claim-mood.ts';
import { type KnownProblem, problemsIn } from '#facts/rules/claim-problems.ts';
import { SAID_ONCE } from '#facts/rules/documents.ts';
import { textIn } from '#facts/rules/fields.ts';
import type { FactValues } from '#facts/values.ts';
import type { Store } from '#store/store.ts';
import type { ToldQuote } from './claim-quotes.ts';
import { saidIn } from './claim-words.ts';
import type { ToldClaim } from './claims.ts';

/** What speaks for or against a promise is told of the promise; what is in doubt already needs no second line. */
const TOLD_ALREADY: ReadonlySet<string> = new Set([
  ...[
    'promised',
    'vague',
    'unsaid',
    'seems to conflict',
    'could not be squared from outside',
    'contradicted',
    'disputed',
  ],
]);
const LONGEST_LINE = 600;
const PIECES = 1_000;

type Facts = Pick<FactValues, 'needs' | 'threads'>;

/** Most people first. */
export async function knownProblems(
  store: Store,
  productId: string,
  claims: readonly ToldClaim[],
  { needs, threads }: Facts,
): Promise<ToldClaim[]> {
  const praising = claims.filter(({ lastAt, verdict }) => lastAt === null && !TOLD_ALREADY.has(verdict));
  if (praising.length === 0) return [];
  const sides = new Map(threads.all.map((thread) => [thread.id, thread]));
  const asked = await piecesOf(store, productId, threads);
  const of = needs.all.map(({ id, members }) => {
    const own = members.map(({ evidence }) => evidence);
    const answers = own.flatMap((piece) => sides.get(piece)?.shipped?.at ?? []);
    return { id, members: new Set(own), answeredAt: answers.length === 0 ? null : Math.max(...answers) };
  });
  const found = problemsIn(
    of,
    asked,
    praising.map((claim) => ({ id: claim.id, text: saidIn(claim) })),
    await linesStanding(store, productId),
    new Set(),
  );
  const disputed = new Set(
    (await store.corrections.list(productId)).flatMap(({ target, targetId, verb }) =>
      target === 'claim' && verb === 'dispute' ? targetId : [],
    ),
  );
  const rows = new Map(
    (
      await store.read.evidence(
        productId,
        found.flatMap(({ told }) => told.map(({ evidence }) => evidence)),
      )
    ).map((row) => [row.id, row]),
  );
  return found.flatMap((problem) => {
    const claim = praising.find(({ id }) => id === problem.claim);
    if (claim === undefined) return [];
    const said = problem.told.flatMap(({ evidence, field, from, to }): ToldQuote[] => {
      const row = rows.get(evidence);
      const text = row?.[field]?.slice(from, to) ?? null;
      if (row === undefined) return [];
      const quote = { evidence, field, from, to, side: 'says', why: 'told' } as const;
      return [{ ...quote, text, at: instantOf(row.at), where: row.type }];
    });
    return [toldOf(problem, claim, said, disputed)];
  });
}

function toldOf(
  problem: KnownProblem,
  claim: ToldClaim,
  said: readonly ToldQuote[],
  disputed: ReadonlySet<string>,
): ToldClaim {
  const { need, words, people, of, low, high, firstAt } = problem;
  const id = idOf('problem', need, claim.id);
  const own = claim.places.slice(-1).map((quote): ToldQuote => ({ ...quote, side: 'claims' }));
  return {
    ...{ id, class: 'problem', subject: words, attribute: claim.attribute, places: own, quotes: said },
    verdict: disputed.has(id) ? 'disputed' : 'not mentioned',
    ...{ confidence: 0.7, people, mechanical: false, confirmed: false, within: null },
    says: `What people tell of “${words}” stands in no document`,
    firstAt: instantOf(firstAt),
    lastAt: null,
    heard: { of, low: Math.round(low * 1000) / 1000, high: Math.round(high * 1000) / 1000 },
    evidence: [...new Set([...said, ...own].map(({ evidence }) => evidence))],
  };
}

/** What outsiders wrote, each piece with its person. */
async function piecesOf(store: Store, productId: string, threads: FactValues['threads']) {
  const outside = threads.all.filter(({ side }) => side !== 'maker' && side !== 'bot');
  const pieces = [];
  for (let from = 0; from < outside.length; from += PIECES) {
    const part = new Map(outside.slice(from, from + PIECES).map((thread) => [thread.id, thread]));
    for (const { id, at, title, body, type, data } of await store.read.evidence(productId, [...part.keys()])) {
      const thread = part.get(id);
      const question = type === 'survey' ? textIn(data, 'question') : null;
      // Whoever is asked for tools or roles tells of no problem.
      if (thread === undefined || !answersTo(question).trouble) continue;
      const person = thread.asker < 0 ? id : String(thread.asker);
      pieces.push({
        id,
        at,
        title,
        body,
        person,
        content: (thread.stars ?? 0) >= 4,
        answered: thread.shipped !== null,
      });
    }
  }
  return pieces.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The lines of the newest copy of every document that still stands. */
async function linesStanding(store: Store, productId: string): Promise<readonly string[]> {
  const newest = new Map<string, string>();
  for await (const rows of store.read.stream(productId, 'documents')) {
    for (const { origin, type, threadId, url, externalId, body } of rows) {
      if (SAID_ONCE.has(type)) continue;
      newest.set(`${origin} ${type === 'readme' ? 'readme' : (threadId ?? url ?? externalId)}`, body ?? '');
    }
  }
  return [...newest.values()].flatMap((body) => body.split('\n').map((line) => line.slice(0, LONGEST_LINE)));
}
