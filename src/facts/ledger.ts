/** The ledger: every claim the brand makes, since when it stands, and what shipped and what customers say to it. */
import type { Evidence } from '#core/evidence.ts';
import type { Json } from '#core/json.ts';
import type { ClaimRow, VerdictRow } from '#core/kept.ts';
import { namesOf } from '#language/claims/signs.ts';
import { type Decided, keepFact, type ReadName } from './define-fact.ts';
import type { Ledger, LedgerClaim, LedgerQuote, VerdictName } from './ledger-values.ts';
import { ClaimHistory, type TrackedClaim } from './rules/claim-history.ts';
import { goneOffer, lostThing, removedName, type Sides, statedWrong, type Verdict } from './rules/claim-proofs.ts';
import { RemovedNames } from './rules/claim-removed-names.ts';
import { ShippedSide } from './rules/claim-shipped.ts';
import { termsOf } from './rules/claim-terms.ts';
import { unsaidIn } from './rules/claim-unsaid.ts';
import { verdictOf } from './rules/claim-verdict.ts';
import { EndedVersions } from './rules/claim-versions.ts';
import { claimedTime, VoiceSide } from './rules/claim-voices.ts';
import { LivePaths } from './rules/live-paths.ts';
import type { FactValues } from './values.ts';

const METHOD = 'ledger 11';
/** A time within which somebody is to hear from a person. */
const ANSWERS =
  /\b(?:repl(?:y|ies|ied)|answer\w*|respon[ds]\w*|response|support|help(?:s|ed)? you|get back|hear (?:back|from)|call(?:s|ed)? you back)\b/i;

type Needs = 'offers' | 'runtimes' | 'threads';

export default keepFact<'ledger', 'claims' | 'verdicts', Needs>({
  id: 'ledger',
  version: 11,
  keeps: ['claims', 'verdicts'],
  // Documents come first: what they claim says what is looked for in the rest.
  reads: ['documents', 'feedback', 'changes', 'releases'],
  facts: ['offers', 'runtimes', 'threads'],
  corrects: ['claim'],
  unhurried: true,
  keep: () => {
    const history = new ClaimHistory();
    let side: ReturnType<typeof sidesOf> | null = null;
    return {
      take(row, read: ReadName) {
        const one = row as Evidence;
        if (read === 'documents') {
          history.take(one);
          return;
        }
        side ??= sidesOf(history);
        if (read === 'feedback') side.voices.take(one);
        else if (read === 'changes') {
          side.shipped().change(one);
          side.paths.change(one);
          side.versions.change(one);
          side.removed.change(one);
        } else side.shipped().release(one);
      },
      done({ facts, decided }) {
        const {
          claims,
          weak,
          terms,
          names,
          voices,
          paths,
          versions,
          removed,
          shipped: ships,
        } = side ?? sidesOf(history);
        voices.without(makersOf(facts.threads));
        const shipped = ships();
        const sides: Sides = {
          shipped,
          paths,
          versions,
          removed,
          voices,
          names,
          offers: facts.offers.all,
          runtimes: facts.runtimes,
          stated: facts.offers.stated,
          things: new Map(facts.offers.things.map((one) => [one.name.toLowerCase(), one])),
          backing: shipped.backing(),
          strongest: (term, beside) => shipped.strongest(term, beside),
        };
        const unsaid = unsaidIn(sides, claims, terms).filter(
          ({ claim }) => !decided.some(({ targetId, verb }) => targetId === claim.id && verb === 'dispute'),
        );
        const named = weak.flatMap((claim) => {
          const verdict =
            goneOffer(claim, sides) ??
            statedWrong(claim, sides) ??
            removedName(claim, sides) ??
            lostThing(claim, sides);
          return verdict === null ? [] : { claim, verdict };
        });
        const verdicts = [
          ...claims.map((claim) => ({
            claim,
            verdict: verdictOf(claim, terms.get(claim) as ReadonlySet<string>, sides),
          })),
          ...named,
        ];
        const judged = verdicts.map(({ claim, verdict }) => ({
          claim,
          verdict: withWord(verdict, claim.id, decided),
          more: {
            confirmed: wordOn(claim.id, decided) === 'confirm',
            within:
              claim.found.class === 'service' && ANSWERS.test(claim.found.text) ? claimedTime(claim.found.text) : null,
          },
        }));
        return {
          rows: {
            claims: [
              ...unsaid.map(({ claim }) => claim),
              ...judged.map(({ claim }) => claimRow(claim, terms.get(claim) ?? termsOf(claim.found.text, names))),
            ],
            verdicts: [
              ...unsaid.map(({ claim, verdict }) => verdictRow(claim.id, verdict, NOTHING_MORE)),
              ...judged.map(({ claim, verdict, more }) => verdictRow(claim.id, verdict, more)),
            ],
          },
        };
      },
    };
  },
  value: ({ claims, verdicts }): Ledger => {
    const byClaim = new Map(verdicts.map((row) => [row.claimId, row]));
    const all = claims.map((row) => claimOf(row, byClaim.get(row.id)));
    return {
      collected: all.length > 0,
      because: all.length > 0 ? null : 'No claim was found in README, pages, posts or advertisements.',
      all: all.sort((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1)),
    };
  },
});

/** Both sides, told what to look for: words of claims, and then of praise. */
function sidesOf(history: ClaimHistory) {
  const { claims: all } = history.done();
  const claims = all.filter(({ found }) => !found.weak);
  const weak = all.filter(({ found }) => found.weak);
  const title = claims[0]?.found.under[0] ?? '';
  const names = namesOf(title.split(' ').length <= 3 ? title : '');
  const terms = new Map(claims.map((claim) => [claim, termsOf(claim.found.text, names)]));
  const wanted = new Set([...terms.values()].flatMap((one) => [...one]));
  const voices = new VoiceSide(wanted, names);
  let shipped: ShippedSide | null = null;
  return {
    ...{ claims, weak, terms, names, voices },
    versions: new EndedVersions(),
    removed: new RemovedNames(),
    paths: new LivePaths(),
    shipped: () => {
      shipped ??= new ShippedSide(new Set([...wanted, ...voices.praised()]), names);
      return shipped;
    },
  };
}

function makersOf(threads: FactValues['threads']): ReadonlySet<string> {
  return new Set(threads.all.flatMap(({ id, side }) => (side === 'maker' || side === 'bot' ? id : [])));
}

/** The newest word of a person on a claim holds: `confirm` makes a conflict a contradiction, `dispute` sets the verdict aside. */
function withWord(verdict: Verdict, id: string, decided: readonly Decided[]): Verdict {
  const word = wordOn(id, decided);
  if (word === 'dispute') return { ...verdict, verdict: 'disputed', confidence: 1, mechanical: false };
  if (word !== 'confirm') return verdict;
  const made: VerdictName = verdict.verdict === 'seems to conflict' ? 'contradicted' : verdict.verdict;
  return { ...verdict, verdict: made, confidence: 1 };
}

function wordOn(id: string, decided: readonly Decided[]): string | undefined {
  return decided.findLast(({ targetId, verb }) => targetId === id && (verb === 'confirm' || verb === 'dispute'))?.verb;
}

type More = Pick<LedgerClaim, 'confirmed' | 'within'>;
const NOTHING_MORE: More = { confirmed: false, within: null };

function claimRow({ id, found, firstAt, lastAt, first, places }: TrackedClaim, terms: ReadonlySet<string>): ClaimRow {
  const spans = [first, ...places].map(({ evidence, from, to }) => ({ evidence, from, to }));
  return {
    ...{ id, firstAt, lastAt, class: found.class, attribute: found.attribute },
    subject: [...terms].slice(0, 3).join(' '),
    spans: spans as unknown as Json,
  };
}

function verdictRow(
  claimId: string,
  { verdict, confidence, quotes, people, mechanical }: Verdict,
  more: More,
): VerdictRow {
  const told = { quotes, people, mechanical, ...more };
  return { claimId, verdict, confidence, quotes: told as unknown as Json, method: METHOD };
}

function claimOf(row: ClaimRow, verdict: VerdictRow | undefined): LedgerClaim {
  const spans = row.spans as unknown as readonly { evidence: string; from: number; to: number }[];
  const places = spans.map(
    ({ evidence, from, to }): LedgerQuote => ({ evidence, from, to, side: 'claims', field: 'body', why: 'said' }),
  );
  const told = (verdict?.quotes ?? {}) as unknown as Partial<Pick<Verdict, 'quotes' | 'people' | 'mechanical'> & More>;
  return {
    ...{ id: row.id, subject: row.subject, firstAt: row.firstAt, lastAt: row.lastAt, places },
    class: row.class as LedgerClaim['class'],
    attribute: row.attribute as LedgerClaim['attribute'],
    verdict: (verdict?.verdict ?? 'open') as VerdictName,
    confidence: verdict?.confidence ?? 0,
    quotes: told.quotes ?? [],
    people: told.people ?? 0,
    mechanical: told.mechanical ?? false,
    confirmed: told.confirmed ?? false,
    within: told.within ?? null,
  };
}
