/** The App Store as a source: the contract over its feed, then paging, edits and what the feed holds back. */
import { expect, test } from 'vitest';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { iso, type LiveWorld, portOf, START } from '../../../test/worlds/live-world.ts';
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

test('an app is named by its number or its address', () => {
  expect(appNamed('app-store:123')).toEqual({ id: '123', country: null });
  expect(appNamed('https://apps.apple.com/de/app/der-kessel/id123')).toEqual({ id: '123', country: 'de' });
  expect(appNamed('https://apps.apple.com/app/id123')).toEqual({ id: '123', country: null });
  for (const other of ['https://apps.apple.com/de/developer/id9', 'https://example.org/app/id1', 'app-store:kettle'])
    expect(appNamed(other)).toBeNull();
});
