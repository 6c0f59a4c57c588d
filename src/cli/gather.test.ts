/** `bifocal gather --due`, and sources that came with an export: read again when somebody asks for it, and not before. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { openFaultServer } from '../../test/worlds/fault-server.ts';
import { GitlabWorld } from '../../test/worlds/gitlab-world.ts';
import { answeringOf } from '../../test/worlds/live-world.ts';
import { run } from './main.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-due-'));
  mkdirSync(join(folder, 'work'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(home: string, site: string, ...words: readonly string[]) {
  const env = { BIFOCAL_HOME: join(folder, home), GITLAB_HOST: site, GITLAB_TOKEN: 'a-token-for-tests' };
  const terminal = capturedTerminal(env, 100, join(folder, 'work'));
  const status = await run([...words, '--product', 'kettle'], terminal);
  return { status, printed: terminal.out(), warned: terminal.err() };
}

test('what was read is due a day later; an export’s live sources can be gathered again, and no reading does so by itself', {
  timeout: 60_000,
}, async () => {
  const world = new GitlabWorld({ issues: 9 });
  const live = answeringOf(world, { every: 0, limits: 'ratelimit' });
  await using server = await openFaultServer({ '*': live.answer });
  const at = (home: string, ...words: readonly string[]) => bifocal(home, server.url, ...words);
  await at('here', 'add', 'gitlab:acme/home/kettle');
  expect((await at('here', 'gather', '--due')).printed).toContain('new');
  const states = JSON.parse((await at('here', 'sources', '--json')).printed).sources;
  const due = Date.parse(states[0].nextAt) - Date.now();
  expect([due > 23 * 3_600_000, due <= 24 * 3_600_000]).toEqual([true, true]);
  const asked = live.asked.length;
  expect((await at('here', 'gather', '--due')).printed).toContain('nothing is due yet');
  expect(live.asked.length).toBe(asked);
  const database = new DatabaseSync(join(folder, 'here', 'bifocal.db'));
  database.exec('update sources set next_at = 1');
  database.close();
  expect((await at('here', 'gather', '--due')).printed).toContain('nothing new');
  expect(live.asked.length).toBeGreaterThan(asked);

  expect((await at('here', 'export', 'kettle', '--to', 'out')).warned).toBe('');
  await at('there', 'import', 'out');
  const before = live.asked.length;
  await at('there', 'reflect', 'kettle', '--no-guess', '--json');
  expect(live.asked.length).toBe(before);
  world.grow();
  const { status, printed } = await at('there', 'gather', 'gitlab');
  expect([status, printed]).toEqual([0, expect.stringContaining('new')]);
  expect(live.asked.length).toBeGreaterThan(before);
});
