/** The walk through a project: issues in the order of their keys, which do not move, then versions. */
import { dayOf } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import { countIn, type Fields, fieldsIn, isFields, listIn, textIn } from '../fields.ts';
import type { LivePlan, LiveState, Outlook, Piece, Walk } from '../live-gather.ts';
import { sideBySide } from '../live-list.ts';
import { releaseRows } from '../published.ts';
import { FIELDS, type Issue, issueOf, issueRow, publishedOf, rowsOf } from './issue.ts';
import { MANNERS, RAISES } from './manners.ts';
import { originOf, type Place, spaceOf } from './place.ts';

/** Issues with their history are long; the service itself gives fifty without being asked. */
const PAGE = 50;
const PARTS = 100;

/** A day is written in the asker's time zone, which is not told: the westernmost is twelve hours behind. */
const ZONES_MS = 12 * 3_600_000;

/** What was changed a moment ago may be found a little later. */
const INDEX_MS = 10 * 60_000;

const TYPES = ['issue', 'comment', 'closed', 'reopened', 'published'];

export interface JiraState extends LiveState {
  /** Everything that changed before it is known (ms UTC). */
  readonly since: number;
  /** Where the walk is: how many issues are behind it and the last of them, or the cloud's own mark. */
  readonly place: { readonly behind: number; readonly last: string | null; readonly mark: string | null };
  /** When the last issue that was read was written. */
  readonly reached: number;
}

const NOWHERE = { behind: 0, last: null, mark: null };
const START: JiraState = { version: 1, step: 'issues', began: null, anew: true, since: 0, place: NOWHERE, reached: 0 };

type Calls = Pick<Walk, 'calls'>;

interface Page {
  readonly issues: readonly Fields[];
  readonly total: number | null;
  readonly mark: string | null;
  readonly more: boolean;
}

export class JiraWalks {
  readonly #place: Place;
  readonly #api: string;
  #cloud = false;
  /** Statuses that are done, by id. */
  #done: ReadonlySet<string> = new Set();

  constructor(place: Place) {
    this.#place = place;
    this.#api = `${place.site}/rest/api/2`;
  }

  get plan(): LivePlan<JiraState> {
    const { host, key } = this.#place;
    const origin = originOf(this.#place);
    return {
      ...{ source: 'jira', name: `${host}/${key}`, manners: MANNERS, raises: RAISES, start: START },
      look: (walk, state) => this.#look(walk, state),
      steps: [
        ['issues', (walk, state) => this.#issues(walk, state)],
        ['versions', (walk, state) => this.#versions(walk, state)],
      ],
      replaces: TYPES.map((type) => ({ origin, type })),
      finish: (state, began) => ({ ...state, since: began, place: NOWHERE, reached: 0 }),
      // Keys grow with time: what was written before the last issue that was read is known, as it stands now.
      knownUntil: ({ since, reached, step }) => (step === 'versions' ? Number.MAX_SAFE_INTEGER : since || reached),
    };
  }

  async #look({ calls }: Calls, { anew, began }: JiraState): Promise<Outlook> {
    const info = await calls.ask(`${this.#api}/serverInfo`);
    this.#cloud = isFields(info.value) && textIn(info.value, 'deploymentType') === 'Cloud';
    const { value } = await calls.ask(`${this.#api}/project/${this.#place.key}`);
    const project = isFields(value) ? value : {};
    const statuses = await calls.ask(`${this.#api}/status`, { answers: [401, 403, 404] });
    this.#done = doneOf(statuses.value);
    const product = { name: textIn(project, 'name') ?? this.#place.key, kind: 'software' };
    if (!anew || began !== null) return { at: info.at, sentence: null, product };
    return { at: info.at, sentence: await this.#sentence({ calls }), product };
  }

  async #sentence({ calls }: Calls): Promise<string> {
    const total = this.#cloud
      ? null
      : (await this.#page({ calls }, `project = "${this.#place.key}"`, NOWHERE, 1)).total;
    const { host, key } = this.#place;
    if (total === null)
      return `${host}/${key}: how many issues there are is not told; ${PAGE} a call, about a second each. Ctrl-C stops it; the next gather goes on from there.`;
    const pages = Math.ceil(total / PAGE);
    return `${host}/${key}: ${thousands(total)} issues. About ${thousands(pages + 4)} calls, ${thousands(Math.ceil((pages * 2) / 60))} min, more where an issue has over ${PARTS} comments. Ctrl-C stops it; the next gather goes on from there.`;
  }

  async *#issues(walk: Walk, start: JiraState): AsyncGenerator<Piece<JiraState>> {
    const { key } = this.#place;
    const from = start.since === 0 ? '' : ` AND updated >= "${minuteOf(start.since - ZONES_MS)}"`;
    const jql = `project = "${key}"${from} ORDER BY key ASC`;
    let state = start;
    for (;;) {
      const page = await this.#page(walk, jql, state.place, PAGE);
      const moved = this.#moved(state, page);
      if (moved !== null) {
        state = { ...state, place: moved };
        continue;
      }
      const issues = page.issues
        .flatMap((row) => issueOf(row) ?? [])
        .filter(({ changedAt }) => changedAt >= state.since - INDEX_MS);
      const items = await sideBySide(issues, (issue) => this.#whole(walk, issue));
      const behind = this.#startOf(state.place) + page.issues.length;
      const last = textIn(page.issues.at(-1) ?? null, 'key') ?? state.place.last;
      const reached = issues.reduce((most, { at }) => Math.max(most, at), state.reached);
      walk.progress('issues and comments', behind, page.total);
      const step = page.more ? 'issues' : 'versions';
      state = { ...state, step, reached, place: page.more ? { behind, last, mark: page.mark } : NOWHERE };
      yield { items: items.flat(), state };
      if (!page.more) return;
    }
  }

  /** A page of a server begins with the last issue of the one before: so a deletion in between is seen. */
  #startOf({ behind, last }: JiraState['place']): number {
    return this.#cloud || last === null ? behind : Math.max(0, behind - 1);
  }

  /** Where to go on where pages have moved; null where they have not. */
  #moved({ place }: JiraState, { issues }: Page): JiraState['place'] | null {
    if (this.#cloud || place.last === null || place.behind === 0) return null;
    if (textIn(issues[0] ?? null, 'key') === place.last) return null;
    return { behind: Math.max(0, place.behind - PAGE), last: null, mark: null };
  }

  async #page({ calls }: Calls, jql: string, place: JiraState['place'], size: number): Promise<Page> {
    const query = new URLSearchParams({ jql, maxResults: String(size), fields: FIELDS.join(','), expand: 'changelog' });
    if (!this.#cloud) {
      const startAt = this.#startOf(place);
      query.set('startAt', String(startAt));
      const told = await calls.ask(`${this.#api}/search?${query}`);
      const issues = objectsIn(told.value, 'issues');
      const total = countIn(isFields(told.value) ? told.value : null, 'total');
      return { issues, total, mark: null, more: issues.length > 0 && startAt + issues.length < (total ?? 0) };
    }
    if (place.mark !== null) query.set('nextPageToken', place.mark);
    const told = await calls.ask(`${this.#api}/search/jql?${query}`, { answers: place.mark === null ? [] : [400] });
    // A mark holds for seven days: an older one begins anew, and what is known stays as it is.
    if (told.answer.status === 400) return this.#page({ calls }, jql, NOWHERE, size);
    const mark = textIn(isFields(told.value) ? told.value : null, 'nextPageToken');
    return { issues: objectsIn(told.value, 'issues'), total: null, mark, more: mark !== null };
  }

  /** With the comments and the history that the list left out; gone where it was deleted since it was listed. */
  async #whole(walk: Walk, listed: Issue) {
    const { key, commentsTold } = listed;
    let issue = listed;
    if (commentsTold > listed.comments.length) {
      const comments = await this.#all(walk, `issue/${key}/comment?orderBy=created`, 'comments');
      if (comments === null) return [{ ...issueRow(this.#place, listed, 0, []), gone: true }];
      issue = { ...issue, comments };
    }
    if (listed.historiesTold > listed.histories.length && this.#cloud) {
      const histories = await this.#all(walk, `issue/${key}/changelog?`, 'values');
      if (histories !== null) issue = { ...issue, histories };
    }
    return rowsOf(this.#place, issue, this.#done);
  }

  async #all({ calls }: Calls, path: string, list: string): Promise<Fields[] | null> {
    const all = new Map<string, Fields>();
    for (let at = 0; ; ) {
      const { value, answer } = await calls.ask(`${this.#api}/${path}&startAt=${at}&maxResults=${PARTS}`, {
        answers: [404],
      });
      if (answer.status === 404) return null;
      const rows = objectsIn(value, list);
      for (const row of rows) all.set(String(row.id), row);
      at += rows.length;
      if (rows.length === 0 || at >= (countIn(isFields(value) ? value : null, 'total') ?? 0)) return [...all.values()];
    }
  }

  async *#versions({ calls }: Walk, state: JiraState): AsyncGenerator<Piece<JiraState>> {
    const { value } = await calls.ask(`${this.#api}/project/${this.#place.key}/versions`, { answers: [403, 404] });
    const versions = Array.isArray(value) ? value.filter(isFields) : [];
    const publisher = { origin: originOf(this.#place), name: this.#place.key, space: spaceOf(this.#place) };
    const items = releaseRows(
      publisher,
      versions.flatMap((one) => publishedOf(one) ?? []),
    );
    yield { items, state: { ...state, step: 'done' } };
  }
}

/** Statuses of the category `done`. */
function doneOf(value: unknown): ReadonlySet<string> {
  const statuses = Array.isArray(value) ? value.filter(isFields) : [];
  return new Set(
    statuses.flatMap((one) =>
      textIn(fieldsIn(one, 'statusCategory'), 'key') === 'done' ? (textIn(one, 'id') ?? []) : [],
    ),
  );
}

/** `2026-02-28 10:00`, as the query language takes it. */
function minuteOf(at: number): string {
  return `${dayOf(at)} ${new Date(at).toISOString().slice(11, 16)}`;
}

function objectsIn(value: unknown, name: string): readonly Fields[] {
  return isFields(value) ? (listIn(value, name) ?? []).filter(isFields) : [];
}
