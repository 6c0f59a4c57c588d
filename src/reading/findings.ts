/** Up to three findings of the kinds that have proved precise, those that touch most people first. */
import { type FindingKind, type Found, isPrecise } from '#core/finding.ts';
import type { Reading } from '#core/reading.ts';
import { instantOf, type Window } from '#core/time.ts';
import type { Weighed } from './weigh.ts';

/** DESIGN §3: up to three things you may not know. */
const SHOWN = 3;

export function findingsOf(
  kinds: readonly FindingKind[],
  factsFor: (needs: readonly string[]) => object,
  weighed: readonly Weighed[],
  window: Window,
): Pick<Reading, 'findings' | 'findingsBecause'> {
  const found = [
    ...kinds.filter(isPrecise).flatMap((kind) => foundBy(kind, factsFor(kind.facts), window)),
    ...weighed.flatMap((one) => countedIn(one) ?? []),
  ];
  const ranked = found.toSorted(
    (a, b) =>
      (b.people ?? 0) - (a.people ?? 0) || b.weight - a.weight || b.at - a.at || (a.sentence < b.sentence ? -1 : 1),
  );
  const shown = varied(ranked).slice(0, SHOWN);
  const because =
    kinds.length === 0 ? 'No kind of finding has been measured precise enough yet.' : 'Nothing stands out.';
  return {
    findings: shown.map(({ kind, sentence, at, people, quotes, step }) => ({
      kind,
      sentence,
      at: instantOf(at),
      people,
      quotes: quotes.map((quote) => ({ ...quote, text: null })),
      step,
    })),
    findingsBecause: shown.length === 0 ? because : null,
  };
}

type FoundOfKind = Found & { readonly kind: string };

/** More often than not, and not by chance: the whole interval lies over it. */
const A_HALF = 0.5;

/** A figure that only counts needs no sample of its kind to be trusted: its interval says how sure it is. */
function countedIn({ audit, observed, because, interval }: Weighed): FoundOfKind | null {
  const { quotes, people, observations } = observed ?? {};
  if (!quotes || !observations || because === null || interval === null || interval.low <= A_HALF) return null;
  const at = Math.max(...observations.flatMap(({ when }) => when ?? []));
  const step = `${audit.remedy?.title ?? audit.question}.`;
  return { kind: audit.id, sentence: because, at, people: people ?? null, quotes, step, weight: 2 };
}

/** A throw in one kind costs that kind only. */
function foundBy(kind: FindingKind, facts: object, window: Window): FoundOfKind[] {
  try {
    return kind.find(facts as never, window).map((found) => ({ ...found, kind: kind.id }));
  } catch {
    return [];
  }
}

/** The best of each kind first, so that three dead links do not hide everything else. */
function varied(ranked: readonly FoundOfKind[]): FoundOfKind[] {
  const seen = new Set<string>();
  const firsts = ranked.filter(({ kind }) => !seen.has(kind) && seen.add(kind));
  return [...firsts, ...ranked.filter((found) => !firsts.includes(found))];
}
