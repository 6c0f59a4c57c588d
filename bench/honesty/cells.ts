/** The worlds in which the honesty suite counts: one dial or a few turned away from the plain company in each. */
import { type Dials, turned } from '../../test/worlds/simulated/dials.ts';

export interface Cell {
  readonly name: string;
  readonly dials: Dials;
}

/** Half as many cases, and half of that again. */
const small = (by: number): Partial<Dials> => ({
  changes: 4 / by,
  asks: 3 / by,
  reviews: 2 / by,
  files: Math.ceil(80 / by),
  folders: Math.ceil(80 / by),
  offers: Math.ceil(40 / by),
});

/** Where one strand is turned, hardly anything is made of the other, and audits of it show no figure. */
const shipping = (dials: Partial<Dials>) => turned({ asks: 0.05, reviews: 0.05, ...dials });
const saying = (dials: Partial<Dials>) =>
  turned({ gap: null, changes: 0.1, files: 8, folders: 8, offers: 4, ...dials });

export const CELLS: readonly Cell[] = [
  { name: 'plain: every case for itself', dials: turned({}) },
  { name: 'half the cases', dials: turned(small(2)) },
  { name: 'a quarter of the cases', dials: turned(small(4)) },
  { name: 'weeks alike', dials: turned({ alike: 0.3, burst: 0.3 }) },
  { name: 'moods of a month', dials: turned({ alike: 0.3, burst: 0.3, season: 4 }) },
  { name: 'moods of two months', dials: turned({ alike: 0.3, burst: 0.3, season: 8 }) },
  { name: 'moods of a quarter', dials: turned({ alike: 0.3, burst: 0.3, season: 13 }) },
  { name: 'feast and famine', dials: turned({ alike: 0.1, burst: 1.5 }) },
  { name: 'few heavy askers', dials: saying({ askers: 25, kin: 0.4 }) },
  { name: 'one asker with a third of all threads', dials: saying({ askers: 200, kin: 0.4, shouter: 0.33 }) },
  { name: 'months between releases', dials: shipping({ gap: [35, 75], spread: 0.4 }) },
  { name: 'releases on Tuesdays', dials: shipping({ gap: [7, 28], rhythm: true }) },
  { name: 'repairs after releases', dials: shipping({ repaired: [0.05, 0.6], alike: 0.2 }) },
  { name: 'work that no release takes along', dials: shipping({ held: [0.05, 0.4], alike: 0.3 }) },
  { name: 'answers after months', dials: saying({ wait: [10, 60], waitSpread: 1.8, answered: [0.7, 0.95] }) },
  { name: 'askers who give up', dials: saying({ patience: 10, wait: [1, 6] }) },
  { name: 'folders rewritten whole', dials: shipping({ folders: 12, alike: 0.6 }) },
];

/** No releases, so that weeks are what the habit made them. */
const weekly = (dials: Partial<Dials>) =>
  turned({ gap: null, making: { share: [0.15, 0.9], memory: 0 }, serving: { share: [0.1, 0.9], memory: 0 }, ...dials });

export const FOCUS_CELLS: readonly Cell[] = [
  { name: 'weeks without memory', dials: weekly({}) },
  {
    name: 'spells of two weeks',
    dials: weekly({
      making: { share: [0.15, 0.9], memory: 0.5 },
      telling: { share: [0.2, 0.8], memory: 0.5 },
      serving: { share: [0.1, 0.9], memory: 0.5 },
    }),
  },
  {
    name: 'spells of a month',
    dials: weekly({
      making: { share: [0.15, 0.9], memory: 0.75 },
      telling: { share: [0.2, 0.8], memory: 0.75 },
      serving: { share: [0.1, 0.9], memory: 0.75 },
    }),
  },
  {
    name: 'nearly every week, or hardly any',
    dials: weekly({
      making: { share: [0.9, 0.99], memory: 0.2 },
      telling: { share: [0.01, 0.1], memory: 0.2 },
      serving: { share: [0.9, 0.99], memory: 0.2 },
    }),
  },
  { name: 'answers as they come', dials: weekly({ serving: null, asks: 1.2 }) },
  { name: 'folders rewritten whole', dials: weekly({ folders: 12, alike: 0.6 }) },
];

/** All that a lens needs: releases that are repaired at times, and not so seldom that ten of them never come. */
const whole = (dials: Partial<Dials>) =>
  turned({
    gap: [10, 20],
    spread: 0.3,
    repaired: [0.02, 0.5],
    held: [0, 0.2],
    changes: 6,
    asks: 5,
    reviews: 3,
    ...dials,
  });

export const LENS_CELLS: readonly Cell[] = [
  { name: 'every case for itself', dials: whole({}) },
  { name: 'moods of a month', dials: whole({ alike: 0.3, burst: 0.3, season: 4 }) },
  { name: 'one asker with a third of all threads', dials: whole({ askers: 200, kin: 0.4, shouter: 0.33 }) },
  { name: 'half the cases', dials: whole({ changes: 3, asks: 2.5, reviews: 1.5, files: 40, folders: 40 }) },
];
