/** Discourse as a source: the contract over a forum as it documents itself, then who speaks, long topics, and stops. */
import { expect, test } from 'vitest';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { type Answer, iso, type LiveWorld, portOf, START } from '../../../test/worlds/live-world.ts';
import discourse from './discourse.ts';
import { forumNamed, originOf } from './forum.ts';

const HOUR = 3_600_000;
const OPTIONS = { site: 'https://forum.acme.example', category: 'support/5' };

class ForumWorld implements LiveWorld {
  asked: string[] = [];
  readonly #bumped: number[];
  readonly #more = new Map<number, number>();
  constructor(topics: number) {
    this.#bumped = Array.from({ length: topics }, (_, at) => START + Math.floor(at / 2) * HOUR);
  }
  grow(): void {
    this.#bumped.push(START + 900 * HOUR);
    this.#bumped[0] = START + 901 * HOUR;
    this.#more.set(1, 1);
  }
  #posts(topic: number) {
    const many = topic % 7 === 0 ? 45 : 1 + (topic % 3) + (this.#more.get(topic) ?? 0);
    return Array.from({ length: many }, (_, at) => ({
      ...{
        id: topic * 1_000 + at,
        post_number: at + 1,
        post_type: topic === 4 && at === 1 ? 3 : 1,
        username: at === 1 ? 'ada' : `fan-${at}`,
      },
      ...{
        created_at: iso(START + topic * HOUR + at * 60_000),
        updated_at: iso(START + topic * HOUR + at * 60_000),
        staff: at === 1,
      },
      ...{
        cooked: `<p>It <b>drips</b> &amp; drips, ${topic}/${at}</p>`,
        actions_summary: [{ id: 2, count: at }],
        accepted_answer: topic === 5 && at === 1,
      },
    }));
  }
  serve(url: URL): Answer {
    this.asked.push(`${url.pathname}${url.search}`);
    if (url.pathname === '/about.json')
      return { status: 200, body: { about: { title: 'Kettle talk', stats: { topics_count: this.#bumped.length } } } };
    if (url.pathname === '/c/support/5/l/latest.json') {
      const page = Number(url.searchParams.get('page'));
      const topics = this.#bumped
        .map((at, place) => ({ id: place + 1, title: `Topic ${place + 1}`, bumped_at: iso(at), pinned: place === 2 }))
        .sort(
          (one, other) =>
            Number(other.pinned) - Number(one.pinned) || Date.parse(other.bumped_at) - Date.parse(one.bumped_at),
        );
      const some = topics.slice(page * 30, page * 30 + 30);
      return {
        status: 200,
        body: { topic_list: { topics: some, ...(topics.length > page * 30 + 30 && { more_topics_url: '/more' }) } },
      };
    }
    const [, id = '', rest] = /^\/t\/(\d+)(\/posts)?\.json$/.exec(url.pathname) ?? [];
    if (id === '' || Number(id) > this.#bumped.length) return { status: 404, body: {} };
    const posts = this.#posts(Number(id));
    const wanted = url.searchParams.getAll('post_ids[]').map(Number);
    const some = rest === undefined ? posts.slice(0, 20) : posts.filter((post) => wanted.includes(post.id));
    const topic = {
      id: Number(id),
      slug: `topic-${id}`,
      title: `Topic ${id}`,
      created_at: iso(START + Number(id) * HOUR),
      closed: id === '6',
      tags: ['drip'],
    };
    return { status: 200, body: { ...topic, post_stream: { posts: some, stream: posts.map((post) => post.id) } } };
  }
}

sourceContract(discourse, [
  {
    name: 'a category',
    open: () => {
      const world = new ForumWorld(37);
      return { options: OPTIONS, http: portOf(world), grow: () => world.grow() };
    },
  },
  {
    name: 'a forum that is not there',
    open: () => ({
      options: { site: 'https://forum.acme.example' },
      http: portOf({ serve: () => ({ status: 404, body: {} }) }),
    }),
    fails: 'NOT_PUBLIC',
  },
]);

test('a topic is told with all its posts, its staff, its chosen answer and what it says in words', async () => {
  const { items } = await run(discourse, { options: OPTIONS, http: portOf(new ForumWorld(8)) });
  const of = (id: string) => items.find(({ externalId }) => externalId === id);
  expect(of('topic/7')?.data).toMatchObject({ comments: 44, commentsSeen: 44, side: 'outsider', labels: ['drip'] });
  expect(of('topic/7')?.body).toBe('It drips & drips, 7/0');
  expect(of('post/7001')?.data).toEqual({ side: 'maker', votes: 1 });
  expect(of('topic/5')?.data).toMatchObject({ solved: 1 });
  expect(of('post/5001')?.data).toMatchObject({ answer: 1 });
  expect(of('topic/6')?.data).toMatchObject({ state: 'closed', closedAt: null });
  // What a moderator did is no reply.
  expect(of('post/4001')).toBeUndefined();
});

test('a later gather asks only for topics that were written to since, and a stopped one goes on', async () => {
  const world = new ForumWorld(37);
  const marks: string[] = [];
  const first = await run(
    discourse,
    { options: OPTIONS, http: portOf(world) },
    { onBatch: ({ resume }) => void (resume && marks.push(resume)) },
  );
  world.asked.length = 0;
  await run(discourse, { options: OPTIONS, http: portOf(world) }, { cursor: marks[0] as string });
  expect(world.asked.filter((path) => /^\/t\/\d+\.json/.test(path))).toHaveLength(22);
  world.grow();
  world.asked.length = 0;
  const second = await run(discourse, { options: OPTIONS, http: portOf(world) }, { cursor: first.cursor });
  expect(world.asked.filter((path) => path.startsWith('/t/')).sort()).toEqual(['/t/1.json', '/t/38.json']);
  expect(second.items.map(({ externalId }) => externalId)).toContain('post/1002');
});

test('a forum is named by a category, a topic, or its host', () => {
  const named = (text: string) => {
    const forum = forumNamed(text);
    return forum === null ? null : originOf(forum);
  };
  expect(named('https://forum.acme.example/c/support/5')).toBe('discourse:forum.acme.example/c/support/5');
  expect(named('https://forum.acme.example/t/it-drips/12/3')).toBe('discourse:forum.acme.example');
  expect(named('discourse:forum.acme.example')).toBe('discourse:forum.acme.example');
  for (const other of ['https://forum.acme.example', 'https://example.org/c/', 'https://example.org/t/12'])
    expect(named(other)).toBeNull();
});
