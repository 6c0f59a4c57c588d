/** What stands between groups and between rounds: made of figures that are shown, so that it tells nothing that they do not. */
import {
  type Between,
  type Gap,
  type Group,
  PARTS,
  type Released,
  type ReleasedGroup,
  type Scale,
  type Share,
} from '#core/mirror.ts';
import { GUESS_MOST } from './questions.ts';

export interface Measure {
  readonly value: number;
  readonly interval: Between;
}

/** Questions that give a number, as they are compared: `doing/making`, `right`, `missed`, `very`, `place/product`. */
function measuresOf(group: ReleasedGroup): ReadonlyMap<string, Measure> {
  const measures = new Map<string, Measure>();
  const scale = (id: string, figure: Scale | undefined) => {
    if (figure?.state === 'shown') measures.set(id, { value: figure.mean, interval: figure.interval });
  };
  for (const part of PARTS) scale(`doing/${part}`, group.doing?.[part]);
  scale('right', group.right);
  scale('missed', group.missed);
  scale('place/product', group.place?.product);
  scale('place/customer', group.place?.customer);
  const very = group.would && percentOf(group.would);
  if (very) measures.set('very', very);
  return measures;
}

/** Of 100. */
function percentOf(share: Share): Measure | null {
  if (share.state !== 'shown') return null;
  const { low, high } = share.interval;
  return { value: (GUESS_MOST * share.count) / share.n, interval: { low: low * GUESS_MOST, high: high * GUESS_MOST } };
}

/** Zou and Donner, Statistics in Medicine 27 (2008): the interval of a difference from those of its sides. */
function gapOf(a: Measure, b: Measure): Gap {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.interval.low, b.interval.high - b.value);
  const high = value + Math.hypot(a.interval.high - a.value, b.value - b.interval.low);
  return { value: tenth(value), interval: { low: tenth(low), high: tenth(high) }, sure: low > 0 || high < 0 };
}

/** Leaders where they stand apart, else the team as one. */
function guessers({ groups }: Released): ReleasedGroup | null {
  return groups.find(({ group }) => group === 'leaders') ?? groups.find(({ group }) => group === 'team') ?? null;
}

/** Of 100 customers: how many more the leaders think would be very disappointed than say so. */
export function selfImageGap(released: Released): Gap | null {
  const guess = guessers(released);
  const customers = released.groups.find(({ group }) => group === 'customers');
  const [thought, said] = [guess && measuresOf(guess).get('missed'), customers && measuresOf(customers).get('very')];
  return thought && said ? gapOf(thought, said) : null;
}

/** Leaders against staff, by question. */
export function roleGaps({ groups }: Released): ReadonlyMap<string, Gap> {
  const [leaders, staff] = (['leaders', 'staff'] as const).map((name) => groups.find(({ group }) => group === name));
  if (!leaders || !staff) return new Map();
  return between(measuresOf(leaders), measuresOf(staff));
}

/** What moved since an earlier round, of groups that both show under one name. */
export function changeSince(now: Released, before: Released): ReadonlyMap<Group, ReadonlyMap<string, Gap>> {
  const both = now.groups.flatMap((group) => {
    const then = before.groups.find((one) => one.group === group.group);
    return then ? [[group.group, between(measuresOf(group), measuresOf(then))] as const] : [];
  });
  return new Map(both);
}

function between(a: ReadonlyMap<string, Measure>, b: ReadonlyMap<string, Measure>): ReadonlyMap<string, Gap> {
  return new Map(
    [...a].flatMap(([id, one]) => {
      const other = b.get(id);
      return other ? [[id, gapOf(one, other)] as const] : [];
    }),
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
