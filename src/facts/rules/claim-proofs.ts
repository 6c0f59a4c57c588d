/** What proves that a claim is in conflict: its own line offers what is gone, or a file or a change says otherwise (docs/reference/claims.md). */
import type { LedgerQuote, VerdictName } from '../ledger-values.ts';
import type { AskedRuntime, Offer } from '../values.ts';
import type { TrackedClaim } from './claim-history.ts';
import type { RemovedNames } from './claim-removed-names.ts';
import type { ShippedMatch, ShippedSide } from './claim-shipped.ts';
import type { EndedVersion, EndedVersions } from './claim-versions.ts';
import type { VoiceSide } from './claim-voices.ts';
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
const NOT_SO = /\b(?:not|cannot|can['’]t|don['’]t|doesn['’]t|won['’]t|isn['’]t)\b/i;
const LISTED = /^\s*(?:[-*+]|\d{1,2}[.)])\s+[[`*_]{0,4}[\p{L}\p{N}]/u;
/** `requestTimeout`, `kak_socket`: a word of code, and of nothing else. */
const IDENTIFIER = /^\p{Ll}[\p{Ll}\p{N}]*\p{Lu}|_\p{L}/u;
/** `LoadTemplates`; `inputName` and `PATH_INFO` may be an option of another, or the reader's own. */
const CODE_LIKE = /^\p{Lu}[\p{L}\p{N}]*\p{Ll}\p{Lu}/u;
/** A repository or a package. */
const ADDRESS =
  /https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg|npmjs|pypi|rubygems|crates)\.(?:com|org|io)\/[\w@.-]+/i;
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

/** A change ends a version that it says will do. */
export function endedVersion(claim: TrackedClaim, sides: Sides): Verdict | null {
  if (claim.lastAt !== null || claim.undated || isOfPast(claim)) return null;
  const ended = sides.versions.endedOf(claim.found.text, claim.firstAt);
  return ended === null ? null : said('seems to conflict', ENDED, [removedBy(ended)]);
}

/** It tells what was or will be, and not what is. */
export function isOfPast({ found }: TrackedClaim): boolean {
  return found.class === 'promise' || SPEAKS_OF_PAST.test(found.text);
}

/** A change says that it removes what it names, and nothing of that name is left. */
export function removedName(claim: TrackedClaim, sides: Sides): Verdict | null {
  const { found, raw, undated, lastAt, firstAt } = claim;
  if (lastAt !== null || isOfPast(claim)) return null;
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
export function isHadElsewhere({ raw, behind }: TrackedClaim): boolean {
  return ADDRESS.test(raw) || ADDRESS.test(behind);
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
  if (undated || lastAt !== null || isOfPast(claim)) return null;
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

/** What the claim's own lines offer by name. */
export function offersOn({ doc, lines, found }: TrackedClaim, offers: readonly Offer[]): readonly Offer[] {
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

export function said(
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

export function offer({ id }: Offer, why: string): LedgerQuote {
  return { evidence: id, side: 'ships', field: 'title', from: null, to: null, why };
}

function removedBy({ evidence }: EndedVersion): LedgerQuote {
  return { evidence, side: 'ships', field: 'title', from: null, to: null, why: 'removed' };
}
