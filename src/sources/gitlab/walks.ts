/** The walks through a project: issues and merge requests with all that was said to them, and releases. */

import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { thousands } from '#core/wording.ts';
import { type Fields, fieldsIn, isFields, textIn, timeIn } from '../fields.ts';
import type { LivePlan, LiveState, Outlook, Piece, Walk } from '../live-gather.ts';
import { type Changed, NOTHING_CHANGED, sideBySide, walkChanged } from '../live-list.ts';
import { numberOf } from '../patient-calls.ts';
import { type Published, releaseRows } from '../published.ts';
import { MANNERS, RAISES } from './manners.ts';
import { type Makers, makersOf, personIn } from './people.ts';
import { originOf, type Project, publisherOf } from './project.ts';
import { eventRow, isSaid, mergeRow, noteRow, type Reading, type Thread, threadOf, threadRow } from './threads.ts';

/** The most that the API gives on one page. */
const PAGE = 100;
/** Threads cost calls of their own: a stop loses no more than these. */
const THREADS = 25;
/** A thread without a word costs no call, one that was answered or closed costs one or two. */
const CALLS_A_THREAD = 1.3;

const TYPES = ['issue', 'pull', 'comment', 'closed', 'reopened', 'merged', 'published'];

export interface GitlabState extends LiveState {
  readonly issues: Changed;
  readonly merges: Changed;
  /** The tag of the first page of releases. */
  readonly releases: string | null;
  /** Members could be read: else only what people did shows who the makers are. */
  readonly members: boolean;
}

const START: GitlabState = {
  ...{ version: 1, step: 'issues', began: null, anew: true, releases: null, members: false },
  ...{ issues: NOTHING_CHANGED, merges: NOTHING_CHANGED },
};

type Calls = Pick<Walk, 'calls'>;

export class ProjectWalks {
  readonly #project: Project;
  readonly #api: string;
  #makers: Makers = null;

  constructor(project: Project) {
    this.#project = project;
    this.#api = `${project.site}/api/v4/projects/${encodeURIComponent(project.path)}`;
  }

  get plan(): LivePlan<GitlabState> {
    const { host, path } = this.#project;
    const origin = originOf(this.#project);
    return {
      ...{ source: 'gitlab', name: `${host}/${path}`, manners: MANNERS, raises: RAISES, start: START },
      look: (walk, state) => this.#look(walk, state),
      steps: [
        ['issues', (walk, state) => this.#threads(walk, state, 'issues')],
        ['merges', (walk, state) => this.#threads(walk, state, 'merges')],
        ['releases', (walk, state) => this.#releases(walk, state)],
      ],
      replaces: TYPES.map((type) => ({ origin, type })),
      finish: (state) => ({ ...state, members: this.#makers !== null }),
      // Behind the issues come merge requests and releases, which are no voices.
      knownUntil: ({ step, issues }) => (step === 'issues' ? issues.since : Number.MAX_SAFE_INTEGER),
      lacks: ({ members }) => (members ? [] : [withoutMembers(`${host}/${path}`)]),
    };
  }

  async #look({ calls }: Calls, { anew, began }: GitlabState): Promise<Outlook> {
    const { value, at } = await calls.ask(this.#api);
    const project = isFields(value) ? value : {};
    this.#makers = await this.#members({ calls });
    const product = { name: textIn(project, 'name') ?? this.#project.path, kind: 'software' };
    if (!anew || began !== null) return { at, sentence: null, product };
    const issues = await this.#count({ calls }, 'issues?scope=all&confidential=false');
    const merges = await this.#count({ calls }, 'merge_requests?scope=all');
    const told = issues !== null && merges !== null;
    const threads = (issues ?? 10_000) + (merges ?? 10_000);
    const number = Math.ceil(threads * CALLS_A_THREAD + threads / THREADS) + 2;
    const words = (count: number | null) => (count === null ? 'over 10,000' : thousands(count));
    const many = (count: number | null, one: string) => `${words(count)} ${one}${count === 1 ? '' : 's'}`;
    const sentence =
      `${this.#project.path}: ${many(issues, 'issue')}, ${many(merges, 'merge request')}. ` +
      `${told ? 'About' : 'Over'} ${words(number)} calls, ${words(Math.ceil(number / 3 / 60))} min. ` +
      'Ctrl-C stops it; the next gather goes on from there.';
    return { at, sentence, product };
  }

  /** Null where more than ten thousand are not counted: https://docs.gitlab.com/api/rest/#other-pagination-headers. */
  async #count({ calls }: Calls, list: string): Promise<number | null> {
    const { answer } = await calls.ask(`${this.#api}/${list}&per_page=1`, { answers: [403] });
    return answer.status === 403 ? 0 : numberOf(answer.headers['x-total']);
  }

  /** Read with a token alone. */
  async #members({ calls }: Calls): Promise<Makers> {
    const members: Fields[] = [];
    for (let page = 1; ; page += 1) {
      const { value } = await calls.ask(`${this.#api}/members/all?per_page=${PAGE}&page=${page}`, {
        answers: [401, 403, 404],
      });
      const rows = rowsOf(value);
      members.push(...rows);
      if (value === null || rows.length < PAGE) return members.length === 0 ? null : makersOf(members);
    }
  }

  async *#threads(walk: Walk, start: GitlabState, list: 'issues' | 'merges'): AsyncGenerator<Piece<GitlabState>> {
    const pull = list === 'merges';
    const reading: Reading = { project: this.#project, makers: this.#makers };
    const path = pull ? 'merge_requests?scope=all' : 'issues?scope=all&confidential=false';
    let state = start;
    let read = 0;
    const pages = walkChanged(start[list], async ({ since, page }) => {
      const from = since === 0 ? '' : `&updated_after=${new Date(since).toISOString()}`;
      const url = `${this.#api}/${path}&order_by=updated_at&sort=asc${from}&per_page=${THREADS}&page=${page}`;
      // Switched off for this project.
      const rows = rowsOf((await walk.calls.ask(url, { answers: [403] })).value);
      const listed = rows.map((row) => ({ key: String(row.iid), at: timeIn(row, 'updated_at') ?? 0, row }));
      return { rows: listed, more: rows.length >= THREADS };
    });
    for await (const { fresh, place, more } of pages) {
      const threads = fresh.flatMap((row) => threadOf(row, pull) ?? []);
      const items = await sideBySide(threads, (thread) => this.#whole(walk, reading, thread));
      read += fresh.length;
      walk.progress(pull ? 'merge requests and notes' : 'issues and notes', read, null);
      state = { ...state, [list]: place, step: more ? list : pull ? 'releases' : 'merges' };
      yield { items: items.flat(), state };
    }
  }

  /** A thread with everything that was said and done there; gone where it was deleted since it was listed. */
  async #whole({ calls }: Calls, reading: Reading, thread: Thread): Promise<Gathered[]> {
    const notes = thread.comments > 0 ? await this.#all({ calls }, thread, 'notes?sort=asc&order_by=created_at&') : [];
    const ended = thread.closed && !thread.pull ? await this.#all({ calls }, thread, 'resource_state_events?') : [];
    if (notes === null || ended === null) return [{ ...threadRow(reading, thread, 0), gone: true }];
    const merged = mergeRow(reading, thread);
    return [
      threadRow(reading, thread, notes.filter(isSaid).length),
      ...notes.flatMap((note) => noteRow(reading, thread, note) ?? []),
      ...ended.flatMap((event) => eventRow(reading, thread, event) ?? []),
      ...(merged === null ? [] : [merged]),
    ];
  }

  async #all({ calls }: Calls, { pull, iid }: Thread, list: string): Promise<Fields[] | null> {
    const all = new Map<number, Fields>();
    for (let page = 1; ; page += 1) {
      const url = `${this.#api}/${pull ? 'merge_requests' : 'issues'}/${iid}/${list}per_page=${PAGE}&page=${page}`;
      const { value, answer } = await calls.ask(url, { answers: [404] });
      if (answer.status === 404) return null;
      const rows = rowsOf(value);
      for (const row of rows) all.set(Number(row.id), row);
      if (rows.length < PAGE) return [...all.values()];
    }
  }

  /** Versions are read from all tags together, so all are read where the first page is new. */
  async *#releases({ calls }: Walk, state: GitlabState): AsyncGenerator<Piece<GitlabState>> {
    const url = `${this.#api}/releases?order_by=released_at&sort=asc&per_page=${PAGE}`;
    const first = await calls.ask(url, {
      ...(state.releases !== null && { etag: state.releases }),
      answers: [403, 404],
    });
    if (first.value === null) {
      yield { items: [], state: { ...state, step: 'done' } };
      return;
    }
    const found = new Map<string, Published>();
    for (let page = 1, rows = rowsOf(first.value); ; page += 1) {
      for (const release of rows.flatMap((row) => publishedOf(row) ?? [])) found.set(release.tag, release);
      if (rows.length < PAGE) break;
      rows = rowsOf((await calls.ask(`${url}&page=${page + 1}`)).value);
    }
    const items = releaseRows(publisherOf(this.#project), [...found.values()]);
    yield { items, state: { ...state, releases: first.answer.headers.etag ?? null, step: 'done' } };
  }
}

/** Null for one that is only announced. */
function publishedOf(fields: Fields): Published | null {
  const tag = textIn(fields, 'tag_name');
  const at = timeIn(fields, 'released_at') ?? timeIn(fields, 'created_at');
  if (tag === null || at === null || fields.upcoming_release === true) return null;
  return {
    ...{ tag, at, title: textIn(fields, 'name') || tag, body: textIn(fields, 'description'), pre: false },
    ...{ url: textIn(fieldsIn(fields, '_links'), 'self'), person: personIn(fields, 'author') },
  };
}

function rowsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function withoutMembers(name: string): Missing {
  const because = `Who the members of ${name} are is told with a token alone; makers are known there by what they did.`;
  return {
    source: 'gitlab',
    code: 'NOT_COLLECTED',
    because,
    remedy: 'Set GITLAB_TOKEN to a token with the scope read_api, or name the team with `bifocal people`.',
  };
}
