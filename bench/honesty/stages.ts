/** Simulated companies at each stage of their life: how often a reading names the one they are in. */
import type { Reading } from '#core/reading.ts';
import { stageOf } from '#reading/stage.ts';
import { type Dials, turned } from '../../test/worlds/simulated/dials.ts';
import { END, simulate } from '../../test/worlds/simulated/world.ts';

type StageName = Reading['stage']['name'];

export interface Life {
  readonly name: string;
  readonly is: StageName;
  readonly dials: Dials;
}

/** A company that made its last change so many weeks ago: more than the year after which it is called quiet. */
const STOPPED = 60;
const answering: Partial<Dials> = { answered: [1, 1], wait: [0.3, 3] };

export const LIVES: readonly Life[] = [
  { name: 'two months old', is: 'new', dials: turned({ weeks: 8 }) },
  { name: 'five and a half months old', is: 'new', dials: turned({ weeks: 24 }) },
  { name: 'six and a half months old', is: 'moving', dials: turned({ weeks: 28, gap: [3, 10] }) },
  { name: 'two years old', is: 'moving', dials: turned({}) },
  {
    name: 'a change in one week of twenty',
    is: 'moving',
    dials: turned({ weeks: 208, making: { share: [0.05, 0.05], memory: 0 }, gap: null }),
  },
  {
    name: 'finished, everybody answered',
    is: 'at-rest',
    dials: turned({ ...answering, weeks: 156, stopped: STOPPED, asks: 1 }),
  },
  {
    name: 'finished, few write and are answered',
    is: 'at-rest',
    dials: turned({ ...answering, weeks: 156, stopped: STOPPED, asks: 0.1 }),
  },
  {
    name: 'stopped, hardly anybody answered',
    is: 'left',
    dials: turned({ weeks: 156, stopped: STOPPED, asks: 1, answered: [0, 0.2], closed: [0, 0.2] }),
  },
  {
    name: 'stopped, one in two answered',
    is: 'left',
    dials: turned({ weeks: 156, stopped: STOPPED, asks: 1, answered: [0.5, 0.5] }),
  },
  {
    name: 'stopped with work that waits, everybody answered',
    is: 'quiet',
    dials: turned({ ...answering, weeks: 156, stopped: STOPPED, asks: 1, held: [0.1, 0.3] }),
  },
  {
    name: 'finished, and nobody was heard',
    is: 'quiet',
    dials: turned({ weeks: 156, stopped: STOPPED, asks: 0, reviews: 0 }),
  },
];

/** By name, in how many of the companies it was said. */
export function stagesSaid({ name, dials }: Life, worlds: number): ReadonlyMap<StageName, number> {
  const said = new Map<StageName, number>();
  for (let each = 0; each < worlds; each += 1) {
    const stage = stageOf(simulate(`${name} ${each}`, dials).facts.signs, END).name;
    said.set(stage, (said.get(stage) ?? 0) + 1);
  }
  return said;
}

export function stageLines(worlds: number): readonly string[] {
  return [
    '| companies | are | named so | otherwise |',
    '|---|---|--:|---|',
    ...LIVES.map((life) => {
      const said = stagesSaid(life, worlds);
      const others = [...said]
        .filter(([stage]) => stage !== life.is)
        .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
      const words = others.map(([stage, many]) => `${stage} ${percent(many / worlds)} %`).join(', ');
      return `| ${life.name} | ${life.is} | ${percent((said.get(life.is) ?? 0) / worlds)} % | ${words} |`;
    }),
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(1).replace(/\.0$/, '');
}
