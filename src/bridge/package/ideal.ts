/** The ideal customer: the group with most love and least leaving, where it can be told from all others. */
import type { CustomerGroup, PackageTold } from '#core/package.ts';
import { capital } from '#core/wording.ts';

/** Fewer people with a word of love or of leaving tell nothing of a group (DESIGN §7). */
const LEAST_FELT = 10;

export function idealOf(groups: readonly CustomerGroup[]): PackageTold['ideal'] {
  const unknown = (because: string) => ({ group: null, sentence: `Not known yet: ${because}`, evidence: [] });
  const named = groups.filter(({ others }) => !others);
  if (named.length < 2) return unknown('nothing tells two groups of customers apart.');
  const felt = named.filter(({ either }) => either >= LEAST_FELT);
  if (felt.length === 0) {
    const most = named.reduce((a, b) => (b.either > a.either ? b : a));
    const heard = `“${most.name}” comes nearest with ${most.either}`;
    return unknown(`no group has ${LEAST_FELT} people with a word of praise or of leaving; ${heard}.`);
  }
  const [best, ...rest] = felt.toSorted(
    (a, b) => (b.share ?? 0) - (a.share ?? 0) || b.either - a.either || (a.name < b.name ? -1 : 1),
  ) as [CustomerGroup, ...CustomerGroup[]];
  if (rest.length === 0) {
    const only = `only “${best.name}” has ${LEAST_FELT} people with a word of praise or of leaving`;
    return unknown(`${only}, so it can be held against no other.`);
  }
  const level = rest.find((other) => !isMore(best, other));
  if (level !== undefined) {
    const counts = `of “${best.name}” ${of(best)} praise it and stay, of “${level.name}” ${of(level)}`;
    return unknown(`${counts}. That is too alike, or too few people, to tell them apart.`);
  }
  const { low, high } = best.interval ?? { low: 0, high: 1 };
  const range = `${percent(low)}–${percent(high ?? 1)} %`;
  const sentence = `“${capital(best.name)}”: of those who praise it or leave, ${of(best)} praise it and stay (${percent(best.share ?? 0)} %, ${range}). No other group does so as often.`;
  return { group: best.name, sentence, evidence: best.evidence };
}

/**
 * The lower end of the difference lies above nothing: R. G. Newcombe's tenth method, Statistics in Medicine 17 (1998)
 * 873–890, from the two Wilson intervals.
 */
function isMore(one: CustomerGroup, other: CustomerGroup): boolean {
  const [a, b] = [one.share ?? 0, other.share ?? 0];
  const low = one.interval?.low ?? 0;
  const high = other.interval?.high ?? 1;
  return a - b - Math.sqrt((a - low) ** 2 + (high - b) ** 2) > 0;
}

function of({ loving, either }: CustomerGroup): string {
  return `${loving} of ${either}`;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
