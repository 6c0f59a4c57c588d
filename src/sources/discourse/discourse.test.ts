/** Discourse as a source: the contract over a forum as it documents itself, then who speaks, long topics, and stops. */
import { expect, test } from 'vitest';
import type { Gathering } from '#core/source.ts';
import { openHttp } from '#engine/http.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { openFaultServer } from '../../../test/worlds/fault-server.ts';
import { type Answer, answeringOf, iso, type LiveWorld, portOf, START } from '../../../test/worlds/live-world.ts';
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
        user_deleted: topic === 5 && at === 2,
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
  // Whoever deletes a post leaves the forum's own sentence in its place.
  expect(of('post/5002')).toBeUndefined();
  expect(of('topic/5')?.data).toMatchObject({ comments: 1, commentsSeen: 1 });
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

const PATIENT = { ...discourse, gather: (one: Gathering<never>) => discourse.gather({ ...one, patient: true }) };
const opened = (site: string) => ({
  options: { site, category: 'support/5' },
  http: openHttp({ allowPrivate: true, fetchedAt: () => 42, limits: { tries: 1, backOffMs: 5 } }),
});

/** Pages come in another order and repeat themselves; at a moment a post is edited, a topic deleted and an old one bumped. */
class RoughForum extends ForumWorld {
  #answers = 0;
  #changed = false;
  change(): void {
    this.#changed = true;
    this.grow();
  }
  override serve(url: URL): Answer {
    this.#answers += 1;
    const said = super.serve(url);
    const list = (said.body as { topic_list?: { topics: object[] } }).topic_list;
    if (list && this.#answers % 2 === 0) {
      const [pinned, ...rest] = list.topics;
      return { ...said, body: { topic_list: { ...list, topics: [pinned, ...rest.toReversed(), rest[0]] } } };
    }
    if (!this.#changed) return said;
    if (url.pathname === '/t/30.json') return { status: 404, body: {} };
    const stream = (said.body as { post_stream?: { posts: { id: number; cooked: string }[] } }).post_stream;
    const edited = stream?.posts.find(({ id }) => id === 35_020);
    if (edited) edited.cooked = '<p>Edited between two pages</p>';
    return said;
  }
}

test('limits, stumbles, cut answers, repeats and reordered pages change nothing of what is read', async () => {
  const calm = answeringOf(new ForumWorld(90), { every: 0, limits: 'x-ratelimit' });
  const rough = answeringOf(new RoughForum(90), { every: 12, limits: 'x-ratelimit' });
  await using one = await openFaultServer({ '*': calm.answer });
  const wanted = await run(PATIENT as never, opened(one.url));
  // Without a word of how long a limit is waited out for a minute: here every refusal says a second.
  await using other = await openFaultServer({
    '*': (request, response) => {
      response.setHeader('retry-after', '1');
      rough.answer(request, response);
    },
  });
  const got = await run(PATIENT as never, opened(other.url));
  const names = (heard: typeof got) => [...new Set(heard.items.map(({ externalId }) => externalId))].sort();
  expect(names(got)).toEqual(names(wanted));
  expect(got.missing).toEqual([]);
  // By the service's own clock, however wrong the one here is.
  expect(got.observedUntil).toBeGreaterThan(Date.now() + 6 * 3_600_000);
});

test('what is edited, deleted and bumped while it is read is as it is in the end', async () => {
  const world = new RoughForum(37);
  const live = answeringOf(world, { every: 0, limits: 'x-ratelimit', changesAfter: 30 });
  await using server = await openFaultServer({ '*': live.answer });
  const first = await run(PATIENT as never, opened(server.url));
  const second = await run(PATIENT as never, opened(server.url), { cursor: first.cursor });
  const last = new Map([...first.items, ...second.items].map((item) => [item.externalId, item]));
  expect(last.get('post/35020')?.body).toBe('Edited between two pages');
  expect([last.has('topic/38'), last.has('post/1002')]).toEqual([true, true]);
  expect(first.items.some(({ externalId }) => externalId === 'topic/30')).toBe(false);
});
