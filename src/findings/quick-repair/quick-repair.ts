/** A release that was repaired within days. Page for readers: quick-repair.md. */
import type { Found } from '#core/finding.ts';
import { DAY, type Window, within } from '#core/time.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, onDay, short } from '../wording.ts';

/** Two days: a repair so soon was not planned. Seven, as the audit has it, would also catch weekly trains. */
const SOON = 2 * DAY;

/** Words by which a fix says that it mends what was just broken; a fix of the same file alone is right one time in two. */
const REPAIR = /\b(?:revert|regression|regressed|broken since|broke in|hotfix|accidental(?:ly)?)\b/i;

type Needs = Pick<FactValues, 'history' | 'work' | 'areas' | 'releases'>;

export default defineFinding({
  id: 'quick-repair',
  facts: ['history', 'work', 'areas', 'releases'],
  version: 1,
  precision: { right: 6, of: 6, on: 'vite (2022 to 2026) and zod (2025), each year as of its end' },
  find: (facts, window) => newestOnly(facts.releases.all.flatMap((release) => repairOf(facts, release, window) ?? [])),
});

/** One of a kind is a finding, ten are an audit: the newest speaks. */
function newestOnly(found: readonly Found[]): readonly Found[] {
  return found.toSorted((a, b) => b.at - a.at).slice(0, 1);
}

function repairOf(facts: Needs, release: Release, window: Window): Found | null {
  const { history, work, releases } = facts;
  if (release.pre || !within(window, release.at) || release.brings.length === 0) return null;
  const touched = productFiles(facts, release.brings);
  const next = releases.all.find(
    (other) =>
      !other.pre &&
      other.line === release.line &&
      other.at > release.at &&
      other.at <= Math.min(window.to, release.at + SOON),
  );
  if (!next) return null;
  const shas = new Set(release.brings.map((index) => history.commits[index]?.sha));
  const repairs = next.brings.filter((index) => {
    const commit = history.commits[index];
    if (!commit) return false;
    if (commit.reverts.some((sha) => [...shas].some((brought) => brought?.startsWith(sha)))) return true;
    const says = work.kind[index] === 'fix' && REPAIR.test(commit.subject);
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

function productFiles({ history, areas }: Needs, commits: readonly number[]): number[] {
  return commits.flatMap((index) =>
    Array.from(history.commits[index]?.touched ?? []).filter((path) => areas.of[path] === 'product'),
  );
}
