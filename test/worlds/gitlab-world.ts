/** A project on GitLab as its REST API documents it: lists by what changed, notes, state events, releases. */
import { type Answer, iso, type LiveWorld, type Row, START } from './live-world.ts';

const PATH = 'acme/home/kettle';
const MINUTE = 60_000;

export interface GitlabOptions {
  readonly issues: number;
  /** Pages come in another order and with repeats; an issue is deleted and a note edited while they are read. */
  readonly changing?: boolean;
  /** Members may be read. */
  readonly token?: boolean;
}

const user = (username: string) => ({ id: username.length, username, name: `The ${username}`, state: 'active' });

export class GitlabWorld implements LiveWorld {
  readonly #issues: Row[] = [];
  readonly #merges: Row[] = [];
  readonly #notes = new Map<string, Row[]>();
  readonly #events = new Map<string, Row[]>();
  readonly #releases: Row[] = [];
  readonly #options: GitlabOptions;

  constructor(options: GitlabOptions) {
    this.#options = options;
    for (let iid = 1; iid <= options.issues; iid += 1) this.#issue(iid);
    this.#merge(1, options.issues);
    this.#releases.push(release('v1.0.0', START), release('v1.1.0-rc.1', START + MINUTE));
  }

  #issue(iid: number): void {
    // Several change in one moment, so that a page can end in the middle of it.
    const at = START + Math.floor(iid / 7) * MINUTE;
    const talk = Array.from({ length: iid % 5 === 0 ? 101 : iid % 3 }, (_, place) => ({
      ...{ id: iid * 1_000 + place, body: `Answer ${place} to ${iid}`, system: false, internal: place === 7 },
      ...{ author: user(place % 2 === 0 ? 'ada' : 'fan'), created_at: iso(at - 1_000), updated_at: iso(at - 1_000) },
    }));
    const closed = iid % 4 === 0;
    const said = [
      ...talk,
      {
        ...talk[0],
        id: iid * 1_000 + 900,
        system: true,
        body: 'changed the description',
        author: user('ada'),
        created_at: iso(at),
      },
    ];
    this.#notes.set(`issues/${iid}`, talk.length > 0 ? said : []);
    this.#events.set(`issues/${iid}`, [
      {
        id: iid * 10,
        user: user('ada'),
        created_at: iso(at),
        resource_type: 'Issue',
        resource_id: iid,
        state: 'closed',
        source_commit: null,
        source_merge_request: iid === 4 ? { iid: 1 } : null,
      },
    ]);
    this.#issues.push({
      ...{
        id: 70_000 + iid,
        iid,
        project_id: 7,
        title: `Issue ${iid}`,
        description: `It drips, ${iid}.`,
        issue_type: iid === 6 ? 'task' : 'issue',
      },
      ...{
        state: closed ? 'closed' : 'opened',
        created_at: iso(at - 5_000),
        updated_at: iso(at),
        closed_at: closed ? iso(at) : null,
      },
      ...{
        labels: ['bug'],
        author: iid === 3 ? user('support-bot') : user(`asker-${iid % 40}`),
        user_notes_count: talk.length,
        upvotes: iid % 5,
        downvotes: 0,
      },
      ...{
        web_url: `https://gitlab.com/${PATH}/-/issues/${iid}`,
        _links: { closed_as_duplicate_of: iid === 8 ? 'https://gitlab.com/api/v4/projects/7/issues/4' : null },
      },
    });
  }

  #merge(iid: number, late: number): void {
    const at = START + late * MINUTE;
    this.#merges.push({
      ...{
        id: 90_000 + iid,
        iid,
        project_id: 7,
        title: 'Stop the drip',
        description: 'Closes #4',
        state: 'merged',
        draft: false,
      },
      ...{
        created_at: iso(START),
        updated_at: iso(at),
        merged_at: iso(at),
        closed_at: null,
        merge_user: user('ada'),
        labels: [],
      },
      ...{ merge_commit_sha: 'a'.repeat(40), sha: 'b'.repeat(40), author: user('bo'), user_notes_count: 1, upvotes: 0 },
      web_url: `https://gitlab.com/${PATH}/-/merge_requests/${iid}`,
    });
    this.#notes.set(`merge_requests/${iid}`, [
      { id: 5, body: 'Thank you!', system: false, author: user('ada'), created_at: iso(START), updated_at: iso(START) },
    ]);
  }

  /** One more issue, one more note, one more release. */
  grow(): void {
    const iid = this.#options.issues + 7;
    this.#issue(iid);
    const at = iso(START + 900 * MINUTE);
    const first = this.#issues[0] as { user_notes_count: number; updated_at: string };
    const talk = this.#notes.get('issues/1') ?? [];
    talk.push({ id: 4, body: 'Still drips', system: false, author: user('fan'), created_at: at, updated_at: at });
    first.user_notes_count = talk.filter((note) => note.system === false).length;
    first.updated_at = at;
    this.#releases.push(release('v1.1.0', START + 901 * MINUTE));
  }

  change(): void {
    const edited = this.#notes.get('issues/5')?.[0] as { body: string; updated_at: string } | undefined;
    const of = this.#issues.find(({ iid }) => iid === 5) as { updated_at: string } | undefined;
    const at = iso(START + 800 * MINUTE);
    if (edited && of) {
      Object.assign(edited, { body: 'Edited between two pages', updated_at: at });
      of.updated_at = at;
    }
    this.#issues.splice(
      this.#issues.findIndex(({ iid }) => iid === this.#options.issues - 1),
      1,
    );
  }

  serve(url: URL): Answer {
    const under = `/api/v4/projects/${encodeURIComponent(PATH)}`;
    if (!url.pathname.startsWith(under)) return { status: 404, body: { message: '404 Project Not Found' } };
    const path = url.pathname.slice(under.length).replace(/^\//, '');
    if (path === '') return { status: 200, body: { id: 7, name: 'Kettle', path_with_namespace: PATH } };
    if (path === 'members/all') {
      if (this.#options.token !== true) return { status: 401, body: { message: '401 Unauthorized' } };
      const rows =
        url.searchParams.get('page') === '1'
          ? [
              { ...user('ada'), access_level: 40 },
              { ...user('guest'), access_level: 10 },
            ]
          : [];
      return { status: 200, body: rows };
    }
    const thread = /^((?:issues|merge_requests)\/(\d+))\/(notes|resource_state_events)$/.exec(path);
    if (thread) {
      const [, key = '', iid, list] = thread;
      if (key.startsWith('issues') && !this.#issues.some((one) => one.iid === Number(iid)))
        return { status: 404, body: {} };
      return paged((list === 'notes' ? this.#notes : this.#events).get(key) ?? [], url);
    }
    if (path === 'releases') return paged(this.#releases, url);
    const rows = path === 'issues' ? this.#issues : path === 'merge_requests' ? this.#merges : null;
    if (rows === null) return { status: 404, body: {} };
    const since = Date.parse(url.searchParams.get('updated_after') ?? '') || 0;
    const time = (row: Row) => Date.parse(String(row.updated_at));
    const sorted = rows
      .filter((row) => time(row) >= since)
      .sort((a, b) => time(a) - time(b) || Number(a.iid) - Number(b.iid));
    const page = paged(sorted, url);
    const shown = page.body as Row[];
    return this.#options.changing && shown.length > 2 ? { ...page, body: [...shown.toReversed(), shown[0]] } : page;
  }
}

function release(tag: string, at: number): Row {
  return {
    ...{
      tag_name: tag,
      name: tag,
      description: '- it drips no more',
      created_at: iso(at),
      released_at: iso(at),
      upcoming_release: false,
    },
    ...{ author: user('ada'), _links: { self: `https://gitlab.com/${PATH}/-/releases/${tag}` } },
  };
}

function paged(rows: readonly Row[], url: URL): Answer {
  const size = Number(url.searchParams.get('per_page') ?? 20);
  const from = (Number(url.searchParams.get('page') ?? 1) - 1) * size;
  return { status: 200, headers: { 'x-total': String(rows.length) }, body: rows.slice(from, from + size) };
}
