/** The year of a product from what is kept: readings, closed rounds, and the promises that came due. */
import { onceEach, stateOf } from '#core/promise-state.ts';
import type { Reading } from '#core/reading.ts';
import { dayOf, WEEK, windowUntil, within, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Year, YearLens, YearPlace, YearPromise } from '#core/year.ts';
import { gapsOverRounds } from '#mirror/over-rounds.ts';
import type { Store } from '#store/store.ts';
import { keptReading, newestReading } from './kept-readings.ts';
import { factsNow } from './links.ts';
import { releasedRounds } from './rounds.ts';
import { lensSince } from './since.ts';

/** A reading of a week before the year is as good as one of its first day. */
const NEAR = WEEK;
/** As many as stand beside each other on a page. */
const MOST_ROUNDS = 4;

/** Null where nothing was read and no round was closed. */
export async function yearOf(store: Store, productId: string): Promise<Year | null> {
  const newest = await newestReading(store, productId);
  const closed = await releasedRounds(store, productId);
  const ends = [newest && Date.parse(newest.at), closed.at(-1)?.round.closesAt].flatMap((end) => end ?? []);
  if (ends.length === 0) return null;
  const to = Math.max(...ends);
  const from = to - YEAR_OF_WEEKS;
  const first = closed.findIndex(({ round }) => (round.closesAt ?? 0) > from);
  const rounds = (first < 0 ? closed.slice(-1) : closed.slice(Math.max(0, first - 1))).slice(-MOST_ROUNDS);
  const { readings, otherMethod } = await readingsIn(store, newest, from);
  return {
    ...{ from: dayOf(from), to: dayOf(to), otherMethod },
    places: readings.map(placeOf),
    lenses: lensesOf(readings),
    rounds: rounds.map(({ round: { id, name, kind, closesAt } }) => ({
      id,
      name,
      kind,
      closedAt: dayOf(closesAt ?? 0),
    })),
    gaps: gapsOverRounds(rounds),
    promises: newest && (await promisesDue(store, newest)),
  };
}

/** The first of the year, and the newest of each month after it: of one day, the one that was made last. */
async function readingsIn(
  store: Store,
  newest: Reading | null,
  from: number,
): Promise<{ readings: readonly Reading[]; otherMethod: number }> {
  if (newest === null) return { readings: [], otherMethod: 0 };
  const { id: productId } = newest.product;
  const inYear = (await store.readings.list(productId)).filter(({ at }) => at > from - NEAR);
  const alike = inYear.filter(({ method }) => method === newest.method.version);
  const inOrder = alike.toSorted((a, b) => a.at - b.at || a.madeAt - b.madeAt);
  const days = new Set(alike.map(({ at }) => dayOf(at)));
  const byMonth = new Map(inOrder.map((one) => [dayOf(one.at).slice(0, 7), one]));
  const [start] = inOrder;
  const opening = start && inOrder.findLast(({ at }) => dayOf(at) === dayOf(start.at));
  const chosen = new Map([...(opening ? [opening] : []), ...byMonth.values()].map((one) => [dayOf(one.at), one]));
  const kept = await Promise.all([...chosen.values()].map(({ id }) => keptReading(store, productId, id)));
  return {
    readings: kept.filter((one) => one !== null),
    otherMethod: new Set(inYear.filter(({ at }) => !days.has(dayOf(at))).map(({ at }) => dayOf(at))).size,
  };
}

function placeOf({ id, at, place, lenses }: Reading): YearPlace {
  const score = ({ score: value, interval }: Reading['lenses']['product']) =>
    value === null ? null : { score: value, interval: interval && { low: interval.low, high: interval.high } };
  const { name, certainty, between } = place;
  const scores = { product: score(lenses.product), customer: score(lenses.customer) };
  return { reading: id, at: at.slice(0, 10), name, certainty, between, ...scores };
}

function lensesOf(readings: readonly Reading[]): YearLens[] {
  const [before, now] = [readings[0], readings.at(-1)];
  if (!before || !now || before === now) return [];
  const answered = (reading: Reading, lens: 'product' | 'customer') =>
    reading.lenses[lens].questions.flatMap(({ id, score }) => (score === null ? [] : [id])).join(' ');
  return (['product', 'customer'] as const).map((lens) => {
    const same = answered(before, lens) === answered(now, lens);
    const since = lensSince(lens, before, now);
    return { ...since, apart: same && since.apart, same };
  });
}

/** As the audit `kept-promises` counts them. */
async function promisesDue(store: Store, { at: until, product }: Reading): Promise<Year['promises']> {
  const at = Date.parse(until);
  const { promises, claims } = await factsNow(store, product.id, ['claims', 'promises']);
  if (claims.places.length === 0 || !promises.known) return null;
  const window = windowUntil(at);
  const due = promises.all.flatMap((one) =>
    one.due !== null && one.at <= at && within(window, one.due) ? [{ ...one, due: one.due }] : [],
  );
  const told = onceEach(due).map((one): YearPromise => {
    const { evidence, place, text, kept } = one;
    const sign = kept !== null && kept.at <= at ? { at: dayOf(kept.at), evidence: kept.evidence } : null;
    const days = { madeAt: dayOf(one.at), due: dayOf(one.due) };
    return { evidence, place, text, ...days, state: stateOf(one, at, true), kept: sign };
  });
  return { until: dayOf(at), due: told.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1)) };
}
