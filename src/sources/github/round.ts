/** One round of calls: from nothing, or from what was known before, and what is known after it. */
import type { Gathered } from '#core/evidence.ts';
import type { Batch } from '#core/source.ts';
import type { Fields } from '../fields.ts';
import type { Stop } from '../patient-calls.ts';
import { type Published, releaseRows } from '../published.ts';
import type { Calls } from './calls.ts';
import type { Cursor, Known } from './cursor.ts';
import type { Lists, Page } from './lists.ts';
import { Replies } from './replies.ts';
import { publisherOf, type Repository } from './repository.ts';
import { restHappening, restRelease, restThread } from './rest.ts';
import { MOST_THREADS, shares } from './shares.ts';
import { closingRow, commentRow, type Happening, happeningRow, type Thread, threadRow } from './thread.ts';

const NOTHING: Known = { last: 0, back: null };
/** Rows that are handed on together. */
const PIECE = 1_000;

export class Round {
  readonly #repository: Repository;
  readonly #calls: Calls;
  readonly #lists: Lists;
  /** What changed last: the first call of every round. */
  readonly #first: Page;
  readonly #threads = new Map<number, Thread>();
  readonly #happenings = new Map<string, Happening>();
  #replies = new Replies(NOTHING, {});
  #releases: Published[] = [];
  /** Threads of a lower number are not read. */
  #lowest = 0;

  constructor(repository: Repository, calls: Calls, lists: Lists, first: Page) {
    this.#repository = repository;
    this.#calls = calls;
    this.#lists = lists;
    this.#first = first;
  }

  /** What kept a round from reading all that it should; the end of a whole plan is none. */
  get stop(): Stop | null {
    const { stop, short } = this.#calls;
    return stop === null || stop.why === 'plan' ? short : stop;
  }

  /** The newest threads, and of them as much as the calls reach. */
  async begin(): Promise<Cursor> {
    const { threads, releases: most, events: pages } = shares(this.#calls.plan);
    const whole = await this.#newestThreads(threads);
    const releases = await this.releases(null, most);
    const floor = [...this.#threads.values()].reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
    const since = changedIn(this.#first.rows, 0);
    const events = await this.#events(NOTHING, Math.min(pages, this.#calls.left), floor);
    const comments = await this.#comments(since, (oldest) => oldest < floor || this.#replies.holdsAll(this.#threads));
    const short = events.back !== null || comments.back !== null;
    return {
      ...{ etag: this.#first.etag, since, releases, comments, events, off: this.#first.off },
      newest:
        whole || this.#threads.size === 0 ? null : { count: this.#threads.size, back: floor, lowest: this.#lowest },
      seen: this.#replies.counts(),
      plan: short ? this.#calls.plan : null,
      owed: this.stop !== null && (short || (!whole && this.#threads.size < MOST_THREADS)),
    };
  }

  /** What changed since; from nothing again where that is more than a round holds. */
  async goOn(before: Cursor): Promise<Cursor> {
    const { newest } = before;
    this.#lowest = newest?.lowest ?? 0;
    this.#replies = new Replies(before.comments, before.seen);
    const { whole } = await this.#lists.walk('changed', {
      ...{ most: shares(this.#calls.plan).threads, first: this.#first },
      take: (row) => {
        const thread = restThread(row);
        if (thread !== null && (thread.changedAt ?? thread.at) >= before.since) this.#keep(thread);
      },
      done: (rows) => changedIn(rows.slice(-1), 0) < before.since,
    });
    if (!whole && this.#calls.stop === null) return this.#anew();
    const events = whole ? await this.#events(before.events, this.#calls.left, before.since) : null;
    const comments = whole ? await this.#comments(before.since, (oldest) => oldest < before.since) : null;
    const releases = await this.releases(before.releases);
    if (!events || !comments || events.back !== null || comments.back !== null) return { ...before, owed: true };
    const added = [...this.#threads.values()].filter(({ at }) => at > before.since).length;
    return {
      ...{ ...before, etag: this.#first.etag, since: changedIn(this.#first.rows, before.since), releases },
      newest: newest === null ? null : { ...newest, count: newest.count + added },
      comments: { ...comments, back: before.comments.back },
      events: { ...events, back: before.events.back },
      seen: this.#replies.counts(),
    };
  }

  /** The etag of their first page; null when they are to be read again. */
  async releases(etag: string | null, most = shares(this.#calls.plan).releases): Promise<string | null> {
    const first = await this.#lists.page('releases', 1, etag ?? undefined);
    if (first === null) return null;
    if (first.unchanged) return etag;
    const found = new Map<string, Published>();
    const { whole, more } = await this.#lists.walk('releases', {
      ...{ most, first },
      take: (row) => {
        const release = restRelease(row);
        if (release !== null) found.set(release.tag, release);
      },
    });
    this.#releases = [...found.values()];
    return whole || (more && this.#calls.stop === null) ? first.etag : null;
  }

  *batches(seen: Readonly<Record<string, number>>): Generator<Batch> {
    const repository = this.#repository;
    const threads = [...this.#threads.values()].sort((one, other) => one.number - other.number);
    const happenings = [...this.#happenings.values()].sort((one, other) => Number(one.id) - Number(other.id));
    const rows: Gathered[] = [
      ...threads.map((thread) => threadRow(repository, thread, seen[thread.number] ?? 0)),
      ...threads.flatMap((thread) => closingRow(repository, thread) ?? []),
      ...this.#replies.all().map((comment) => commentRow(repository, comment)),
      ...happenings.map((happening) => happeningRow(repository, happening)),
      ...releaseRows(publisherOf(repository), this.#releases),
    ];
    for (let at = 0; at < rows.length; at += PIECE) yield { items: rows.slice(at, at + PIECE) };
  }

  #keep(thread: Thread): void {
    if (thread.number >= this.#lowest) this.#threads.set(thread.number, thread);
  }

  #anew(): Promise<Cursor> {
    this.#threads.clear();
    this.#replies = new Replies(NOTHING, {});
    this.#lowest = 0;
    return this.begin();
  }

  /** True when these are all that there are. */
  async #newestThreads(most: number): Promise<boolean> {
    const changed = this.#first.rows.flatMap((row) => restThread(row) ?? []);
    if (!this.#first.more) {
      for (const thread of changed) this.#keep(thread);
      return true;
    }
    const { whole } = await this.#lists.walk('opened', {
      most,
      take: (row) => {
        const thread = restThread(row);
        if (thread !== null) this.#keep(thread);
      },
    });
    if (!whole) this.#lowest = Math.min(...this.#threads.keys(), Number.MAX_SAFE_INTEGER);
    for (const thread of changed) if (!this.#threads.has(thread.number)) this.#keep(thread);
    return whole;
  }

  async #events({ last }: Known, most: number, floor: number): Promise<Known> {
    let highest = last;
    let oldest = Number.POSITIVE_INFINITY;
    const { whole } = await this.#lists.walk('events', {
      most,
      take: (row) => {
        const id = Number(row.id);
        const at = Date.parse(String(row.created_at));
        if (at < oldest) oldest = at;
        if (!(id > last)) return;
        if (id > highest) highest = id;
        const happening = restHappening(row);
        if (happening !== null && happening.number >= this.#lowest) this.#happenings.set(happening.id, happening);
      },
      done: (rows) => oldest < floor || rows.some(({ id }) => Number(id) <= last),
    });
    return { last: highest, back: whole ? null : Math.min(oldest, this.#first.fetchedAt) };
  }

  async #comments(since: number, done: (oldest: number) => boolean): Promise<Known> {
    const replies = this.#replies;
    // Nobody has answered anything that is waited for.
    if (done(Number.POSITIVE_INFINITY)) return { last: replies.last, back: null };
    const { whole } = await this.#lists.walk('comments', {
      most: Math.max(0, this.#calls.left),
      take: (row) => replies.take(row, this.#lowest),
      done: () => done(replies.oldest),
    });
    return { last: replies.last, back: whole ? null : Math.min(replies.oldest, since) };
  }
}

/** The latest change among threads, ms UTC. */
function changedIn(rows: readonly Fields[], least: number): number {
  return rows.reduce((latest, row) => Math.max(latest, restThread(row)?.changedAt ?? 0), least);
}
