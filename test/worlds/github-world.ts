/** A repository on GitHub as its REST API shows it: lists sorted, paged, with ETags and a limit of calls. From a tape, or made up. */
import { readFileSync } from 'node:fs';
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Http } from '#core/source.ts';
import type { Answering } from './fault-server.ts';

type Row = Readonly<Record<string, unknown>>;

interface Lists {
  at: string;
  issues: Row[];
  comments: Row[];
  events: Row[];
  releases: Row[];
}

export interface Tape extends Lists {
  readonly repository: string;
  readonly later: Lists;
}

export interface WorldAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TAPE = new URL('../../src/sources/github/github.tape.json', import.meta.url);

export function readTape(): Tape {
  return JSON.parse(readFileSync(TAPE, 'utf8')) as Tape;
}

/** When the hour of calls ends. */
export const RESET = Date.parse('2026-03-27T14:20:00Z');

export class GithubWorld {
  /** What may be called in this hour: 60 for everybody, 5,000 with a token. */
  limit = 60;
  remaining = 60;
  /** Seen with this token only; null: public. */
  token: string | null = null;
  /** Every path asked for, with its query. */
  readonly asked: string[] = [];
  readonly #lists: Lists;
  readonly #repository: string;
  readonly #later: Lists | null;
  /** Answers that come before the lists': path to what is said once each. */
  readonly #faults: { readonly path: RegExp; readonly answer: WorldAnswer }[] = [];

  constructor(tape: Omit<Tape, 'later'> & { readonly later?: Lists } = readTape()) {
    const { at, issues, comments, events, releases, repository, later } = tape;
    this.#lists = { at, issues: [...issues], comments: [...comments], events: [...events], releases: [...releases] };
    this.#repository = repository;
    this.#later = later ?? null;
  }

  get fetchedAt(): number {
    return Date.parse(this.#lists.at);
  }

  /** What happened later on the tape: rows of the same id take the place of older ones. */
  grow(): void {
    const later = this.#later;
    if (later === null) throw new Error('nothing happens later');
    this.#lists.at = later.at;
    for (const list of ['issues', 'comments', 'events', 'releases'] as const) {
      const ids = new Set(later[list].map(({ id }) => id));
      this.#lists[list] = [...this.#lists[list].filter(({ id }) => !ids.has(id)), ...later[list]];
    }
  }

  /** The next answer to a path that fits is this one. */
  failOnce(
    path: RegExp,
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body = '{"message":"no"}',
  ): void {
    this.#faults.push({ path, answer: { status, headers, body } });
  }

  answer(path: string, headers: Readonly<Record<string, string | string[] | undefined>>): WorldAnswer {
    this.asked.push(path);
    const fault = this.#faults.findIndex((one) => one.path.test(path));
    if (fault !== -1) return (this.#faults.splice(fault, 1)[0] as { answer: WorldAnswer }).answer;
    const token = headers.authorization === undefined ? null : String(headers.authorization).replace(/^Bearer /, '');
    const said = (status: number, body: string, more: Readonly<Record<string, string>> = {}) => ({
      status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-ratelimit-limit': String(this.limit),
        'x-ratelimit-remaining': String(this.remaining),
        'x-ratelimit-reset': String(RESET / 1000),
        ...more,
      },
      body,
    });
    if (this.remaining <= 0) return said(403, '{"message":"API rate limit exceeded for 192.0.2.1."}');
    const rows = this.token !== null && token !== this.token ? null : this.#rows(path);
    if (rows === null) {
      this.remaining -= 1;
      return said(404, '{"message":"Not Found"}');
    }
    const body = JSON.stringify(rows.rows);
    const etag = `W/"${digestOf(body)}"`;
    const held = headers['if-none-match'] === etag;
    // Only with a token does an unchanged answer cost nothing.
    if (!held || token === null) this.remaining -= 1;
    const link = rows.next === null ? {} : { link: `<${rows.next}>; rel="next", <${rows.next}>; rel="last"` };
    return held ? said(304, '', { etag }) : said(200, body, { etag, ...link });
  }

  /** The API as the port of a source, without a network. */
  http(api = 'https://api.github.com'): Http {
    return {
      get: async (url, { headers = {}, etag, signal, answers = [] } = {}) => {
        if (signal?.aborted) throw new BifocalError('INTERRUPTED');
        const asked = { ...headers, ...(etag !== undefined && { 'if-none-match': etag }) };
        const answer = this.answer(url.slice(api.length), asked);
        if (answer.status >= 400 && !answers.includes(answer.status)) {
          const code = answer.status >= 500 ? 'SOURCE_UNREACHABLE' : 'SOURCE_REFUSED';
          throw new BifocalError(code, { source: url, cause: `it answered HTTP ${answer.status}` });
        }
        return { ...answer, url, fetchedAt: this.fetchedAt };
      },
    };
  }

  /** The API as a server's answer, under a base path if it has one. */
  serve(base = ''): Answering {
    return (request, response) => {
      const { status, headers, body } = this.answer((request.url ?? '').slice(base.length), request.headers);
      response.writeHead(status, { ...headers, date: new Date(this.fetchedAt).toUTCString() }).end(body);
    };
  }

  #rows(path: string): { readonly rows: readonly Row[]; readonly next: string | null } | null {
    const url = new URL(path, 'https://api.example');
    const list = /^\/repos\/([^/]+\/[^/]+)\/(issues\/comments|issues\/events|issues|releases)$/.exec(url.pathname);
    if (list?.[1]?.toLowerCase() !== this.#repository) return null;
    const name = (list[2]?.split('/')[1] ?? list[2]) as keyof Omit<Lists, 'at'>;
    const by = url.searchParams.get('sort') === 'updated' ? 'updated_at' : 'created_at';
    const sorted = this.#lists[name].toSorted(
      (one, other) => String(other[by]).localeCompare(String(one[by])) || Number(other.id) - Number(one.id),
    );
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    url.searchParams.set('page', String(page + 1));
    return { rows: sorted.slice((page - 1) * size, page * size), next: sorted.length > page * size ? url.href : null };
  }
}
