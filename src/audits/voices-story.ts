/** Threads told as a story, for cases: who asked when, who answered, how it ended, with plain dates. */
import { DAY } from '#core/time.ts';
import type { Closed, Link, Reply, Shipped, Side, Thread, Threads } from '#facts/voice-values.ts';
import { on } from './story.ts';

interface AskDetails {
  /** Its evidence id; `t1`, `t2` … when absent. */
  readonly id?: string;
  readonly side?: Side;
  readonly kind?: string;
  /** False: its replies were not all read. */
  readonly read?: boolean;
  readonly stars?: number;
  /** Which of several products it is about. */
  readonly line?: string;
  readonly wording?: number;
  /** False: a review that only tells what somebody thinks. */
  readonly asks?: boolean;
}

interface ReplyDetails {
  readonly side?: Side;
  /** Whoever speaks; the makers are `mia`, the bot is `robot`. */
  readonly by?: string;
  readonly templated?: boolean;
  readonly letters?: number;
  readonly wording?: number;
}

interface ClosedDetails {
  readonly by?: string;
  readonly side?: Side;
  readonly reason?: string;
  readonly duplicate?: boolean;
  /** The id of the ask that it is said to repeat, asked before it. */
  readonly original?: string;
  readonly declined?: boolean;
}

/** Mutable while the story is told. */
type Draft = { -readonly [Key in keyof Thread]: Thread[Key] } & { replies: Reply[]; links: Link[] };

export interface VoicesTold {
  readonly threads: Threads;
}

export function voices(until = '2026-06-30') {
  const all: Draft[] = [];
  const persons = new Map<string, number>();
  const originals = new Map<string, string>();
  let details: Partial<Threads> = {};
  const person = (name: string) => {
    const number = persons.get(name) ?? persons.size;
    persons.set(name, number);
    return number;
  };
  const newest = () => all.at(-1) as Draft;
  const told = {
    /** Somebody outside asks, unless told otherwise. */
    asks(day: string, who: string, more: AskDetails = {}) {
      const {
        id = `t${all.length + 1}`,
        side = 'outsider',
        kind = 'issue',
        read = true,
        stars,
        line,
        wording = 0,
        asks = true,
      } = more;
      all.push({
        ...{
          id,
          kind,
          at: on(day),
          asker: person(who),
          side,
          read,
          until: on(until),
          wording,
          asks,
          ...(line !== undefined && { line }),
        },
        ...{ replies: [], links: [], closed: null, shipped: null, told: null, helped: null, stars: stars ?? null },
      });
      return told;
    },
    /** So many people ask, one a day; each is then told of by `then`. */
    crowd(count: number, from: string, then: (day: string, who: string) => void = () => {}) {
      for (let each = 0; each < count; each += 1) {
        const day = new Date(on(from) + each * DAY).toISOString().slice(0, 10);
        told.asks(day, `person ${all.length}`);
        then(day, `person ${all.length - 1}`);
      }
      return told;
    },
    /** Somebody of the makers answers in the newest thread, so many days after it was opened. */
    answered(days: number, more: ReplyDetails = {}) {
      const { side = 'maker', templated = false, letters = 120, wording = 0 } = more;
      const thread = newest();
      const by = more.by ?? (side === 'bot' ? 'robot' : 'mia');
      const id = `${thread.id}.${thread.replies.length + 1}`;
      const at = thread.at + days * DAY;
      thread.replies.push({
        ...{ id, at, person: person(by), side, templated, letters, wording },
        ...{ versions: [], duplicates: [] },
      });
      return told;
    },
    closed(days: number, more: ClosedDetails = {}) {
      const thread = newest();
      const { by = 'mia', side = 'maker', reason = null, declined = false, original } = more;
      const duplicate = more.duplicate ?? original !== undefined;
      const at = thread.at + days * DAY;
      thread.closed = { at, by: person(by), side, reason, evidence: null, duplicate, declined } satisfies Closed;
      if (original !== undefined) originals.set(thread.id, original);
      return told;
    },
    /** A change that says that it answers the newest thread lands. */
    changed(days: number, evidence = `${newest().id}.change`) {
      const thread = newest();
      thread.links.push({ how: 'commit', at: thread.at + days * DAY, commit: 0, evidence, closes: true });
      return told;
    },
    shipped(days: number, version = '1.2.0') {
      const thread = newest();
      const shipped: Shipped = {
        ...{ at: thread.at + days * DAY, release: 0, version },
        ...{ evidence: `r${version}`, noted: null },
      };
      thread.shipped = shipped;
      return told;
    },
    told(days: number, by: 'human' | 'bot' | 'notes' = 'human') {
      const thread = newest();
      thread.told = { at: thread.at + days * DAY, by, evidence: `${thread.id}.told` };
      return told;
    },
    but(more: Partial<Threads>) {
      details = more;
      return told;
    },
    facts(): VoicesTold {
      const sorted = all.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
      const threads = sorted.map((thread) => {
        const original = sorted.findIndex(({ id }) => id === originals.get(thread.id));
        return thread.closed && original >= 0 ? { ...thread, closed: { ...thread.closed, original } } : thread;
      });
      return {
        threads: {
          collected: all.length > 0,
          because: all.length > 0 ? null : 'No issues and no reviews were gathered.',
          all: threads,
          until: on(until),
          linked: true,
          makers: 'told',
          isMaker: Uint8Array.from([...persons.keys()], (name) => Number(name === 'mia')),
          commitBy: new Int32Array(0),
          commitNames: new Map(),
          commitPull: new Map(),
          pulls: [],
          ...details,
        },
      };
    },
  };
  return told;
}
