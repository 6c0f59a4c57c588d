/** The Bridge of the sample over HTTP: one step that moved, one that did not, one too early with its day, one decided against. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bridgeOf } from '#engine/actions.ts';
import { decideAction } from '#engine/decide-action.ts';
import { targetOfProduct } from '#engine/named-target.ts';
import { reflect } from '#engine/reflect.ts';
import { sent, startServer, type TestServer } from './server.ts';

interface Told {
  readonly head: string;
  readonly week: Action[];
  readonly quarter: Action[];
  readonly dropped: Action[];
  readonly done: Action[];
}
interface Action {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly people: number | null;
  readonly judged: { verdict: string; possibleAt: string | null; since: { n: number } } | null;
  readonly says: { verdict: string | null; sentence: string | null };
}

let server: TestServer;
let gallop: string;

beforeAll(async () => {
  server = await startServer();
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  gallop = (await server.ended((json as { job: { id: string } }).job.id)).productId;
}, 120_000);
afterAll(() => server.close());

async function told(): Promise<Told> {
  return (await server.ask(`/products/${gallop}/bridge`)).json as Told;
}

async function decide(id: string, body: object) {
  return server.ask(`/products/${gallop}/bridge/${id}`, sent(body));
}

async function named(name: string): Promise<Action> {
  const { week, quarter, ...rest } = await told();
  const found = [...week, ...quarter, ...((rest as { more?: Action[] }).more ?? [])].find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

test('steps come by the people who wait, three for the week and two bets', async () => {
  const { week, quarter, head } = await told();
  expect(week.map(({ name, people }) => [name, people])).toEqual([
    ['no-human-answer', 40],
    ['first-human-reply', 16],
    ['loop-closure', 11],
  ]);
  expect(quarter).toHaveLength(2);
  expect(head).toBe('First: answer the oldest unanswered ask, then the next, for 40 people who wait.');
});

test('what is taken up, done, dropped and taken back is kept, and nonsense is refused', async () => {
  const { id } = await named('stale-docs');
  expect((await decide(id, { verb: 'done' })).status).toBe(400);
  expect((await decide(id, { verb: 'drop' })).status).toBe(400);
  const { json } = await decide(id, { verb: 'drop', note: 'the page goes anyway', who: 'Wen' });
  const kept = (json as { id: string }).id;
  expect((await told()).dropped.map(({ name }) => name)).toEqual(['stale-docs']);
  await decide(kept, { verb: 'undo' });
  expect((await told()).dropped).toEqual([]);
  expect((await decide('nobody', { verb: 'adopt' })).status).toBe(404);
});

test('of three steps that were done one moved, one did not, one is too early, each by cases since against cases before', async () => {
  for (const [name, on] of [
    ['release-cadence', '2025-08-26'],
    ['no-human-answer', '2025-08-26'],
    ['loop-closure', '2025-12-15'],
  ] as const) {
    const { json } = await decide((await named(name)).id, { verb: 'adopt', owner: 'Kaisa', due: on });
    await decide((json as { id: string }).id, { verb: 'done', on });
  }
  const { done, head } = await told();
  const verdicts = Object.fromEntries(done.map(({ name, says }) => [name, says.verdict]));
  expect(verdicts).toEqual({ 'release-cadence': 'Moved', 'no-human-answer': 'Not moved', 'loop-closure': 'Too early' });
  expect(head).toContain('Of 2 steps that can be judged, 1 moved what it was for.');
  const early = done.find(({ name }) => name === 'loop-closure');
  expect(early?.says.sentence).toBe(`Too early until ${EARLY_UNTIL}: 5 cases since, which is too few.`);
}, 60_000);

/** By the asks that shipped in the year before 15 December 2025 (measured on the sample). */
const EARLY_UNTIL = '1 May 2026';

test('the day of a verdict is right: as of that day there are enough cases, three weeks earlier there are not', async () => {
  const { store } = server;
  const target = await targetOfProduct(store, gallop);
  const { signal } = new AbortController();
  const read = (day: string) =>
    reflect(store, {
      ...{ target, at: Date.parse(`${day}T23:59:59.999Z`), deep: false, signal, env: {}, onProgress: () => undefined },
    });
  const first = await read('2025-08-30');
  const id = (first.bridge.actions.find(({ targets }) => targets === 'first-human-reply') ?? { id: '' }).id;
  const kept = await decideAction(store, first, id, { verb: 'adopt' }, Date.now());
  await decideAction(store, first, kept, { verb: 'done', on: '2025-08-26' }, Date.now());
  const judgedAt = async (day: string) => {
    const { done } = await bridgeOf(store, { ...first, at: `${day}T23:59:59Z` });
    return done.find((one) => one.id === kept)?.judged;
  };
  const early = await judgedAt('2025-09-12');
  expect(early?.verdict).toBe('too early');
  const day = Date.parse(early?.possibleAt ?? '');
  expect(day).toBeGreaterThan(Date.parse('2025-09-12'));
  const around = async (days: number) => judgedAt(new Date(day + days * 86_400_000).toISOString().slice(0, 10));
  expect((await around(21))?.verdict).not.toBe('too early');
  expect((await around(-21))?.verdict).toBe('too early');
}, 90_000);

test('it leaves as Markdown, calendar entries and issues', async () => {
  const { json: markdown } = await server.ask(`/products/${gallop}/bridge/as/markdown`);
  expect(String(markdown)).toContain('- [x] **Release what is finished every second week**');
  const { json: calendar, headers } = await server.ask(`/products/${gallop}/bridge/as/ics`);
  expect(headers.get('content-type')).toContain('text/calendar');
  expect(String(calendar)).toContain('SUMMARY:Verdict possible: Tell those who asked that it shipped (Gallop)');
});

test('a person’s own step with a tell-tale is judged like any other, and one without is kept', async () => {
  const at = `/products/${gallop}/bridge`;
  const own = { title: 'Ship every second Tuesday', tellTale: 'release-cadence', who: 'Wen' };
  const { id } = (await server.ask(at, sent(own))).json as { id: string };
  await decide(id, { verb: 'done', on: '2025-08-26' });
  const quiet = (await server.ask(at, sent({ title: 'Call ten customers' }))).json as { id: string };
  await decide(quiet.id, { verb: 'done', on: '2025-08-26' });
  const { done } = await told();
  const found = (one: string) => done.find((step) => step.id === one);
  expect(found(id)?.judged?.verdict).toBe('moved');
  expect(found(quiet.id)?.judged).toBeNull();
  expect((await server.ask(at, sent({ title: 'x', tellTale: 'own-use' }))).status).toBe(400);
});
