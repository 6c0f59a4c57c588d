/** Where changes began: with an earlier ask from outside, own use, an own idea; the rest is untraced. */
import { expect, test } from 'vitest';
import { commit, day, evaluate } from './rows.cases.ts';
import { comment, issue, pull } from './voices.cases.ts';

const NOON = day(30);
const mend = (subject: string, body?: string) => [
  commit('c0', 'Begin', { day: 1 }),
  commit('c1', subject, { day: 20, after: ['c0'], ...(body !== undefined && { body }) }),
];
const counted = async (rows: Parameters<typeof evaluate>[0]) => (await evaluate(rows, NOON)).origins.counts;
/** One change that users could notice; the beginning is none. */
const untraced = { outside: 0, own: 0, idea: 0, untraced: 1, offered: 0 };

test('an outsider’s earlier ask is outside, named by the commit or by its pull request', async () => {
  const asked = [issue(7, 10, 'ann')];
  const outside = { ...untraced, outside: 1, untraced: 0 };
  expect(await counted({ changes: mend('Fix the switch (#7)'), feedback: asked })).toEqual(outside);
  const changes = [...mend('Fix the switch (#9)'), pull(9, 19, 'mia', 'Closes #7')];
  expect(await counted({ changes, feedback: asked })).toEqual(outside);
});

test('an ask filed after the change was written is no beginning', async () => {
  const changes = [...mend('Fix the switch (#9)'), pull(9, 12, 'mia', 'Closes #7', { commentsSeen: 0, comments: 1 })];
  expect(await counted({ changes, feedback: [issue(7, 15, 'ann')] })).toEqual(untraced);
});

test('a task that the team filed is an idea; told as met in own use, it is own', async () => {
  const task = issue(7, 10, 'mia', { side: 'maker' });
  const outsider = issue(8, 10, 'ann');
  const changes = mend('Fix the switch (#7)');
  expect(await counted({ changes, feedback: [task, outsider] })).toEqual({ ...untraced, idea: 1, untraced: 0 });
  const used = issue(7, 10, 'mia', { side: 'maker' }, { body: 'I ran into this while using the lamp at home.' });
  expect(await counted({ changes, feedback: [used, outsider] })).toEqual({ ...untraced, own: 1, untraced: 0 });
});

test('a maker’s idea in which somebody outside spoke is not theirs alone', async () => {
  const task = issue(7, 10, 'mia', { side: 'maker', comments: 1, commentsSeen: 1 });
  const replies = [comment(7, 11, 'ann', 'I need this, too.')];
  expect(await counted({ changes: mend('Fix the switch (#7)'), feedback: [task], replies })).toEqual(untraced);
});

test('a pull request from outside began outside; one of a maker’s own, read whole, is an idea', async () => {
  const feedback = [issue(1, 2, 'ann')];
  const work = mend('Fix the switch (#9)');
  const ofMaker = (data = {}) => counted({ changes: [...work, pull(9, 12, 'mia', 'A better switch', data)], feedback });
  expect(await ofMaker()).toEqual({ ...untraced, idea: 1, untraced: 0 });
  expect(await ofMaker({ comments: 2, commentsSeen: 1 })).toEqual(untraced);
  const offered = pull(9, 12, 'ann', 'A better switch', { side: 'outsider' });
  expect(await counted({ changes: [...work, offered], feedback })).toEqual({
    ...untraced,
    outside: 1,
    untraced: 0,
    offered: 1,
  });
});

test('a branch merged whole began where its merge says', async () => {
  const changes = [
    commit('c0', 'Begin', { day: 1 }),
    commit('c1', 'Fix the switch', { day: 18, after: ['c0'], land: 'm' }),
    commit('m', 'Merge pull request #9 from ann/switch', { day: 20, after: ['c0', 'c1'] }),
    pull(9, 17, 'mia', 'Fixes #7'),
  ];
  expect(await counted({ changes, feedback: [issue(7, 10, 'ann')] })).toEqual({ ...untraced, outside: 1, untraced: 0 });
});

test('history alone traces nothing, and says so', async () => {
  const { origins } = await evaluate({ changes: mend('Fix the switch (#7)') }, NOON);
  expect([origins.counts, origins.because]).toEqual([
    null,
    'History seldom says where a change began; issues and pull requests trace it.',
  ]);
});
