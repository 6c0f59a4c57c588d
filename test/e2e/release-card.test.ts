/** The action that writes a release card, by running its last step as a runner does, in a repository made here. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { GitWorld } from '../worlds/git-world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const temp = mkdtempSync(join(tmpdir(), 'bifocal-card-'));
const world = new GitWorld({ name: 'kettle' });
afterAll(() => {
  world.remove();
  rmSync(temp, { recursive: true, force: true });
});

test('the newest release has its card in the file and in the summary of the run', () => {
  const first = world.commit('begin', { files: { 'kettle.js': 'boil();\n', 'README.md': '# Kettle\n' } });
  world.tag('v1.0.0', first);
  const second = world.commit('feat: whistle when it boils', { files: { 'kettle.js': 'boil();\nwhistle();\n' } });
  world.tag('v1.1.0', second);
  world.save();
  const text = readFileSync(join(ROOT, 'release-card/action.yml'), 'utf8');
  const run = (/- name: Write the card\n[\s\S]*?run: \|\n((?: {8}.*\n?)+)/.exec(text)?.[1] ?? '').replace(
    /^ {8}/gm,
    '',
  );
  const [file, summary] = [join(temp, 'card.md'), join(temp, 'summary.md')];
  const done = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', run.replace(' --issues', ' --no-issues')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ GITHUB_ACTION_PATH: join(ROOT, 'release-card'), GITHUB_STEP_SUMMARY: summary, BIFOCAL_HOME: temp },
      ...{ CARD_TARGET: world.folder, CARD_RELEASE: 'latest', CARD_FILE: file },
    },
  });
  expect([done.status, done.stderr]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toMatch(/^# release-card 1\.1\.0, /);
  expect(readFileSync(summary, 'utf8')).toBe(readFileSync(file, 'utf8'));
}, 60_000);
