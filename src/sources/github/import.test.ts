/** Saved output of gh through `bifocal import`: the contract of exports, and what is recognised. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import { run } from '../../../test/contracts/source-run.ts';
import github from './github.ts';

const NEW = {
  ...{ number: 5, title: 'Cord', body: '', state: 'OPEN', author: { login: 'dee' }, createdAt: '2026-02-09T06:12:03Z' },
  ...{ updatedAt: '2026-02-09T06:12:03Z', comments: [], labels: [], url: 'https://github.com/acme/kettle/issues/5' },
};
const { read, tapeOf, fileOf } = exportContract(github, [
  { file: 'issues.tape.json', grown: (tape) => tape.replace(/\]\s*$/, `,${JSON.stringify(NEW)}]`) },
]);

test('threads, their comments and who answered come of it', async () => {
  const { items } = await read(tapeOf('issues.tape.json'), 'issues.json');
  expect(items.map(({ kind, type, externalId, origin }) => [kind, type, origin, externalId])).toEqual(
    expect.arrayContaining([
      ['feedback', 'issue', 'github:acme/kettle', expect.any(String)],
      ['reply', 'comment', 'github:acme/kettle', expect.any(String)],
    ]),
  );
  expect(items.find(({ kind }) => kind === 'reply')?.data).toMatchObject({ side: 'maker' });
});

test('rows that do not name their repository are a table’s, unless a person names it', async () => {
  const bare = (JSON.parse(tapeOf('issues.tape.json')) as Record<string, unknown>[]).map(({ url: _, ...one }) => one);
  const path = fileOf(JSON.stringify(bare), 'bare.json');
  expect(await github.importing?.recognises(path)).toBe(0);
  const options = github.importing?.optionsOf({ files: [path], from: 'acme/kettle' });
  const { items } = await run(github, { options });
  expect(items[0]?.origin).toBe('github:acme/kettle');
  expect(() => github.importing?.optionsOf({ files: [path], from: 'kettle' })).toThrowError(
    expect.objectContaining({ code: 'USAGE' }),
  );
});

test('what a preview says of it counts its parts', async () => {
  const path = fileOf(tapeOf('issues.tape.json'), 'issues.json');
  const told = await github.importing?.describe({ files: [path] }, new AbortController().signal);
  expect(told?.notes[0]).toMatch(/^\d+-issues\.json: 2 threads\.$/);
});
