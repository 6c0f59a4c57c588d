/** A list of deployments: the contract, which rows customers got, and what is said where none did. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { isLive, wentOut } from '../deployed.ts';
import deployments from './deployments.ts';

const { read, tapeOf, fileOf } = exportContract(deployments, [
  {
    file: 'deployments.tape.csv',
    grown: (tape) => `${tape}d7,web,production,success,main,6f3a9c2e,2026-02-01T10:00:00Z,2026-02-01T10:00:00Z,\n`,
  },
]);

test('what went out to customers is a release, dated by its end, with its version and commit', async () => {
  const { items, refused } = await read(tapeOf('deployments.tape.csv'), 'd.csv');
  expect(items.map(({ externalId, version, line, at, data }) => [externalId, version, line, at, data?.commit])).toEqual(
    [
      ['d1', '1.2.0', 'web', Date.parse('2026-01-15T10:00:00Z'), '1f3a9c2e5b7d8f0a1c2e3b4d5f60718293a4b5c6'],
      ['d4', null, 'web', Date.parse('2026-01-18T10:00:00Z'), '3f3a9c2e5b7d8f0a1c2e3b4d5f60718293a4b5c6'],
      ['d5', null, 'web', Date.parse('2026-01-18T15:00:00Z'), '4f3a9c2e5b7d8f0a1c2e3b4d5f60718293a4b5c6'],
    ],
  );
  expect(refused).toMatchObject([{ row: 7, reason: 'its time is none that can be read' }]);
});

test('places and outcomes are known by their names', () => {
  expect(['production', 'Production – kettle', 'prod-eu', 'live', null].map(isLive)).toEqual(Array(5).fill(true));
  expect(['staging', 'pre-production', 'preview', 'reproduction', 'qa'].map(isLive)).toEqual(Array(5).fill(false));
  expect(['success', 'INACTIVE', 'Deployed', null].map(wentOut)).toEqual(Array(4).fill(true));
  expect(['failure', 'error', 'pending', 'in_progress', 'rolled back'].map(wentOut)).toEqual(Array(5).fill(false));
});

test('a place with a name of its own is told by the option; without it the message names the places', async () => {
  const path = fileOf('env,tag,deployed_at\nbig-one,v2,2026-01-05\nsmall-one,v3,2026-01-06\n', 'own.csv');
  await expect(run(deployments, { options: { path } })).rejects.toMatchObject({
    code: 'FILE_NOT_WHAT_IT_CLAIMS',
    message: expect.stringContaining('none went to production; its places are big-one, small-one'),
  });
  const { items } = await run(deployments, { options: { path, environment: 'Big-One' } });
  expect(items.map(({ version }) => version)).toEqual(['2']);
});
