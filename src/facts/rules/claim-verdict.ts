/** What the evidence says to one claim, from both sides, with a quote from each; a person's word comes last and holds. */
import { isVague } from '#language/claims/classes.ts';
import type { LedgerQuote } from '../ledger-values.ts';
import type { TrackedClaim } from './claim-history.ts';
import {
  endedVersion,
  goneOffer,
  isHadElsewhere,
  isOfPast,
  lostThing,
  offer,
  offersOn,
  removedName,
  type Sides,
  said,
  statedWrong,
  type Verdict,
} from './claim-proofs.ts';
import type { ShippedMatch } from './claim-shipped.ts';
import { namingTermsOf } from './claim-terms.ts';
import { claimedTime, type Told } from './claim-voices.ts';

/** So many different people tell otherwise before it is worth a look, and so many more than those who praise. */
const LEAST_AGAINST = 5;
const MORE_AGAINST = 2;
const LEAST_PRAISE = 2;
const SHOWN = 2;
const NEGATED = /\b(?:no|never|without|zero|free of)\b/i;
/** Classes that promise something measurable: silence of the evidence is told of them. */
const MEASURABLE = new Set(['quantity', 'comparison', 'service', 'social-proof']);

export function verdictOf(claim: TrackedClaim, terms: ReadonlySet<string>, sides: Sides): Verdict {
  const { found, lastAt } = claim;
  const offered = lastAt === null ? offersOn(claim, sides.offers) : [];
  const proven =
    goneOffer(claim, sides) ?? statedWrong(claim, sides) ?? endedVersion(claim, sides) ?? removedName(claim, sides);
  if (proven !== null) return proven;

  const until = lastAt ?? Number.POSITIVE_INFINITY;
  const removal =
    claim.undated || isOfPast(claim) || isHadElsewhere(claim)
      ? null
      : sides.shipped.removalOf(terms, namingTermsOf(found.text, sides.names), claim.firstAt, (thing) =>
          sides.paths.has(thing),
        );
  // That something is not there, no change can bear out.
  const back = terms.size === 0 || NEGATED.test(found.text.slice(0, 12)) ? null : sides.backing(terms);
  if (removal !== null && removal.at < until && (back === null || back.at < removal.at))
    return said('seems to conflict', removal.score, [shown(removal)]);

  const taken = lostThing(claim, sides);
  if (taken !== null) return taken;

  const against = objections(claim, terms, sides);
  if (against.length > 0)
    return said('seems to conflict', 0.7, against.slice(0, SHOWN).map(voice('told otherwise')), {
      people: against.length,
    });

  if (found.class === 'promise') return said('promised', 0.8, back === null ? [] : [shown(back)]);
  if (isVague(found.text)) return said('vague', 0.8, []);
  const praise = terms.size === 0 ? [] : sides.voices.on(terms, 0).praise;
  const present = offered.find(({ state }) => state === 'present');
  const product = present ? offer(present, 'offered') : back === null ? null : shown(back);
  const customers = praise.length >= LEAST_PRAISE ? praise : [];
  const quotes = [...(product === null ? [] : [product]), ...customers.slice(0, SHOWN).map(voice('praised'))];
  const people = customers.length;
  if (product !== null && people > 0) return said('backed by both', 0.8, quotes, { people });
  if (people > 0) return said('backed by customers', 0.7, quotes, { people });
  if (product !== null && !MEASURABLE.has(found.class))
    return said('backed by the product', present ? 0.9 : (back?.score ?? 0.5), quotes);
  if (MEASURABLE.has(found.class) && (sides.shipped.anything || sides.voices.anything))
    return said('ahead of the evidence', 0.5, quotes);
  return said('open', 0.5, []);
}

/** People who tell otherwise since it was first said: of waiting longer, of what is said not to be, of what does not work. */
function objections({ found, firstAt }: TrackedClaim, terms: ReadonlySet<string>, { voices }: Sides): readonly Told[] {
  const seconds = claimedTime(found.text);
  if (seconds !== null) {
    const { longer, within } = voices.waits(seconds, firstAt);
    return enough(longer, within.length) ? longer : [];
  }
  if (terms.size === 0) return [];
  if (NEGATED.test(found.text) && found.text.length < 60) {
    const told = voices.against(terms, firstAt);
    return enough(told, 0) ? told : [];
  }
  const { praise, against } = voices.on(terms, firstAt);
  return enough(against, praise.length) ? against : [];
}

function enough(against: readonly Told[], praise: number): boolean {
  return against.length >= LEAST_AGAINST && against.length >= MORE_AGAINST * praise;
}

function shown({ evidence, field, why }: ShippedMatch): LedgerQuote {
  return { evidence, side: 'ships', field, from: null, to: null, why };
}

function voice(why: string): (told: Told) => LedgerQuote {
  return ({ evidence, from, to }) => ({ evidence, side: 'says', field: 'body', from, to, why });
}
