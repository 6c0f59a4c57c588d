/** The lean where weeks say nothing about making: how deep the product changed in a year against how deep its telling did. */
import type { KindOfWork, Replaced } from '#core/focus.ts';
import type { Observation } from '#core/observation.ts';
import type { Reading } from '#core/reading.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { percentileInterval } from './percentile-interval.ts';
import { SEED } from './weigh.ts';

type Lean = Reading['lean'];

/** Half of each gone within a year is both: ours, argued in docs/decisions. */
const DEEP = 0.5;
/** Less than this is slight updates. */
const SHALLOW = 0.1;

export function leanByDepth(making: KindOfWork, telling: KindOfWork): Lean {
  const nothing = { verdict: 'undecided', difference: null, interval: null, unit: null } as const;
  if (making.replaced === null || making.replaced.length === 0) {
    return { ...nothing, basis: 'depth', because: making.depthBecause ?? 'How deep it changed is not known.' };
  }
  if (telling.state !== 'seen' || telling.replaced === null) {
    const because = telling.depthBecause ?? 'How deep its telling changed is not known.';
    return { ...nothing, basis: 'depth', because };
  }
  const [made, told] = [sharesOf(making.replaced), sharesOf(telling.replaced)];
  const [deep, aloud] = [made.value() ?? 0, told.value() ?? 0];
  const drawn = made.draws(`${SEED} making`);
  const other = told.draws(`${SEED} telling`);
  const interval = percentileInterval(drawn.map((value, draw) => value - (other[draw] ?? 0)));
  const found = { difference: deep - aloud, interval, unit: 'depth' as const, basis: 'Depth' };
  const [what, words] = [making.noun ?? 'the product', telling.noun ?? 'its telling'];
  const because = `Of what stood a year ago ${percent(deep)} of ${what} and ${percent(aloud)} of ${words} is gone or replaced${aloud >= DEEP && deep < SHALLOW ? ': telling runs deep while making rests' : ''}.`;
  if (deep >= DEEP && aloud >= DEEP) return { ...found, verdict: 'both', because };
  if (interval === null || (interval.low <= 0 && (interval.high ?? 1) >= 0)) {
    return { ...found, verdict: 'undecided', because: `${because} The difference may be chance.` };
  }
  return { ...found, verdict: deep > aloud ? 'product' : 'customer', because };
}

/** Every field and every sentence is one case; those of one product or advertisement are drawn together. */
export function sharesOf(replaced: readonly Replaced[]) {
  return prepare(
    { of: 'share' },
    replaced.flatMap(({ block, stood, gone }): Observation[] => [
      ...(gone > 0 ? [{ block, hit: true, count: gone, evidence: [] }] : []),
      ...(stood > gone ? [{ block, hit: false, count: stood - gone, evidence: [] }] : []),
    ]),
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
