/** A project in Jira as its REST API documents it, in the cloud (marks, parts of comments) or on a server (pages by number). */
import { type Answer, iso, type LiveWorld, type Row, START } from './live-world.ts';

const MINUTE = 60_000;

export interface JiraOptions {
  readonly issues: number;
  readonly cloud?: boolean;
}

interface Issue {
  key: string;
  fields: Record<string, unknown>;
  histories: Row[];
  comments: Row[];
}

/** As Jira writes instants: `2026-01-01T00:00:00.000+0000`. */
const time = (at: number) => iso(at).replace('Z', '+0000');

export class JiraWorld implements LiveWorld {
  readonly #issues: Issue[] = [];
  readonly #versions: Row[] = [
    { id: '1', name: '1.0', released: true, releaseDate: '2026-02-01', description: 'It drips no more' },
    { id: '2', name: '2.0', released: false },
    { id: '3', name: 'Sprint 7', released: true, releaseDate: '2026-02-03' },
  ];
  readonly #cloud: boolean;

  constructor({ issues, cloud = false }: JiraOptions) {
    this.#cloud = cloud;
    for (let number = 1; number <= issues; number += 1) this.#issue(number);
  }

  #user(name: string): Row {
    const type = name === 'rita' ? 'customer' : name === 'deploy-bot' ? 'app' : 'atlassian';
    return this.#cloud
      ? { accountId: `5b10:${name}`, accountType: type, displayName: name }
      : { name, key: name, displayName: name };
  }

  #issue(number: number, at = START + number * MINUTE): void {
    const comments = Array.from({ length: number % 6 === 0 ? 45 : number % 3 }, (_, place) => ({
      ...{
        id: String(number * 1_000 + place),
        body: `Answer ${place} to ${number}`,
        author: this.#user(place % 2 === 0 ? 'ada' : 'fan'),
      },
      ...{ created: time(at + place * 1_000), updated: time(at + place * 1_000), jsdPublic: place !== 7 },
    }));
    const closed = number % 4 === 0;
    const done = { id: '5', name: 'Done', statusCategory: { key: 'done' } };
    this.#issues.push({
      key: `KET-${number}`,
      comments,
      histories: closed
        ? [
            {
              id: `${number}1`,
              author: this.#user('ada'),
              created: time(at + MINUTE),
              items: [
                { field: 'status', from: '1', to: '5', toString: 'Done' },
                { field: 'resolution', from: null, to: '10', toString: 'Fixed' },
              ],
            },
            {
              id: `${number}2`,
              author: this.#user('ada'),
              created: time(at + MINUTE),
              items: [{ field: 'assignee', from: null, to: 'ada', toString: 'Ada' }],
            },
          ]
        : [],
      fields: {
        ...{
          summary: `It drips (${number})`,
          description: `Since the last descaling, ${number}.`,
          created: time(at),
          updated: time(at + 2 * MINUTE),
        },
        ...{
          reporter: this.#user(number === 2 ? 'rita' : `asker-${number % 40}`),
          issuetype: { name: number === 5 ? 'Sub-task' : 'Bug', subtask: number === 5 },
        },
        status: closed ? done : { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
        ...{
          resolution: closed ? { name: 'Fixed' } : null,
          resolutiondate: closed ? time(at + MINUTE) : null,
          labels: ['drip'],
        },
        ...{
          versions: [{ name: '0.9' }],
          fixVersions: closed ? [this.#versions[0]] : [],
          votes: { votes: number % 5 },
        },
        issuelinks: number === 8 ? [{ type: { outward: 'duplicates' }, outwardIssue: { key: 'KET-4' } }] : [],
      },
    });
  }

  /** One more issue; the first is reopened and answered. */
  grow(): void {
    const at = START + 450 * 24 * 60 * MINUTE;
    this.#issue(this.#issues.length + 10, at);
    const fourth = this.#issues.find(({ key }) => key === 'KET-4') as Issue;
    fourth.fields = {
      ...fourth.fields,
      updated: time(at),
      resolution: null,
      resolutiondate: null,
      status: { id: '1', statusCategory: { key: 'new' } },
    };
    fourth.histories.push({
      id: '49',
      author: this.#user('fan'),
      created: time(at),
      items: [{ field: 'resolution', from: '10', to: null, toString: '' }],
    });
    fourth.comments.push({
      id: '4999',
      body: 'It drips again',
      author: this.#user('fan'),
      created: time(at),
      updated: time(at),
    });
  }

  /** An issue that was read already is deleted, and every page behind it moves. */
  change(): void {
    this.#issues.splice(2, 1);
  }

  serve(url: URL): Answer {
    const path = url.pathname.replace('/jira', '');
    if (path === '/rest/api/2/serverInfo') {
      return {
        status: 200,
        body: { baseUrl: 'https://jira.acme.example', deploymentType: this.#cloud ? 'Cloud' : 'Server' },
      };
    }
    if (path === '/rest/api/2/status') {
      return {
        status: 200,
        body: [
          { id: '1', statusCategory: { key: 'new' } },
          { id: '5', statusCategory: { key: 'done' } },
        ],
      };
    }
    if (path === '/rest/api/2/project/KET') return { status: 200, body: { key: 'KET', name: 'Kettle' } };
    if (path === '/rest/api/2/project/KET/versions') return { status: 200, body: this.#versions };
    if (path === `/rest/api/2/search${this.#cloud ? '/jql' : ''}`) return this.#search(url);
    const [, key, list] = /^\/rest\/api\/2\/issue\/([A-Z]+-\d+)\/(comment|changelog)$/.exec(path) ?? [];
    const issue = this.#issues.find((one) => one.key === key);
    if (issue === undefined) return { status: 404, body: { errorMessages: ['it does not exist'] } };
    const all = list === 'comment' ? issue.comments : issue.histories;
    const from = Number(url.searchParams.get('startAt'));
    const some = all.slice(from, from + Number(url.searchParams.get('maxResults')));
    return { status: 200, body: { [list === 'comment' ? 'comments' : 'values']: some, total: all.length } };
  }

  #search(url: URL): Answer {
    const jql = url.searchParams.get('jql') ?? '';
    const [, since] = /updated >= "([^"]+)"/.exec(jql) ?? [];
    // The asker's time zone is seven hours ahead of UTC.
    const from = since === undefined ? 0 : Date.parse(`${since.replace(' ', 'T')}:00+07:00`);
    const number = ({ key }: Issue) => Number(key.slice(4));
    const rows = this.#issues
      .filter(({ fields }) => Date.parse(String(fields.updated)) >= from)
      .sort((a, b) => number(a) - number(b));
    const size = Number(url.searchParams.get('maxResults'));
    const mark = url.searchParams.get('nextPageToken');
    if (this.#cloud && mark !== null && !/^after-\d+$/.test(mark))
      return { status: 400, body: { errorMessages: ['the token has expired'] } };
    const start = this.#cloud
      ? rows.findIndex((row) => number(row) > Number(mark?.slice(6) ?? 0))
      : Number(url.searchParams.get('startAt'));
    const some = start < 0 ? [] : rows.slice(start, start + size);
    const issues = some.map(({ key, fields, histories, comments }) => ({
      key,
      fields: {
        ...fields,
        comment: { comments: comments.slice(0, this.#cloud ? 20 : undefined), total: comments.length },
      },
      changelog: { histories, total: histories.length },
    }));
    if (!this.#cloud) return { status: 200, body: { startAt: start, maxResults: size, total: rows.length, issues } };
    const last = some.at(-1);
    const more = last !== undefined && last !== rows.at(-1);
    return { status: 200, body: { issues, isLast: !more, ...(more && { nextPageToken: `after-${number(last)}` }) } };
  }
}
