/** Shows bisection over many commits, and what a commit is asked on the way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { openPinned } from '../../../test/worlds/pinned.ts';
import { narrow, Probe } from './offers-probe.ts';

test('narrowing finds for every stretch two neighbours between which the answer turns', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.boolean(), { minLength: 2, maxLength: 60 }), { maxLength: 6 }),
      async (lists) => {
        const answers = lists.map((list) => [true, ...list.slice(1, -1), false]);
        let rounds = 0;
        const found = await narrow(
          answers.map((list) => ({ so: 0, not: list.length - 1 })),
          async (places) => {
            rounds += 1;
            return places.map(({ stretch, place }) => answers[stretch]?.[place] === true);
          },
        );
        for (const [at, { so, not }] of found.entries())
          expect([not - so, answers[at]?.[so], answers[at]?.[not]]).toEqual([1, true, false]);
        expect(rounds).toBeLessThanOrEqual(6);
      },
    ),
  );
});

test('a probe tells what many commits hold, in the order asked', async () => {
  using world = new GitWorld();
  const one = world.commit('one', { files: { 'a b.js': "'--watch'\n" } });
  const two = world.commit('two', { files: { 'a b.js': 'nothing\n', 'c.js': 'x\n' } });
  world.save();
  const probe = new Probe((await openPinned(world.folder)).git);
  const asks = [
    { sha: one.sha, paths: ['a b.js'] },
    { sha: one.sha, paths: ['c.js'] },
    { sha: two.sha, paths: ['none', 'c.js'] },
  ];
  expect(await probe.exist(asks)).toEqual([true, false, true]);
  expect(await probe.match(asks.map((ask) => ({ ...ask, matcher: /--watch/ })))).toEqual([true, false, false]);
  expect(await probe.match([{ sha: two.sha, paths: ['a b.js'], matcher: /nothing/ }])).toEqual([true]);
  await probe.close();
});
