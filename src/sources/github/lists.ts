/** The lists of the API that are read, newest first, page by page. */
import { BifocalError } from '#core/errors.ts';
import { type Fields, isFields } from '../fields.ts';
import type { Calls } from './calls.ts';
import { fullName, type Repository } from './repository.ts';

/** The most that the API gives on one page. */
export const PAGE = 100;

const QUERIES = {
  /** Issues and pull requests by what changed last: whether there is news at all. */
  changed: 'issues?state=all&sort=updated&direction=desc',
  /** The same by when they were opened. */
  opened: 'issues?state=all&sort=created&direction=desc',
  comments: 'issues/comments?sort=updated&direction=desc',
  events: 'issues/events?',
  releases: 'releases?',
} as const;
export type ListName = keyof typeof QUERIES;

export interface Page {
  readonly rows: readonly Fields[];
  /** Another page follows. */
  readonly more: boolean;
  readonly etag: string | null;
  readonly unchanged: boolean;
  readonly fetchedAt: number;
  /** The list is switched off there. */
  readonly off: boolean;
  /** So far back the API turns no pages: what lies there cannot be read this way. */
  readonly cut: boolean;
}

export class Lists {
  readonly #calls: Calls;
  readonly #base: string;

  constructor(calls: Calls, api: string, repository: Repository) {
    this.#calls = calls;
    this.#base = `${api.replace(/\/+$/, '')}/repos/${fullName(repository)}`;
  }

  /** Null when no further call can be made; the calls say why. */
  async page(name: ListName, number: number, etag?: string): Promise<Page | null> {
    const query = QUERIES[name];
    const url = `${this.#base}/${query}${query.endsWith('?') ? '' : '&'}per_page=${PAGE}${number === 1 ? '' : `&page=${number}`}`;
    const answer = await this.#calls.get(url, etag);
    if (answer === null) return null;
    const { status, headers, body, fetchedAt } = answer;
    const about = { etag: headers.etag ?? null, unchanged: status === 304, fetchedAt };
    if (status !== 200) return { ...about, rows: [], more: false, off: status === 410, cut: status === 422 };
    const rows = rowsOf(body);
    if (rows === null) {
      const error = new BifocalError('SOURCE_REFUSED', {
        source: this.#base,
        cause: 'it answered something else than a list',
      });
      this.#calls.stop = { why: 'failed', error };
      return null;
    }
    return { ...about, rows, more: /rel="?next"?/.test(headers.link ?? ''), off: false, cut: false };
  }

  /** Page after page from the first, until `done` or the end; at most `most` pages. `first` was read already. */
  async walk(
    name: ListName,
    {
      most,
      first,
      take,
      done,
    }: { most: number; first?: Page; take(row: Fields): void; done?(rows: readonly Fields[]): boolean },
  ): Promise<{ readonly whole: boolean; readonly more: boolean }> {
    for (let number = 1; number <= most; number += 1) {
      const page = number === 1 && first ? first : await this.page(name, number);
      if (page === null) return { whole: false, more: true };
      for (const row of page.rows) take(row);
      if (done?.(page.rows)) return { whole: true, more: page.more };
      if (!page.more) return { whole: !page.cut, more: page.cut };
    }
    return { whole: false, more: true };
  }
}

function rowsOf(body: string): Fields[] | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return Array.isArray(parsed) ? parsed.filter(isFields) : null;
  } catch {
    return null;
  }
}
