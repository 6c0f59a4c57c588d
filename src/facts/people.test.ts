/** Bots by behaviour: an updater under a human name is found, a person who also releases is not. */
import { expect, test } from 'vitest';
import { chain, evaluate, identity } from './rows.cases.ts';
import { templateOf } from './rules/behaviour.ts';

const names = ['left-pad', '@types/node', 'vite', 'react-dom', 'zod'];

function updater(index: number) {
  const name = names[index % names.length];
  return index % 7 === 6
    ? { author: 'mend', subject: 'chore(deps): lock file maintenance', paths: ['yarn.lock'] }
    : {
        author: 'mend',
        subject: `chore(deps): update dependency ${name} to v${index}.${index % 3}`,
        paths: ['package.json', 'yarn.lock'],
      };
}

test('finds an updater under a human name and says why', async () => {
  const { people, work, tally } = await evaluate({ changes: chain(24, updater), identities: [identity('mend')] });
  expect([...people.bots]).toEqual(['mend']);
  expect(people.behaving).toEqual([
    {
      authorId: 'mend',
      because:
        '24 of its 24 commits follow 2 wordings, and 24 touch only manifests, locks, version files, changelogs or workflows.',
    },
  ]);
  expect([...work.bot].every((bot) => bot === 1)).toBe(true);
  expect(tally).toMatchObject({ people: 0, bots: 1, botChanges: 24 });
});

test('leaves alone a release manager who also writes code', async () => {
  const changes = chain(40, (index) =>
    index % 10 === 9
      ? { author: 'ada', subject: `Add a way to do thing ${index}`, paths: ['src/app.ts'] }
      : { author: 'ada', subject: `Release 1.${index}.0`, paths: ['package.json', 'CHANGELOG.md'] },
  );
  expect((await evaluate({ changes })).people.behaving).toEqual([]);
});

test('leaves alone a person who writes code under another address', async () => {
  const changes = chain(30, (index) => (index < 24 ? updater(index) : { author: 'ada' }));
  const identities = [identity('ada'), identity('mend', { personId: 'ada' })];
  expect((await evaluate({ changes, identities })).people.behaving).toEqual([]);
});

test('leaves alone a person who keeps the books in words of their own', async () => {
  const words = [
    'Tidy',
    'Raise',
    'Trim',
    'Sort',
    'Drop',
    'Loosen',
    'Widen',
    'Thin',
    'Regroup',
    'Explain',
    'Order',
    'Clean',
  ];
  const changes = chain(24, (index) => ({
    author: 'ada',
    subject: `${words[index % words.length]} the ${index % 2 === 0 ? 'manifest of the server' : 'workflow for pull requests'}`,
    paths: ['package.json'],
  }));
  expect((await evaluate({ changes })).people.behaving).toEqual([]);
});

test('sees no habit in fewer than twenty commits', async () => {
  expect((await evaluate({ changes: chain(19, updater) })).people.behaving).toEqual([]);
});

test('keeps bots by name and persons as the edge knows them', async () => {
  const identities = [
    identity('ada', { personId: 'ada' }),
    identity('ada2', { personId: 'ada' }),
    identity('robot', { bot: true }),
  ];
  const changes = chain(3, (index) => ({ author: ['ada', 'ada2', 'robot'][index] as string }));
  const { people, tally } = await evaluate({ changes, identities });
  expect([...people.bots]).toEqual(['robot']);
  expect(people.personOf.get('ada2')).toBe('ada');
  expect(tally).toMatchObject({ people: 1, bots: 1, botChanges: 1, changes: 3 });
});

test('reads updates of one sort as one wording', () => {
  expect(templateOf('Bump lodash from 4.17.15 to 4.17.21')).toBe(templateOf('Bump @babel/core from 7.1.0 to 7.2.0'));
  expect(templateOf('Update dependency vite to v5')).toBe(templateOf('Update dependency @types/node to v20.1'));
  expect(templateOf('Update the docs')).not.toBe(templateOf('Rewrite the docs'));
});
