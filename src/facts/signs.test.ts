/** What the stage is told from. */
import { expect, test } from 'vitest';
import { stageOf } from '#reading/stage.ts';
import { chain, commit, day, evaluate, identity, row, tag } from './rows.cases.ts';
import { closedOn, closing, comment, issue, pull } from './voices.cases.ts';

const MAKER = { side: 'maker' };

test('knows the first, the newest and the newest making, people only', async () => {
  const changes = chain(5, (index) =>
    index === 4 ? { author: 'robot' } : index === 3 ? { paths: ['README.md'] } : {},
  );
  const { signs } = await evaluate({ changes, identities: [identity('robot', { bot: true })] });
  expect(signs).toMatchObject({
    firstAt: day(0),
    newestAt: day(4),
    newestMakingAt: day(2),
    voiceHeard: false,
    unansweredNeeds: null,
  });
});

test('counts final releases and what waits for the next', async () => {
  const releases = [tag('v1.0', 'c1', 1), tag('v1.1-rc.1', 'c3', 3, { pre: true })];
  const { signs } = await evaluate({ changes: chain(5), releases });
  expect(signs).toMatchObject({ releases: 1, waiting: 3 });
});

test('does not know what waits where no release has a place in the history', async () => {
  expect((await evaluate({ changes: chain(3) })).signs).toMatchObject({ releases: null, waiting: null });
  const pre = (await evaluate({ changes: chain(3), releases: [tag('v1.0-rc.1', 'c0', 0, { pre: true })] })).signs;
  expect(pre).toMatchObject({ releases: 0, waiting: null });
});

test('hears makers who say that they stopped, in the newest README only', async () => {
  const readme = (name: string, onDay: number, body: string) =>
    row('document', 'readme', name, day(onDay), { threadId: 'readme', body });
  const stopped = readme('README.md@2', 9, '# Thing\n\n**This project is no longer maintained.** Use another.');
  const { signs } = await evaluate({ changes: chain(1), documents: [readme('README.md@1', 1, '# Thing'), stopped] });
  expect(signs.saidStopped).toEqual({
    quote: '**This project is no longer maintained.',
    evidence: stopped.id,
    at: day(9),
  });
  const again = readme('README.md@3', 20, '# Thing\n\nBack again.');
  expect((await evaluate({ documents: [stopped, again] })).signs.saidStopped).toBeNull();
});

test('hears a registry whose newest version was withdrawn', async () => {
  const version = (name: string, onDay: number, deprecated: string | null) =>
    row('release', 'registry', name, day(onDay), {
      origin: 'npm:thing',
      title: `thing@${name}`,
      version: name,
      data: { pre: 0, deprecated },
    });
  const last = version('1.1.0', 2, 'Use other-thing instead.');
  expect((await evaluate({ releases: [version('1.0.0', 1, null), last] })).signs.saidStopped?.quote).toBe(
    'Use other-thing instead.',
  );
  expect(
    (await evaluate({ releases: [version('1.0.0', 1, 'Broken.'), version('1.1.0', 2, null)] })).signs.saidStopped,
  ).toBeNull();
});

test('hears that feedback was gathered', async () => {
  const said = row('feedback', 'issue', '1', day(1));
  const { signs, tally, weeks } = await evaluate({ changes: [commit('a', 'a')], feedback: [said] });
  expect([signs.voiceHeard, tally.feedback]).toEqual([true, 1]);
  expect(weeks.serving).toMatchObject({
    state: 'not-collected',
    because: 'Feedback was gathered, but not the replies to it.',
  });
});

test('hears at rest and left from threads: two people without an answer, each waiting a month or longer', async () => {
  const AT = day(800);
  const asks = (count: number, onDay: number) =>
    Array.from({ length: count }, (_, each) =>
      issue(each + 1, onDay, `guest ${each}`, { comments: 0, commentsSeen: 0 }),
    );
  const answered = [issue(90, 500, 'zoe', { comments: 1, commentsSeen: 1 })];
  const replies = [comment(90, 501, 'mia', 'It does, turn it once.', { side: 'maker' })];
  const told = async (feedback: ReturnType<typeof asks>) =>
    (await evaluate({ changes: chain(3), feedback: [...answered, ...feedback], replies }, AT)).signs;
  expect(stageOf(await told(asks(2, 700)), AT).name).toBe('left');
  expect(stageOf(await told(asks(1, 700)), AT).name).toBe('at-rest');
  expect((await told(asks(2, 790))).unansweredNeeds).toBe(0);
  expect((await told([])).unansweredNeeds).toBe(0);
  // Silence of threads whose replies were not read is not known.
  const unread = [issue(1, 700, 'ann', { comments: 4, commentsSeen: 0 })];
  const { signs } = await evaluate({ changes: chain(3), feedback: unread, replies: [] }, AT);
  expect([signs.unansweredNeeds, stageOf(signs, AT).name]).toEqual([null, 'quiet']);
});

test('whoever is closed without a word still waits; whoever took the ask back, or got a reason, does not', async () => {
  const AT = day(800);
  const closedBy = async (author: string, side: string, reason: string | null = null) => {
    const feedback = [1, 2].map((ask) =>
      issue(ask, 700, `guest ${ask}`, { comments: 0, commentsSeen: 0, ...closedOn(760, reason ?? 'completed') }),
    );
    const events = [1, 2].map((ask) => closing(ask, 760, author === 'guest' ? `guest ${ask}` : author, null, side));
    const talk = { feedback: [...feedback, issue(90, 500, 'zoe')], replies: [comment(90, 501, 'mia', 'Yes.', MAKER)] };
    return (await evaluate({ changes: chain(3), ...talk, events }, AT)).signs.unansweredNeeds;
  };
  expect(await closedBy('mia', 'maker')).toBe(2);
  expect(await closedBy('stale[bot]', 'bot')).toBe(2);
  expect(await closedBy('mia', 'maker', 'not_planned')).toBe(0);
  expect(await closedBy('guest', 'outsider')).toBe(0);
});

test('knows how far the history reaches, and what was merged or released after it', async () => {
  const AT = day(800);
  const rows = {
    changes: [...chain(3), pull(7, 700, 'mia', 'Turns both ways.', { mergedAt: day(720) })],
    feedback: [issue(1, 780, 'ann', { comments: 0, commentsSeen: 0 })],
  };
  const { signs } = await evaluate(rows, AT, { shippedUntil: day(100), heardUntil: AT });
  expect(signs).toMatchObject({ seenUntil: day(100), movedAfter: day(720), mergesHeard: true });
  const fresh = (await evaluate(rows, AT)).signs;
  expect(fresh).toMatchObject({ seenUntil: AT, movedAfter: null });
});
