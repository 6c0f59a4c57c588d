/** What a simulated company ships: commits, releases and what they carry, as facts; and the rates that were true of it. */

import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { DAY, WEEK } from '#core/time.ts';
import type { Commit, FactValues, Notes, Release, WorkKind } from '#facts/values.ts';
import { between, habit, Moods, poisson, rateOf, shared } from './chance.ts';
import type { Dials } from './dials.ts';
import { Gaps } from './gaps.ts';

/** The paths of every simulated product: forty files of it, what tells of it, a test and a lock. */
const PARTS = 40;
const PATHS = [
  ...Array.from({ length: PARTS }, (_, part) => `src/part-${part}.ts`),
  'README.md',
  'test/all.test.ts',
  'package-lock.json',
];
const [TELLING, TESTS, LOCK] = [PARTS, PARTS + 1, PARTS + 2] as const;
const AREAS = PATHS.map((_, path) => (path < PARTS ? 'product' : path === TELLING ? 'telling' : 'upkeep'));

const UPKEEP_A_WEEK = 1;
const BOTS_A_WEEK = 1;

/** One change before facts are made of it. */
export interface Made {
  readonly at: number;
  readonly kind: WorkKind;
  readonly touched: readonly number[];
  readonly visible: boolean;
  readonly bot: boolean;
  readonly held: boolean;
  /** Its number in the tracker of pull requests. */
  readonly number: number;
  /** The number of the change that it takes back. */
  readonly reverts: number | null;
  /** Release notes would name it. */
  readonly named: boolean;
}

export interface ShipsTruth {
  readonly visible: number;
  readonly feature: number;
  readonly held: number;
  readonly repaired: number;
  readonly named: number;
  readonly making: number;
  readonly telling: number;
  readonly gaps: Gaps | null;
}

export interface Ships {
  readonly facts: Pick<FactValues, 'history' | 'areas' | 'work' | 'releases' | 'notes'>;
  readonly made: readonly Made[];
  readonly truth: ShipsTruth;
}

export function ships(random: Random, dials: Dials, end: number): Ships {
  const truth: ShipsTruth = {
    visible: between(random, dials.visible),
    feature: between(random, dials.feature),
    held: between(random, dials.held),
    repaired: between(random, dials.repaired),
    named: between(random, dials.named),
    making: between(random, dials.making.share),
    telling: between(random, dials.telling.share),
    gaps: dials.gap && new Gaps(between(random, dials.gap), dials.spread, dials.rhythm ? 7 : 1),
  };
  const made = [...changes(random, dials, truth, end)];
  const days = truth.gaps === null ? [] : releaseTimes(random, dials, truth.gaps, end);
  made.push(...ofReleases(random, dials, truth, days, end));
  made.sort((a, b) => a.at - b.at || a.number - b.number);
  return { facts: factsOf(made, days), made, truth };
}

/** Changes at even chance over each week in which anything is made. */
function* changes(random: Random, dials: Dials, truth: ShipsTruth, end: number): Generator<Made> {
  const { weeks, making, telling } = dials;
  const [busy, told] = [making, telling].map(({ memory }, which) =>
    habit(random, weeks, which === 0 ? truth.making : truth.telling, memory),
  );
  const sure = truth.making === 1 ? 0 : 1;
  const limits = [truth.visible, truth.feature, truth.held, truth.named].map(normalQuantile);
  const moods = limits.map(() => new Moods(random));
  const next = numbersFrom(100_000);
  for (let week = 0; week < weeks; week += 1) {
    const start = end - (weeks - week) * WEEK;
    const when = () => start + random.uniform() * WEEK;
    const many =
      busy?.[week] && week < weeks - dials.stopped
        ? sure + poisson(random, dials.changes * rateOf(random, dials.burst))
        : 0;
    const season = Math.floor(week / dials.season);
    const isTrue = (what: number) => shared(random, [moods[what]?.of(season) ?? 0, dials.alike]) < (limits[what] ?? 0);
    for (let change = 0; change < many; change += 1) {
      const visible = isTrue(0);
      yield {
        ...bare(when(), next()),
        kind: visible ? (isTrue(1) ? 'feature' : 'fix') : 'refactor',
        touched: [Math.floor(random.uniform() * PARTS)],
        visible,
        held: isTrue(2),
        named: isTrue(3),
      };
    }
    if (told?.[week] && week < weeks - dials.stopped)
      yield { ...bare(when(), next()), kind: 'docs', touched: [TELLING] };
    for (let count = poisson(random, UPKEEP_A_WEEK); count > 0; count -= 1)
      yield { ...bare(when(), next()), kind: 'upkeep', touched: [TESTS] };
    for (let count = poisson(random, BOTS_A_WEEK); count > 0; count -= 1)
      yield { ...bare(when(), next()), kind: 'upkeep', touched: [LOCK], bot: true };
  }
}

function numbersFrom(start: number): () => number {
  let number = start;
  return () => {
    number += 1;
    return number;
  };
}

function bare(at: number, number: number): Made {
  const nothing = { kind: 'other', touched: [], visible: false, bot: false, held: false, reverts: null, named: false };
  return { at, number, ...nothing } as Made;
}

/** From long before the history on, so that no gap begins with it. */
function releaseTimes(random: Random, { weeks, stopped }: Dials, gaps: Gaps, end: number): readonly number[] {
  const times: number[] = [];
  const last = end - stopped * WEEK;
  const start = end - weeks * WEEK;
  // At an odd hour, so that the reading's moment is no release's.
  let at = start - Math.floor(random.uniform() * 400) * DAY - 3_600_000 * 5;
  while (at <= last) {
    if (at > start) times.push(at);
    at += gaps.draw(random) * DAY;
  }
  return stopped === 0 ? times : [...times, last + DAY];
}

/** Each release has one repair of its own, an hour before, and perhaps is followed by taking that back. */
function* ofReleases(
  random: Random,
  { alike, season }: Dials,
  truth: ShipsTruth,
  days: readonly number[],
  end: number,
): Generator<Made> {
  const [repaired, named] = [truth.repaired, truth.named].map(normalQuantile);
  const moods = new Moods(random);
  const notes = new Moods(random);
  const next = numbersFrom(900_000);
  for (const day of days) {
    const mood = moods.of(Math.floor(day / WEEK / season));
    const own = next();
    const visible = { kind: 'fix' as const, touched: [own % PARTS], visible: true };
    const isNamed = shared(random, [notes.of(day), alike]) < (named ?? 0);
    yield { ...bare(day - 3_600_000, own), ...visible, named: isNamed };
    if (shared(random, [mood, alike]) >= (repaired ?? 0)) continue;
    const at = day + (0.2 + 6.3 * random.uniform()) * DAY;
    if (at < end) yield { ...bare(at, next()), ...visible, kind: 'revert', reverts: own, named: isNamed };
  }
}

export const idOfChange = (number: number): string => `c${number}`;
const shaOfChange = (number: number): string => number.toString(16).padStart(8, '0').repeat(5);

function factsOf(made: readonly Made[], days: readonly number[]): Ships['facts'] {
  const commits = made.map(
    ({ at, number, bot, kind, reverts, touched }, index): Commit => ({
      id: idOfChange(number),
      sha: shaOfChange(number),
      parents: index === 0 ? [] : [index - 1],
      at,
      landedAt: at,
      authorId: bot ? 'robot' : 'ada',
      merge: false,
      subject: subjectOf(kind, number),
      reverts: reverts === null ? [] : [shaOfChange(reverts)],
      breaking: false,
      touched,
    }),
  );
  const firstFinal = new Int32Array(commits.length).fill(-1);
  const brings = days.map((): number[] => []);
  let next = 0;
  for (const [index, { at, held }] of made.entries()) {
    while (next < days.length && (days[next] ?? 0) < at) next += 1;
    if (held || next >= days.length) continue;
    firstFinal[index] = next;
    brings[next]?.push(index);
  }
  const all = days.map((at, place): Release => {
    const version = `1.${place}.0`;
    const commit = brings[place]?.at(-1) ?? -1;
    return {
      ...{ id: `r${version}`, name: `v${version}`, version, line: '', at, pre: false },
      ...{ commit, brings: brings[place] ?? [], step: 'iteration' },
    };
  });
  const bits = (flag: (one: Made) => boolean) => Uint8Array.from(made, (one) => Number(flag(one)));
  const because = days.length > 0 ? null : 'Nothing names a release.';
  return {
    history: { commits, paths: PATHS, head: commits.length - 1, whole: true, pathsKnown: true },
    areas: { of: AREAS as FactValues['areas']['of'] },
    work: {
      kind: made.map(({ kind }) => kind),
      told: made.map(() => 'conventional' as const),
      bot: bits(({ bot }) => bot),
      visible: bits(({ visible }) => visible),
      making: bits(({ touched }) => (touched[0] ?? PARTS) < PARTS),
      telling: bits(({ touched }) => touched[0] === TELLING),
    },
    releases: { collected: because === null, because, all, unread: [], firstFinal, mainLine: '' },
    notes: notesOf(made, all),
  };
}

function subjectOf(kind: WorkKind, number: number): string {
  const prefix = { feature: 'feat', fix: 'fix', revert: 'revert', docs: 'docs', refactor: 'refactor' };
  return `${prefix[kind as keyof typeof prefix] ?? 'chore'}: what ${number} is about (#${number})`;
}

function notesOf(made: readonly Made[], all: readonly Release[]): Notes {
  const byRelease = new Map(
    all.map(({ brings, id }, place) => {
      const named = brings.flatMap((index) => (made[index]?.named ? `- see #${made[index]?.number}` : []));
      return [place, { evidence: `n${id}`, lines: named, pasted: false }] as const;
    }),
  );
  return { collected: all.length > 0, because: all.length > 0 ? null : 'No release notes were read.', byRelease };
}
