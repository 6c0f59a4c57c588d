/** What the evidence says to one claim, from both sides, with a quote from each; a person's word comes last and holds. */
import { isVague } from '#language/claims/classes.ts';
import type { LedgerQuote, VerdictName } from '../ledger-values.ts';
import type { AskedRuntime, Offer } from '../values.ts';
import type { TrackedClaim } from './claim-history.ts';
import type { RemovedNames } from './claim-removed-names.ts';
import type { ShippedMatch, ShippedSide } from './claim-shipped.ts';
import { namingTermsOf } from './claim-terms.ts';
import type { EndedVersion, EndedVersions } from './claim-versions.ts';
import { claimedTime, type Told, type VoiceSide } from './claim-voices.ts';
import type { LivePaths } from './live-paths.ts';
import { MOVES_OUT, takesAway } from './removal-words.ts';

export interface Verdict {
  readonly verdict: VerdictName;
  readonly confidence: number;
  readonly quotes: readonly LedgerQuote[];
  readonly people: number;
  readonly mechanical: boolean;
}

export interface Sides {
  readonly shipped: ShippedSide;
  readonly versions: EndedVersions;
  readonly removed: RemovedNames;
  readonly paths: LivePaths;
  readonly backing: (terms: ReadonlySet<string>) => ShippedMatch | null;
  readonly strongest: (term: string, beside: ReadonlyMap<string, ReadonlySet<string>>) => ShippedMatch | null;
  readonly voices: VoiceSide;
  readonly offers: readonly Offer[];
  /** Lines of the README that a file beside it proves wrong. */
  readonly stated: readonly Offer[];
  /** Lines of documents that ask for less than a manifest does. */
  readonly runtimes: readonly AskedRuntime[];
  /** What the README names, small letters, and whether the files still have anything of it. */
  readonly things: ReadonlyMap<string, Offer>;
  readonly names: ReadonlySet<string>;
}

/** So many different people tell otherwise before it is worth a look, and so many more than those who praise. */
const LEAST_AGAINST = 5;
const MORE_AGAINST = 2;
const LEAST_PRAISE = 2;
const SHOWN = 2;
/** No file has a letter of it any more. */
const GONE = 0.85;
/** A change names it as the claim does. */
const NAMED = 0.85;
/** Both sides say it in figures. */
const FILE = 0.95;
/** A change says in so many figures that a version is supported no more. */
const ENDED = 0.9;
const SPEAKS_OF_PAST =
  /\b(?:remov|delet|deprecat|no longer|formerly|previous|earlier|used to|renam|replac|dropped|legacy|migrat|instead of|or earlier|older|last (?:version|release)|as of \d|was\b|were\b)/i;
/** What is named is somebody else's. */
const OF_OTHERS =
  /\b(?:inspired|influenced|credits?|thanks|similar to|alternative|unlike|compared|comparable|than|clone of|benchmarks?|(?:req\w*|ops|operations) ?\/ ?s(?:ec)?)\b|\w-(?:like|style|inspired)\b/i;
/** Names made up to show how something is written. */
const MADE_UP =
  /\b(?:[Ll]ike|[Ee]\.?g\.?|[Ff]or example|[Ff]or instance|[Ss]ay)[,:]? (?:a |an |the )?[("]?`|`[^`\n]{0,40}\b[A-Z]{3,20} [A-Z]{3,20}\b/;
const NEGATED = /\b(?:no|never|without|zero|free of)\b/i;
const NOT_SO = /\b(?:not|cannot|can['’]t|don['’]t|doesn['’]t|won['’]t|isn['’]t)\b/i;
const LISTED = /^\s*(?:[-*+]|\d{1,2}[.)])\s+[[`*_]{0,4}[\p{L}\p{N}]/u;
/** `requestTimeout`, `kak_socket`: a word of code, and of nothing else. */
const IDENTIFIER = /^\p{Ll}[\p{Ll}\p{N}]*\p{Lu}|_\p{L}/u;
/** `LoadTemplates`; `inputName` and `PATH_INFO` may be an option of another, or the reader's own. */
const CODE_LIKE = /^\p{Lu}[\p{L}\p{N}]*\p{Ll}\p{Lu}/u;
const ELSEWHERE =
  /https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg|npmjs|pypi|rubygems|crates)\.(?:com|org|io)\/[\w@.-]+/i;
/** Classes that promise something measurable: silence of the evidence is told of them. */
const MEASURABLE = new Set(['quantity', 'comparison', 'service', 'social-proof']);

export function verdictOf(claim: TrackedClaim, terms: ReadonlySet<string>, sides: Sides): Verdict {
  const { found, lastAt } = claim;
  const offered = lastAt === null ? offersOn(claim, sides.offers) : [];
  const proven = goneOffer(claim, sides) ?? statedWrong(claim, sides);
  if (proven !== null) return proven;

  const until = lastAt ?? Number.POSITIVE_INFINITY;
  const past = found.class === 'promise' || SPEAKS_OF_PAST.test(found.text);
  const dated = !claim.undated && !past;
  const ended = dated && lastAt === null ? sides.versions.endedOf(found.text, claim.firstAt) : null;
  if (ended !== null) return said('seems to conflict', ENDED, [removedBy(ended)]);
  const named = removedName(claim, sides);
  if (named !== null) return named;
  const left = (thing: ReadonlySet<string>) => sides.paths.has(thing);
  const naming = namingTermsOf(found.text, sides.names);
  const removal = dated && !isHadElsewhere(claim) ? sides.shipped.removalOf(terms, naming, claim.firstAt, left) : null;
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

/** Its own lines offer a flag, command, file or link that a commit removed. */
export function goneOffer(claim: TrackedClaim, { offers }: Sides): Verdict | null {
  if (claim.lastAt !== null) return null;
  const gone = offersOn(claim, offers).find(({ state, removed }) => state === 'removed' && removed !== null);
  return gone === undefined ? null : said('seems to conflict', 0.98, [offer(gone, 'removed')], { mechanical: true });
}

/** A line of it says of the product what a file beside the page says otherwise: its licence, or an older language. */
export function statedWrong({ doc, lines, found, lastAt }: TrackedClaim, sides: Sides): Verdict | null {
  if (lastAt !== null) return null;
  const [from, to] = lines;
  const isHere = (one: { readonly doc: string; readonly lineNumber: number }) =>
    one.doc === doc && one.lineNumber >= from && one.lineNumber <= to;
  const [one] = [
    ...sides.runtimes.filter((asked) => isHere(asked) && found.text.includes(asked.stated)),
    ...sides.stated.filter(isHere),
  ];
  if (one === undefined) return null;
  const quote = { evidence: one.id, side: 'ships', field: 'title', from: null, to: null, why: 'stated' } as const;
  return said('seems to conflict', FILE, [quote]);
}

/** A change says that it removes what it names, and nothing of that name is left. */
export function removedName(claim: TrackedClaim, sides: Sides): Verdict | null {
  const { found, raw, undated, lastAt, firstAt } = claim;
  if (lastAt !== null || found.class === 'promise' || SPEAKS_OF_PAST.test(found.text)) return null;
  if (OF_OTHERS.test(found.text) || MADE_UP.test(found.text) || NOT_SO.test(found.text)) return null;
  if (isHadElsewhere(claim)) return null;
  // A sentence that claims little offers a thing where it lists it: `- Encryptable: …`.
  if (found.weak && !LISTED.test(raw)) return null;
  const gone = sides.removed.goneOf(
    raw,
    // Of a page whose day is not known, whatever went is gone.
    undated ? Number.NEGATIVE_INFINITY : firstAt,
    (name) =>
      sides.names.has(name) ||
      isLeft(name, raw, sides) ||
      isWithout(found.text, name) ||
      sides.paths.has(new Set([name])),
  );
  return gone === null ? null : said('seems to conflict', NAMED, [removedBy(gone)]);
}

/** The line says where it is to be had: a package or a repository of its own. */
function isHadElsewhere({ raw, behind }: TrackedClaim): boolean {
  return ELSEWHERE.test(raw) || ELSEWHERE.test(behind);
}

/** Files make or fetch it; of a word of code it is enough that one has it, or that nobody looked. */
function isLeft(name: string, raw: string, { things }: Sides): boolean {
  const thing = things.get(name);
  if (thing?.state === 'present') return true;
  const written = raw.match(new RegExp(name.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&'), 'i'))?.[0] ?? name;
  return IDENTIFIER.test(written) && (thing === undefined || thing.spoken === true);
}

/** Nothing is left of a thing that it names, though there was; null where something is, or where it was gone before. */
export function lostThing(claim: TrackedClaim, sides: Sides): Verdict | null {
  const { found, names, raw, undated, firstAt, lastAt } = claim;
  if (undated || lastAt !== null || found.class === 'promise' || SPEAKS_OF_PAST.test(found.text)) return null;
  if (OF_OTHERS.test(found.text) || MADE_UP.test(found.text) || isHadElsewhere(claim)) return null;
  const own = [...names].filter((name) => !sides.names.has(name) && !isWithout(found.text, name));
  for (const name of own) {
    const thing = sides.things.get(name);
    if (thing?.state !== 'removed' || thing.removed === null || thing.removed.at <= firstAt) continue;
    // A call in code is offered by whatever sentence has it.
    const offered = !found.weak || (/\p{Ll}\p{Lu}/u.test(thing.name) && raw.includes(`${thing.name}(`));
    // A word that only code has is told by the files alone; of any other the change must speak.
    const sure = CODE_LIKE.test(thing.name) || takesAway(thing.removed.subject, name);
    if (offered && sure && !MOVES_OUT.test(thing.removed.subject))
      return said('seems to conflict', GONE, [offer(thing, `removed ${name}`)]);
  }
  return null;
}

/** `the same, but without Pytest`. */
function isWithout(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name);
  return at >= 0 && /\b(?:without|no|not|non|never|minus)\b[^,.;:]{0,20}$/i.test(text.slice(0, at));
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

/** What the claim's own lines offer by name. */
function offersOn({ doc, lines, found }: TrackedClaim, offers: readonly Offer[]): readonly Offer[] {
  const [from, to] = lines;
  return offers.filter(
    (one) => one.doc === doc && one.lineNumber >= from && one.lineNumber <= to && namesOffer(found.text, one),
  );
}

/** Of a link the sentence holds the words, and its target stands behind them. */
function namesOffer(text: string, { kind, name, quote }: Offer): boolean {
  if (kind !== 'link') return text.includes(name.replace(/^npm run /, ''));
  const at = quote.indexOf(name);
  const close = at < 0 ? -1 : quote.lastIndexOf('](', at);
  const words = close < 0 ? '' : quote.slice(quote.lastIndexOf('[', close) + 1, close).replace(/[`*_]/g, '');
  return words.length > 2 && text.includes(words);
}

function said(
  verdict: VerdictName,
  confidence: number,
  quotes: readonly LedgerQuote[],
  more: { people?: number; mechanical?: boolean } = {},
): Verdict {
  return {
    verdict,
    confidence: Math.round(confidence * 100) / 100,
    quotes,
    people: more.people ?? 0,
    mechanical: more.mechanical ?? false,
  };
}

function offer({ id }: Offer, why: string): LedgerQuote {
  return { evidence: id, side: 'ships', field: 'title', from: null, to: null, why };
}

function removedBy({ evidence }: EndedVersion): LedgerQuote {
  return { evidence, side: 'ships', field: 'title', from: null, to: null, why: 'removed' };
}

function shown({ evidence, field, why }: ShippedMatch): LedgerQuote {
  return { evidence, side: 'ships', field, from: null, to: null, why };
}

function voice(why: string): (told: Told) => LedgerQuote {
  return ({ evidence, from, to }) => ({ evidence, side: 'says', field: 'body', from, to, why });
}
