/** What stands between groups and between rounds: made of figures that are shown, so that it tells nothing that they do not. */
import type { Apart, Between, Gap, Group, Released, ReleasedGroup, RoundSeen, Scale, Share } from '#core/mirror.ts';
import { PARTS } from '#core/mirror.ts';
import { LEVEL } from '#core/observation.ts';
import { mover } from '#core/statistics/mover.ts';
import { GUESS_MOST } from './questions.ts';

export interface Measure {
  readonly n: number;
  readonly value: number;
  readonly interval: Between;
}

/** Questions on a scale, as they are compared: `doing/making`, `right`, `missed`, `place/product`. */
export function scalesOf({ doing, right, missed, place }: ReleasedGroup): ReadonlyMap<string, Scale> {
  const all: readonly (readonly [string, Scale | undefined])[] = [
    ...PARTS.map((part) => [`doing/${part}`, doing?.[part]] as const),
    ...([
      ['right', right],
      ['missed', missed],
    ] as const),
    ...([
      ['place/product', place?.product],
      ['place/customer', place?.customer],
    ] as const),
  ];
  return new Map(all.flatMap(([id, figure]) => (figure ? [[id, figure] as const] : [])));
}

/** Those of them that show a number, and `very`. */
function measuresOf(group: ReleasedGroup): ReadonlyMap<string, Measure> {
  const measures = new Map<string, Measure>();
  for (const [id, figure] of scalesOf(group)) {
    if (figure.state === 'shown') measures.set(id, { n: figure.n, value: figure.mean, interval: figure.interval });
  }
  const very = group.would && percentOf(group.would);
  if (very) measures.set('very', very);
  return measures;
}

/** Of 100. */
function percentOf(share: Share): Measure | null {
  if (share.state !== 'shown') return null;
  const { low, high } = share.interval;
  const interval = { low: low * GUESS_MOST, high: high * GUESS_MOST };
  return { n: share.n, value: (GUESS_MOST * share.count) / share.n, interval };
}

/** Both as they stand, and one less the other. */
function apart(one: Measure, other: Measure): Apart {
  const { difference, interval } = mover(one, other, LEVEL);
  const gap = {
    value: tenth(difference),
    interval: { low: tenth(interval.low), high: tenth(interval.high) },
    sure: interval.low > 0 || interval.high < 0,
  };
  const told = { one: tenth(one.value), other: tenth(other.value) };
  return { ...told, gap, n: one.n + other.n, least: Math.min(one.n, other.n) };
}

/** Leaders where they stand apart, else the team as one. */
export function guessers({ groups }: Released): ReleasedGroup | null {
  return groups.find(({ group }) => group === 'leaders') ?? groups.find(({ group }) => group === 'team') ?? null;
}

/** Of 100 customers: how many more the leaders think would be very disappointed than say so. */
export function selfImageGap(released: Released): Gap | null {
  return selfImageApart(released)?.gap ?? null;
}

function selfImageApart(released: Released): RoundSeen['selfImage'] {
  const guess = guessers(released);
  const customers = released.groups.find(({ group }) => group === 'customers');
  const [thought, said] = [guess && measuresOf(guess).get('missed'), customers && measuresOf(customers).get('very')];
  if (!guess || !thought || !said) return null;
  return { by: guess.group === 'team' ? 'team' : 'leaders', ...apart(thought, said) };
}

/** Leaders against staff, by question. */
export function roleGaps(released: Released): ReadonlyMap<string, Gap> {
  return gapsOf(rolesApart(released));
}

function rolesApart({ groups }: Released): ReadonlyMap<string, Apart> {
  const [leaders, staff] = (['leaders', 'staff'] as const).map((name) => groups.find(({ group }) => group === name));
  if (!leaders || !staff) return new Map();
  return between(measuresOf(leaders), measuresOf(staff));
}

/** All that a reading is handed of a closed round. */
export function seenOf(released: Released): RoundSeen {
  const { round, groups } = released;
  const would = groups.find(({ group }) => group === 'customers')?.would;
  return {
    ...{ evidence: `round:${round.id}`, closedAt: round.closesAt ?? 0 },
    mustHave: would?.state === 'shown' ? { value: would.count / would.n, interval: would.interval, n: would.n } : null,
    selfImage: selfImageApart(released),
    roles: Object.fromEntries(rolesApart(released)),
  };
}

/** What moved since an earlier round, of groups that both show under one name. */
export function changeSince(now: Released, before: Released): ReadonlyMap<Group, ReadonlyMap<string, Gap>> {
  const both = now.groups.flatMap((group) => {
    const then = before.groups.find((one) => one.group === group.group);
    return then ? [[group.group, gapsOf(between(measuresOf(group), measuresOf(then)))] as const] : [];
  });
  return new Map(both);
}

function between(a: ReadonlyMap<string, Measure>, b: ReadonlyMap<string, Measure>): ReadonlyMap<string, Apart> {
  return new Map(
    [...a].flatMap(([id, one]) => {
      const other = b.get(id);
      return other ? [[id, apart(one, other)] as const] : [];
    }),
  );
}

function gapsOf(of: ReadonlyMap<string, Apart>): ReadonlyMap<string, Gap> {
  return new Map([...of].map(([id, { gap }]) => [id, gap]));
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
