/** What each change is: its kind, whether it made, told or could be noticed. */
import { expect, test } from 'vitest';
import { type CommitDetails, chain, evaluate } from './rows.cases.ts';
import type { WorkKind } from './values.ts';

async function workOf(subject: string, details: CommitDetails = {}) {
  // A first change of the product, so that what leaves it alone can be told apart.
  const changes = chain(2, (index) => (index === 0 ? {} : { subject, ...details }));
  const { work } = await evaluate({ changes });
  return {
    kind: work.kind[1],
    told: work.told[1],
    making: work.making[1] === 1,
    visible: work.visible[1] === 1,
    telling: work.telling[1] === 1,
  };
}

const said = (kind: WorkKind, told: string, flags: string) => ({
  kind,
  told,
  making: flags.includes('m'),
  visible: flags.includes('v'),
  telling: flags.includes('t'),
});

test('takes a prefix at its word and the paths for what was touched', async () => {
  expect(await workOf('feat: a flag', { paths: ['src/a.ts', 'docs/a.md'] })).toEqual(
    said('feature', 'conventional', 'mvt'),
  );
  expect(await workOf('feat: a better script', { paths: ['scripts/a.sh'] })).toEqual(
    said('feature', 'conventional', ''),
  );
  expect(await workOf('perf: fewer copies')).toEqual(said('refactor', 'conventional', 'mv'));
  expect(await workOf('refactor: split it')).toEqual(said('refactor', 'conventional', 'm'));
  expect(await workOf('chore: drop the old cache')).toEqual(said('upkeep', 'conventional', 'm'));
});

test('tells what leaves the product alone by its paths', async () => {
  expect(await workOf('Fix wording', { paths: ['docs/a.md'] })).toEqual(said('docs', 'paths', 't'));
  expect(await workOf('Fix the flaky one', { paths: ['test/a.test.ts'] })).toEqual(said('upkeep', 'paths', ''));
});

test('reads the words where there is no prefix', async () => {
  expect(await workOf('Add a --json flag')).toEqual(said('feature', 'words', 'mv'));
  expect(await workOf('Crash on empty input')).toEqual(said('fix', 'words', 'mv'));
  expect(await workOf('Work on the panel')).toEqual(said('other', 'paths', 'm'));
});

test('sees no making in numbers, pins, form and comments', async () => {
  for (const subject of [
    'v1.2.3',
    'Release 2.0',
    'run prettier',
    'style: sort imports',
    'Fix typos in comments',
    'Document the parser',
    'test: more of them',
  ]) {
    expect([subject, (await workOf(subject)).making]).toEqual([subject, false]);
  }
  expect((await workOf('Bump react from 17.0.0 to 18.0.0', { paths: ['package.json', 'src/a.ts'] })).making).toBe(
    false,
  );
});

test('sees making in an update that moves much of the product', async () => {
  const paths = ['a', 'b', 'c', 'd'].map((name) => `src/${name}.ts`);
  expect((await workOf('Upgrade react to v18', { paths })).making).toBe(true);
});

test('sees a revert as customers do', async () => {
  expect(await workOf('Revert "feat: a flag"')).toEqual(said('revert', 'words', 'mv'));
  expect(await workOf('Revert "chore: tidy"')).toEqual(said('revert', 'words', 'm'));
  expect(await workOf('revert: the new cache')).toEqual(said('revert', 'conventional', 'mv'));
});

test('leaves merges out of everything', async () => {
  expect(await workOf('Merge pull request #1', { after: ['x', 'y'], paths: ['src/a.ts'] })).toEqual(
    said('other', 'paths', ''),
  );
});
