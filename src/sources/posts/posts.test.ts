/** Tables of advertisements and posts over real files: the contract of every source, the columns, and what is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { textFolder } from '../../../test/worlds/text-folder.ts';
import { parsePosts } from './posts.parse.ts';
import posts from './posts.ts';

const OWN =
  'date,channel,spend,text\n2025-03-01,poster,1200,"Now new, again."\n2025-03-09,site,,Hello.\n2025-03-09,site,0,Hello.\n';
const ACCOUNT =
  'Reporting starts;Reporting ends;Platform;Amount spent (EUR);Campaign name;Primary text\n01.03.2025;31.03.2025;feed;1.200,50;Spring;Sip.\n';

function world(name: string, text: string, fails?: World['fails']): World {
  return {
    name,
    open() {
      const { path, close } = textFolder({ 'posts.csv': text });
      return { options: { path }, close };
    },
    ...(fails && { fails }),
  };
}

sourceContract(posts, [
  {
    name: 'a table that grows',
    open() {
      const { path, write, close } = textFolder({ 'posts.csv': OWN });
      const grow = () => write('posts.csv', `${OWN}2025-04-01,film,90000,Taste the blue.\n`);
      return { options: { path, until: '2025-06-01' }, grow, close };
    },
  },
  world('what an account exports', ACCOUNT),
  world('a table without words', 'date,spend\n2025-01-01,3\n', 'FILE_NOT_WHAT_IT_CLAIMS'),
]);

test('what money was paid for is an advertisement; an empty spend is not known', async () => {
  const { path, close } = textFolder({ 'posts.csv': OWN });
  const { items, observedUntil } = await run(posts, { options: { path } });
  close();
  expect(items.map(({ type, amount, threadId }) => [type, amount, threadId])).toEqual([
    ['advertisement', 1200, 'poster'],
    ['post', null, 'site'],
    ['post', 0, 'site'],
  ]);
  expect(observedUntil).toBe(Date.UTC(2025, 2, 9));
});

test('columns by the names that accounts give them, and decimal commas', () => {
  const read = parsePosts(ACCOUNT);
  expect('posts' in read && read.posts[0]).toMatchObject({
    ...{ at: Date.UTC(2025, 2, 1), endsAt: Date.UTC(2025, 2, 31), channel: 'feed', spend: 1200.5 },
    ...{ title: 'Spring', text: 'Sip.', paid: true },
  });
});

test('any table is read or has a flaw, and rows that say nothing are refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parsePosts(`date,text\n${text}`);
      if ('posts' in read) expect(new Set(read.posts.map(({ id }) => id)).size).toBe(read.posts.length);
    }),
    { seed: 7 },
  );
  const read = parsePosts('date,text\n2025-01-01,\nnever,Hi.\n');
  expect('refused' in read && read.refused.map(({ row }) => row)).toEqual([2, 3]);
});
