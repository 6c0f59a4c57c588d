/** The App Store as a source: the contract over its feed, then paging, edits and what the feed holds back. */
import { expect, test } from 'vitest';
import type { Gathering } from '#core/source.ts';
import { openHttp } from '#engine/http.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { openFaultServer } from '../../../test/worlds/fault-server.ts';
import { answeringOf, iso, type LiveWorld, portOf, START } from '../../../test/worlds/live-world.ts';
import { appNamed } from './app.ts';
import appStore from './app-store.ts';

const HOUR = 3_600_000;

/** A feed of so many reviews an hour apart, newest first; the app itself stands before them, as it used to. */
class Feed implements LiveWorld {
  asked = 0;
  #reviews: number;
  readonly edited = new Map<number, number>();
  constructor(reviews: number) {
    this.#reviews = reviews;
  }
  grow(): void {
    this.#reviews += 1;
    this.edited.set(1, START + 5_000 * HOUR);
  }
  serve(url: URL) {
    this.asked += 1;
    const [, country, page] = /^\/([a-z]{2})\/rss\/customerreviews\/page=(\d+)\/id=42\//.exec(url.pathname) ?? [];
    if (country === undefined) return { status: 404, body: {} };
    const label = (text: unknown) => ({ label: String(text) });
    const all = Array.from({ length: this.#reviews }, (_, at) => ({
      ...{ id: label(`${country}${at + 1}`), title: label('Loud'), content: label(`It wakes everyone, ${at + 1}`) },
      ...{
        updated: label(iso(this.edited.get(at + 1) ?? START + (at + 1) * HOUR).replace('Z', '-00:00')),
        'im:rating': label((at % 5) + 1),
      },
      ...{ 'im:version': label('2.1'), 'im:voteCount': label(at % 3) },
      author: { name: label(`Writer ${at}`), uri: label(`https://itunes.apple.com/${country}/reviews/id${900 + at}`) },
    }));
    const sorted = all.toSorted((one, other) => Date.parse(other.updated.label) - Date.parse(one.updated.label));
    const some = sorted.slice((Number(page) - 1) * 50, Number(page) * 50);
    const app = { id: label('42'), 'im:name': label('Kettle') };
    const entry = some.length === 0 ? undefined : page === '1' ? [app, ...some] : some.length === 1 ? some[0] : some;
    return { status: 200, body: { feed: { author: {}, ...(entry && { entry }) } } };
  }
}

sourceContract(appStore, [
  {
    name: 'the stores of two countries',
    open: () => {
      const feed = new Feed(61);
      return { options: { app: '42', countries: ['de', 'us'] }, http: portOf(feed), grow: () => feed.grow() };
    },
  },
  {
    name: 'an app that is not there',
    open: () => ({ options: { app: '41' }, http: portOf(new Feed(1)) }),
    fails: 'NOT_PUBLIC',
  },
]);

test('stars, version and country are told; later gathers stop at what is known, and meet an edited review', async () => {
  const feed = new Feed(120);
  const world = { options: { app: '42' }, http: portOf(feed) };
  const first = await run(appStore, world);
  expect(first.items).toHaveLength(120);
  expect(first.items[0]).toMatchObject({
    type: 'review',
    amount: 5,
    version: '2.1',
    data: { country: 'us', scale: 5 },
    author: { handle: '1019' },
  });
  expect(first.missing).toEqual([]);
  feed.grow();
  const before = feed.asked;
  const second = await run(appStore, world, { cursor: first.cursor });
  expect(second.items.map(({ externalId }) => externalId)).toContain('review/us1');
  // The look, and the first page alone.
  expect(feed.asked - before).toBe(2);
});

test('what the feed holds back is said', async () => {
  const { items, missing } = await run(appStore, { options: { app: '42' }, http: portOf(new Feed(700)) });
  expect(items).toHaveLength(500);
  expect(missing[0]?.because).toBe('The feed of app 42 in US holds the newest 500 reviews; older ones were not read.');
});

test('a review without a time, or without stars, is refused with its reason', async () => {
  const feed = new Feed(3);
  const http = portOf({
    serve(url: URL) {
      const { status, body } = feed.serve(url) as {
        status: number;
        body: { feed: { entry?: Record<string, unknown>[] } };
      };
      const [app, one, two, three] = body.feed.entry ?? [];
      if (one === undefined || two === undefined) return { status, body };
      const { updated: _, ...timeless } = one;
      const entry = [app, timeless, { ...two, 'im:rating': { label: '9' } }, three];
      return { status, body: { feed: { ...body.feed, entry } } };
    },
  });
  const { items, refused } = await run(appStore, { options: { app: '42' }, http });
  expect(items.map(({ externalId }) => externalId)).toEqual(['review/us1']);
  expect(refused).toEqual([
    { file: 'reviews in US, page 1', row: 1, reason: 'it has no updated, so when it was written is not known' },
    { file: 'reviews in US, page 1', row: 2, reason: 'its im:rating is not one to five' },
  ]);
});

test('an app is named by its number or its address', () => {
  expect(appNamed('app-store:123')).toEqual({ id: '123', country: null });
  expect(appNamed('https://apps.apple.com/de/app/der-kessel/id123')).toEqual({ id: '123', country: 'de' });
  expect(appNamed('https://apps.apple.com/app/id123')).toEqual({ id: '123', country: null });
  for (const other of ['https://apps.apple.com/de/developer/id9', 'https://example.org/app/id1', 'app-store:kettle'])
    expect(appNamed(other)).toBeNull();
});

const PATIENT = { ...appStore, gather: (one: Gathering<never>) => appStore.gather({ ...one, patient: true }) };
const opened = (site: string) => ({
  options: { app: '42', countries: ['de', 'gb', 'us'], site },
  http: openHttp({ allowPrivate: true, fetchedAt: () => 42, limits: { tries: 1, backOffMs: 5 } }),
});

/** Pages come in another order and repeat themselves. */
class RoughFeed extends Feed {
  change(): void {
    this.grow();
  }
  override serve(url: URL) {
    const said = super.serve(url);
    const { entry } = (said.body as { feed?: { entry?: object | object[] } }).feed ?? {};
    if (Array.isArray(entry)) entry.reverse().push(entry[1]);
    return said;
  }
}

test('limits, stumbles, cut answers, repeats and reordered pages change nothing of what is read', async () => {
  const calm = answeringOf(new Feed(260), { every: 0, limits: 'x-ratelimit' });
  const rough = answeringOf(new RoughFeed(260), { every: 4, limits: 'x-ratelimit' });
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
  expect(wanted.items).toHaveLength(780);
  expect(got.missing).toEqual([]);
});

test('a review that was changed while others were read is as it is in the end', async () => {
  const live = answeringOf(new RoughFeed(120), { every: 0, limits: 'x-ratelimit', changesAfter: 4 });
  await using server = await openFaultServer({ '*': live.answer });
  const first = await run(PATIENT as never, opened(server.url));
  const second = await run(PATIENT as never, opened(server.url), { cursor: first.cursor });
  const last = new Map([...first.items, ...second.items].map((item) => [item.externalId, item]));
  for (const country of ['de', 'gb', 'us']) {
    expect(last.get(`review/${country}1`)?.at).toBe(START + 5_000 * HOUR);
    expect(last.has(`review/${country}121`)).toBe(true);
  }
});
