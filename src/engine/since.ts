/** What changed since a day: lenses, releases, who newly waits, who was answered, what is due, which verdicts came. */
import type { ActionTold, BridgeTold } from '#core/action.ts';
import type { Reading } from '#core/reading.ts';
import type { Since, SinceAsks } from '#core/since.ts';
import { DAY, dayOf } from '#core/time.ts';
import type { Thread } from '#facts/voice-values.ts';
import { apart } from '#reading/compare/apart.ts';
import type { Store } from '#store/store.ts';
import { bridgeOf } from './actions.ts';
import { factsNow } from './links.ts';
import { needsTold } from './needs.ts';

/** What is due within so many days is told. */
const SOON = 31 * DAY;
/** Four weeks: a First Monday looks back on about a month. */
export const USUAL_LENGTH = 28 * DAY;
const EVIDENCE_SHOWN = 40;

export interface SinceOrder {
  readonly reading: Reading;
  /** As of about `from`; null where none is kept. */
  readonly before: Reading | null;
  readonly from: number;
}

export async function sinceOf(store: Store, { reading, before, from }: SinceOrder): Promise<Since> {
  const { id: productId } = reading.product;
  const to = Date.parse(reading.at);
  const { threads, releases } = await factsNow(store, productId, ['threads', 'releases']);
  const heard = threads.collected && threads.makers !== 'unknown' && threads.all.some(({ read }) => read);
  const outside = threads.all.filter(({ side, asks, read }) => side === 'outsider' && asks && read);
  const bridge = await bridgeOf(store, reading);
  const { needs } = await needsTold(store, productId);
  const known = new Set(before?.findings.map(({ sentence }) => sentence));
  const shipped = releases.all.flatMap(({ version, at, pre }, index) =>
    pre || at <= from || at > to ? [] : [{ version, ...answeredBy(threads.all, index) }],
  );
  return {
    ...{ from: dayOf(from), to: dayOf(to), reading: reading.id, before: before?.id ?? null },
    lenses: before === null ? [] : (['product', 'customer'] as const).map((lens) => lensSince(lens, before, reading)),
    releases: shipped.reverse(),
    waits: heard ? asksOf(outside.filter((one) => one.at > from && one.at <= to && waits(one, to))) : null,
    answered: heard ? asksOf(outside.filter((one) => one.at <= from && waits(one, from) && !waits(one, to))) : null,
    needs: needs
      .filter(({ demand: { firstAt } }) => firstAt !== null && firstAt > from && firstAt <= to)
      .map(({ id, name, demand: { people } }) => ({ id, name, people }))
      .filter(({ people }) => people > 1),
    findings: reading.findings
      .filter(({ sentence }) => before !== null && !known.has(sentence))
      .map(({ sentence, quotes }) => ({ sentence, evidence: quotes.map(({ evidence }) => evidence) })),
    ...decisions(bridge, from, to),
  };
}

function decisions(bridge: BridgeTold, from: number, to: number): Pick<Since, 'verdicts' | 'due' | 'next'> {
  const open = [...bridge.week, ...bridge.quarter, ...bridge.more];
  const isNew = ({ judged, history }: ActionTold) => {
    if (judged === null || judged.verdict === 'too early') return false;
    return !history.some(({ asOf, verdict }) => verdict === judged.verdict && asOf <= dayOf(from));
  };
  return {
    verdicts: bridge.done.filter(isNew),
    due: open.filter(({ due, state }) => state === 'adopted' && due !== null && Date.parse(due) <= to + SOON),
    next: open.find(({ state }) => state === 'proposed') ?? null,
  };
}

export function lensSince(lens: 'product' | 'customer', before: Reading, now: Reading): Since['lenses'][number] {
  const [then, today] = [before.lenses[lens], now.lenses[lens]];
  const told = { lens, before: then.score, now: today.score };
  const ends = ({ score, interval }: typeof then) =>
    score === null || interval === null || interval.high === null
      ? null
      : { product: '', value: score, interval: { low: interval.low, high: interval.high } };
  const [one, other] = [ends(then), ends(today)];
  if (one === null || other === null) return { ...told, apart: false };
  // Both readings share most of a year: taken as independent they are told apart too seldom rather than too often.
  return { ...told, apart: apart(one, other, now.method.level).interval.low > 0 };
}

function waits({ closed, replies }: Thread, at: number): boolean {
  if (closed !== null && closed.at <= at) return false;
  return !replies.some((reply) => reply.side === 'maker' && reply.at <= at);
}

function asksOf(threads: readonly Thread[]): SinceAsks {
  return {
    people: peopleIn(threads),
    asks: threads.length,
    evidence: threads.slice(0, EVIDENCE_SHOWN).map(({ id }) => id),
  };
}

function answeredBy(threads: readonly Thread[], release: number): { people: number; untold: number } {
  const own = threads.filter(({ shipped, side }) => shipped?.release === release && side !== 'maker' && side !== 'bot');
  return { people: peopleIn(own), untold: peopleIn(own.filter(({ told }) => told === null)) };
}

function peopleIn(threads: readonly Thread[]): number {
  return new Set(threads.map(({ asker, id }) => (asker < 0 ? id : asker))).size;
}
