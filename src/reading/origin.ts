/** Where changes began, as bounds that the untraced part allows: never a share of what happens to be written down. */
import type { OriginTold } from '#core/origin.ts';
import type { Reading } from '#core/reading.ts';

type Origin = Reading['origin'];

export function originOf({ counts, because }: OriginTold): Origin {
  const nothing = { outside: null, own: null, idea: null, untraced: null, bounds: null };
  if (counts === null) return { ...nothing, because };
  const { outside, own, idea, untraced } = counts;
  const all = outside + own + idea + untraced;
  if (all === 0) return { ...nothing, because: 'No change that users could notice landed in these 52 weeks.' };
  const between = (known: number) => ({ atLeast: known / all, atMost: (known + untraced) / all });
  return {
    ...{ outside, own, idea, untraced },
    bounds: { outside: between(outside), own: between(own), idea: between(idea) },
    because: sentenceOf(outside, all, untraced),
  };
}

function sentenceOf(outside: number, all: number, untraced: number): string {
  const [least, most] = [percent(outside / all), percent((outside + untraced) / all)];
  const known = all - untraced;
  if (known === 0) return `None of ${all} ${all === 1 ? 'change' : 'changes'} could be traced to where it began.`;
  const began = least === most ? `${least} % began outside` : `At least ${least} %, at most ${most} % began outside`;
  return `${began}; ${percent(outside / known)} % of the ${known} that could be traced.`;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
