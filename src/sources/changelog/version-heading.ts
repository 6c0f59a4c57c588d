/** What a heading says: a version, a day, "not released yet", or none of these. */
import { dateOfVersion, type FoundDate, findDate } from './dates.ts';

export interface VersionHeading {
  /** As written, without a leading `v`; null for a day alone and for what is not released yet. */
  readonly version: string | null;
  readonly date: FoundDate | null;
  /** The product's or package's name before the version, if it stands there. */
  readonly name: string | null;
  readonly unreleased: boolean;
  readonly yanked: boolean;
  /** `5.3.x`: a row of versions told elsewhere. */
  readonly series: boolean;
  /** False: a word stands before the version and no date behind; it counts only when another heading looks alike. */
  readonly sure: boolean;
}

/** Words that may stand around a version and say nothing of their own. */
const PLAIN_WORDS = new Set(
  'version versions release releases released ver v rel changes changelog change in what s new noteworthy notes log for the of on date stable final lts beta alpha rc pre prerelease preview yanked latest current major minor patch hotfix update updates unreleased tbd tba and'.split(
    ' ',
  ),
);
/** Before a version these speak about it; the heading is a section. */
const ABOUT = new Set(
  'since from to with without until before after through upgrading upgrade migrating migration requires require drop dropped support node python using via than'.split(
    ' ',
  ),
);
/** Joined to a version they name what lies around it: `Pre-10.0`. */
const BESIDE = new Set(['pre', 'post', 'non', 'up', 'to']);
const NOT_YET = new Set(['unreleased', 'tbd', 'tba', 'unpublished', 'upcoming']);
/** These name the future only where they stand alone. */
const NOT_YET_ALONE = new Set([
  'next',
  'head',
  'master',
  'main',
  'trunk',
  'next release',
  'next version',
  'in development',
]);
const WORD = /[^\s()[\]{},;:"“”'‘’|]+/g;

/** `text` is unmarked and short (see unmark.ts). */
export function readVersionHeading(text: string): VersionHeading | null {
  const date = findDate(text);
  const rest = date === null ? text : withoutDates(text, date);
  const words = [...rest.matchAll(WORD)].filter(([word]) => /[\p{L}\p{N}]/u.test(word));
  const lower = words.map(([word]) => word.toLowerCase());
  const notYet = lower.some((word) => NOT_YET.has(word));
  const yanked = lower.includes('yanked') || lower.includes('retracted');
  const at = words.findIndex(([word], index) => splitVersion(word, lower[index - 1], date !== null, index) !== null);
  const base = { date, name: null, yanked, series: false };
  if (at === -1) {
    if (notYet && words.length <= 4) return { ...base, version: null, unreleased: true, sure: true };
    if (NOT_YET_ALONE.has(lower.join(' '))) return { ...base, version: null, unreleased: true, sure: false };
    if (date === null || words.length > 8) return null;
    return { ...base, version: null, unreleased: false, sure: lower.every((word) => PLAIN_WORDS.has(word)) };
  }
  const word = words[at] as RegExpExecArray;
  const split = splitVersion(word[0], lower[at - 1], date !== null, at) as SplitVersion;
  const leads = lower.slice(0, at);
  const names = words.slice(0, at).filter((_, index) => !PLAIN_WORDS.has(leads[index] as string));
  if (split.name !== null && BESIDE.has(split.name.toLowerCase())) return null;
  if (names.length > 4 || leads.some((lead) => ABOUT.has(lead))) return null;
  if (date === null && !endsWell(rest.slice(word.index + word[0].length), lower.slice(at + 1))) return null;
  const name = [...names.map(([one]) => one), ...(split.name === null ? [] : [split.name])].join(' ') || null;
  const { version, series } = split;
  const sure = date !== null || names.length === 0;
  return { ...base, date: date ?? dateOfVersion(version), version, name, unreleased: notYet, series, sure };
}

/** Behind a version without a date: nothing, plain words, or a title set apart by a mark. */
function endsWell(tail: string, words: readonly string[]): boolean {
  return words.every((word) => PLAIN_WORDS.has(word)) || /^[\])]?\s*(?:[-–—:([|,"“]|\/ )/.test(tail);
}

function withoutDates(text: string, { start, end }: FoundDate): string {
  const once = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const second = findDate(once);
  if (second === null) return once;
  return once.slice(0, second.start) + ' '.repeat(second.end - second.start) + once.slice(second.end);
}

interface SplitVersion {
  readonly name: string | null;
  readonly version: string;
  readonly series: boolean;
}

/** `v1.2.3`, `1.0a37`, `pkg@1.2.3`, `pkg-v1.2.3`, `1.2-1`, `5.3.x`; a bare number only where its neighbours make it one. */
function splitVersion(word: string, before: string | undefined, dated: boolean, index: number): SplitVersion | null {
  const cut = nameEnd(word);
  const bare = word.slice(cut).replace(/[.,!]+$/, '');
  const match = /^[vV]?\.?(\d[\w.+~-]{0,60})$/.exec(bare);
  const version = match?.[1];
  if (version === undefined) return null;
  const name = cut === 0 ? null : word.slice(0, cut).replace(/[-@/_]$/, '') || null;
  if (/^\d+$/.test(version)) {
    const marked = /^v/i.test(bare) || before === 'version' || before === 'release' || before === 'v';
    if (!(marked || (dated && index === 0)) || version.length > 4) return null;
    if (!marked && /^(?:19|20)\d{2}$/.test(version)) return null;
  } else if (!/^\d+[.\-+~a-z]/i.test(version) || /^\d+(?:st|nd|rd|th|k|kb|mb|x|px|ms|s)$/i.test(version)) return null;
  else if (!version.includes('.') && !/^v/i.test(bare) && !dated) return null;
  return { name, version, series: /\.[xX*]$/.test(version) };
}

/** Where a package's name ends in `@scope/pkg@1.2.3`, `pkg-v1.2.3`, `pkg/v1.2`, `pkg-1.2`; 0 without one. */
function nameEnd(word: string): number {
  if (/^[vV]?\.?\d/.test(word)) return 0;
  const at = word.lastIndexOf('@');
  if (at > 0) return at + 1;
  const joint = /[-/_](?=[vV]?\d+\.)/.exec(word);
  return joint === null ? 0 : joint.index + 1;
}
