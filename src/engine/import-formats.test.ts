/** Which source takes a file is told by what is in it, however large it is. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textFolder } from '../../test/worlds/text-folder.ts';
import { groupFiles } from './import-formats.ts';

test('a file that is too large for one source goes to the one that can take it', async () => {
  // Over 64 MB together: sources that look at whole texts refuse to look at more.
  const body = 'long '.repeat(2.7 * 2 ** 20);
  const issues = Array.from({ length: 5 }, (_, at) => ({
    ...{ number: at + 1, title: 'Cord', createdAt: '2026-02-09T06:12:03Z', body },
    url: `https://github.com/acme/kettle/issues/${at + 1}`,
  }));
  using lying = textFolder({ 'issues.json': issues.map((issue) => JSON.stringify(issue)).join('\n') });
  const [group] = await groupFiles([join(lying.path, 'issues.json')], null);
  expect(group?.source.id).toBe('github');
});

test('what no source can take is refused as the first of them said', async () => {
  using lying = textFolder({ 'kettle.bin': '\u0000\u0001\u0002' });
  await expect(groupFiles([join(lying.path, 'kettle.bin')], null)).rejects.toMatchObject({ code: 'FORMAT_UNKNOWN' });
  await expect(groupFiles([join(lying.path, 'none')], null)).rejects.toMatchObject({ code: 'TARGET_NOT_FOUND' });
});
