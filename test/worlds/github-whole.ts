/** A repository as GitHub's lists and questions show it, changing and failing at set moments: for gathers of everything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answering } from './fault-server.ts';

type Row = Record<string, unknown>;

export interface WholeFaults {
  /** Every so many-th answer is one of the faults in turn; 0: none. */
  readonly every: number;
  /** Things change while it is read: a comment is edited, an issue is deleted, pages come in another order. */
  readonly changing: boolean;
}

const SKEW_MS = 7 * 3_600_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString().replace('.000', '');

export function wholeWorld(threads: number, { every, changing }: WholeFaults) {
  const issues: Row[] = [];
  const comments = new Map<string, Row[]>();
  for (let number = 1; number <= threads; number += 1) {
    // Several change in one second, so that a page can end in the middle of it.
    const at = START + Math.floor(number / 7) * 60_000;
    const id = `I_${number}`;
    const talk = Array.from({ length: number % 4 === 0 ? 101 : number % 3 }, (_, place) => ({
      ...{ databaseId: number * 1_000 + place, createdAt: iso(at - 1_000), updatedAt: iso(at - 1_000) },
      ...{ url: `https://github.com/acme/kettle/issues/${number}#c${place}`, body: `Answer ${place} to ${number}` },
      ...{
        authorAssociation: place % 2 === 0 ? 'MEMBER' : 'NONE',
        author: { login: `user-${place}`, __typename: 'User' },
      },
    }));
    comments.set(id, talk);
    issues.push({
      ...{
        node_id: id,
        number,
        title: `Issue ${number}`,
        body: `It drips, ${number}.`,
        state: 'open',
        comments: talk.length,
      },
      ...{ created_at: iso(at - 5_000), updated_at: iso(at), closed_at: null, author_association: 'NONE' },
      ...{
        html_url: `https://github.com/acme/kettle/issues/${number}`,
        user: { login: `asker-${number % 40}`, type: 'User' },
      },
      labels: [],
    });
  }
  const editedAt = iso(START + threads * 60_000);
  let answers = 0;
  let faults = 0;
  let changed = false;
  const asked: string[] = [];

  function change(): void {
    changed = true;
    const talk = comments.get('I_4') ?? [];
    if (talk[0]) Object.assign(talk[0], { body: 'Edited between two pages', updatedAt: editedAt });
    issues.splice(
      issues.findIndex(({ number }) => number === threads - 1),
      1,
    );
  }

  function page(url: URL): unknown {
    const since = Date.parse(url.searchParams.get('since') ?? '') || 0;
    const from = (Number(url.searchParams.get('page') ?? 1) - 1) * 100;
    const time = (row: Row) => Date.parse(String(row.updated_at));
    if (url.pathname.endsWith('/releases')) {
      return [
        {
          tag_name: 'v1.0.0',
          name: '1.0',
          body: 'First',
          published_at: iso(START),
          html_url: 'https://x.example',
          draft: false,
        },
      ];
    }
    if (url.pathname.endsWith('/issues/comments')) {
      return [...comments]
        .flatMap(([id, talk]) => talk.map((one) => [id, one] as const))
        .filter(([, one]) => Date.parse(String(one.updatedAt)) >= Math.max(since, Date.parse(editedAt)))
        .map(([id, one]) => ({
          ...{
            id: one.databaseId,
            created_at: one.createdAt,
            updated_at: one.updatedAt,
            body: one.body,
            html_url: one.url,
          },
          ...{ issue_url: `https://api.github.com/repos/acme/kettle/issues/${id.slice(2)}` },
          ...{ author_association: one.authorAssociation, user: { login: (one.author as Row).login, type: 'User' } },
        }))
        .slice(from, from + 100);
    }
    const rows = issues
      .filter((row) => time(row) >= since)
      .sort((a, b) => time(a) - time(b) || Number(a.number) - Number(b.number));
    const shown = rows.slice(from, from + 100);
    // Out of order, and one of them twice.
    return changing && shown.length > 2 ? [...shown.toReversed(), shown[0]] : shown;
  }

  const connection = (all: readonly Row[], after: string | null) => {
    const from = after === null ? 0 : Number(after);
    const nodes = all.slice(from, from + 100);
    return { nodes, pageInfo: { hasNextPage: from + 100 < all.length, endCursor: String(from + 100) } };
  };

  function graph({ query, variables }: { query: string; variables: Row }): unknown {
    const after = (variables.after as string | null | undefined) ?? null;
    const node = (id: string) => {
      if (!issues.some(({ node_id }) => node_id === id)) return null;
      const number = Number(id.slice(2));
      const closed = {
        __typename: 'LabeledEvent',
        id: `LE_${number}`,
        createdAt: iso(START),
        actor: { login: 'ada', __typename: 'User' },
        label: { name: 'bug' },
      };
      const reaction = { databaseId: number, content: 'THUMBS_UP', createdAt: iso(START), user: { login: 'fan' } };
      return {
        id,
        comments: connection(comments.get(id) ?? [], after),
        reactions: connection([reaction], null),
        timelineItems: connection([closed], null),
      };
    };
    if (query.startsWith('query Counts')) {
      const totals = {
        issues: { totalCount: issues.length },
        pullRequests: { totalCount: 0 },
        discussions: { totalCount: 1 },
        releases: { totalCount: 1 },
      };
      return { repository: totals, rateLimit: { remaining: 4_990 } };
    }
    if (query.startsWith('query Threads')) return { nodes: (variables.ids as string[]).map(node) };
    if (query.startsWith('query Deployments')) {
      const all = ['production', 'staging', 'production', 'production'].map((environment, place) => ({
        ...{ databaseId: 90 - place, createdAt: iso(START - place * 3_600_000), environment, description: 'Deploy' },
        ...{
          commitOid: String(place).repeat(40),
          state: place === 2 ? 'FAILURE' : place === 0 ? 'ACTIVE' : 'INACTIVE',
        },
        ...{ ref: { name: place === 0 ? 'v1.0.0' : 'main' }, latestStatus: null },
      }));
      return { repository: { deployments: { nodes: all, pageInfo: { hasNextPage: false, endCursor: null } } } };
    }
    if (query.startsWith('query More')) return { node: node(String(variables.id)) };
    const reply = {
      databaseId: 2,
      createdAt: iso(START),
      updatedAt: iso(START),
      body: 'Descale it',
      authorAssociation: 'OWNER',
      author: { login: 'ada', __typename: 'User' },
    };
    const talk = { ...reply, databaseId: 1, isAnswer: true, replies: { totalCount: 1, nodes: [reply] } };
    const discussion = {
      ...{
        id: 'D_1',
        number: threads + 1,
        title: 'How do I descale it?',
        body: 'It is white inside.',
        url: 'https://x.example',
      },
      ...{
        createdAt: iso(START),
        updatedAt: iso(START),
        closed: false,
        closedAt: null,
        stateReason: null,
        upvoteCount: 3,
      },
      ...{
        authorAssociation: 'NONE',
        author: { login: 'cat', __typename: 'User' },
        category: { name: 'Q&A' },
        labels: { nodes: [] },
      },
      comments: { totalCount: 1, nodes: [talk], pageInfo: { hasNextPage: false, endCursor: null } },
    };
    return { repository: { discussions: { nodes: [discussion], pageInfo: { hasNextPage: false, endCursor: null } } } };
  }

  /** The platform's clock runs seven hours ahead of everybody's here. */
  const headers = () => ({ 'content-type': 'application/json', date: new Date(Date.now() + SKEW_MS).toUTCString() });
  const soon = () => String(Math.ceil((Date.now() + SKEW_MS) / 1000));
  const FAULTS: readonly ((response: ServerResponse, whole: string) => void)[] = [
    (response) =>
      response.writeHead(403, { ...headers(), 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon() }).end('{}'),
    (response) => response.writeHead(429, { ...headers(), 'retry-after': '1' }).end('{}'),
    (response) => response.writeHead(502, headers()).end('<html>'),
    (response, whole) => response.writeHead(200, headers()).end(whole.slice(0, whole.length / 2)),
  ];

  const answer: Answering = (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      answers += 1;
      asked.push(`${request.method} ${request.url}`);
      if (changing && !changed && answers > 4) change();
      const url = new URL(request.url ?? '', 'http://x.example');
      const told = request.method === 'POST' ? { data: graph(JSON.parse(body)) } : page(url);
      const whole = JSON.stringify(told);
      if (every > 0 && answers % every === 0) {
        const fault = FAULTS[faults++ % FAULTS.length];
        fault?.(response, whole);
      } else response.writeHead(200, headers()).end(whole);
    });
  };
  return { answer, asked, change };
}
