/** A release that was repaired within days. Page for readers: quick-repair.md. */
import type { Found } from '#core/finding.ts';
import { DAY, type Window, within } from '#core/time.ts';
import { onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, short } from '../wording.ts';

/** Two days: a repair so soon was not planned. Seven, as the audit has it, would also catch weekly trains. */
const SOON = 2 * DAY;

/** Words by which a fix says that it mends what was just broken; they count where it also names what broke. */
const REPAIR = /\b(?:revert|regression|regressed|broken since|broke in|hotfix|accidental(?:ly)?)\b/i;
/** What a shorter text names could be anything. */
const LEAST_NAMED = 12;

type Needs = Pick<FactValues, 'history' | 'areas' | 'releases'>;

export default defineFinding({
  id: 'quick-repair',
  facts: ['history', 'areas', 'releases'],
  version: 2,
  precision: {
    right: 11,
    of: 11,
    on: 'vite (five, 2022 to 2026), pnpm (four, 2021 to 2026), zod (2025) and Vitest (2022), each year as of its end',
  },
  find: (facts, window) => newestOnly(facts.releases.all.flatMap((release) => repairOf(facts, release, window) ?? [])),
});

/** One of a kind is a finding, ten are an audit: the newest speaks. */
function newestOnly(found: readonly Found[]): readonly Found[] {
  return found.toSorted((a, b) => b.at - a.at).slice(0, 1);
}

function repairOf(facts: Needs, release: Release, window: Window): Found | null {
  const { history, releases } = facts;
  if (release.pre || !within(window, release.at) || release.brings.length === 0) return null;
  const touched = productFiles(facts, release.brings);
  const next = releases.all.find(
    (other) =>
      !other.pre &&
      other.line === release.line &&
      majorOf(other) === majorOf(release) &&
      other.at > release.at &&
      other.at <= Math.min(window.to, release.at + SOON),
  );
  if (!next) return null;
  const shas = new Set(release.brings.map((index) => history.commits[index]?.sha));
  const subjects = release.brings.map((index) => history.commits[index]?.subject ?? '');
  const repairs = next.brings.filter((index) => {
    const commit = history.commits[index];
    if (!commit) return false;
    if (commit.reverts.some((sha) => [...shas].some((brought) => brought?.startsWith(sha)))) return true;
    const says = REPAIR.test(commit.subject) && names(commit.subject, release, subjects);
    return says && productFiles(facts, [index]).some((path) => touched.includes(path));
  });
  const repair = history.commits[repairs[0] ?? -1];
  if (!repair) return null;
  const days = Math.max(1, Math.round((next.at - release.at) / DAY));
  return {
    sentence: `${release.name} was repaired by ${next.name} within ${days === 1 ? 'a day' : `${inWords(days)} days`}.`,
    at: next.at,
    people: null,
    quotes: [
      { evidence: release.id, field: 'title', where: `released ${onDay(release.at)}` },
      { evidence: repair.id, field: 'title', where: `commit ${short(repair.sha)}, in ${next.name}` },
    ],
    step: 'Ask what would have caught it a day earlier, and keep that as a test.',
    weight: 1,
  };
}

/** A repair of an older line that comes next by chance mends something else. */
function majorOf({ version }: Release): string | undefined {
  return /\d+/.exec(version)?.[0];
}

/** The release itself, the number of a change that it brought, or the words of that change's subject. */
function names(subject: string, { version }: Release, brought: readonly string[]): boolean {
  if (new RegExp(`\\bin v?${version.replaceAll('.', '\\.')}\\b`).test(subject)) return true;
  const numbers = subject.match(/#\d+/g) ?? [];
  const own = /\(#\d+\)$/.test(subject) ? 1 : 0;
  const others = numbers.slice(0, numbers.length - own);
  const isNumber = (number: string) => brought.some((one) => new RegExp(`${number}\\b`).test(one));
  const words = (
    /\brevert(?:s|ed)?\b[:,]?\s{0,2}["']?(.{1,200}?)["']{0,2}(?: \(#\d+\))?$/i.exec(subject)?.[1] ?? ''
  ).trim();
  return others.some(isNumber) || (words.length >= LEAST_NAMED && brought.some((one) => one.includes(words)));
}

function productFiles({ history, areas }: Needs, commits: readonly number[]): number[] {
  return commits.flatMap((index) =>
    Array.from(history.commits[index]?.touched ?? []).filter((path) => areas.of[path] === 'product'),
  );
}
