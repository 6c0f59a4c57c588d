/** The GitHub Action, by running its steps as a runner does, in a repository made here. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GitWorld } from '../worlds/git-world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'action.yml'), 'utf8');

interface Step {
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

/** As much of YAML as the file uses: `env:` with plain pairs, `run: |` with an indented block. */
function stepsOf(text: string): Step[] {
  return text
    .slice(text.indexOf('  steps:\n'))
    .split(/^ {4}- /m)
    .slice(1)
    .map((step) => {
      const block = /^ {6}run: \|\n((?: {8}.*\n?)+)/m.exec(step)?.[1] ?? '';
      const pairs = /^ {6}env:\n((?: {8}.*\n)+)/m.exec(step)?.[1] ?? '';
      const env = [...pairs.matchAll(/^ {8}(\w+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);
      return { env: Object.fromEntries(env), run: block.replace(/^ {8}/gm, '') };
    });
}

function defaults(): Record<string, string> {
  const inputs = TEXT.slice(TEXT.indexOf('inputs:\n'), TEXT.indexOf('runs:\n'));
  return Object.fromEntries(
    [...inputs.matchAll(/^ {2}(\w+):\n {4}description: .*\n {4}default: "(.*)"$/gm)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

let temp: string;
let world: GitWorld;
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'bifocal-action-'));
  world = new GitWorld({ name: 'kettle' });
  world.commit('begin', {
    files: {
      'package.json': JSON.stringify({ name: 'kettle', bin: 'cli.js' }),
      'cli.js': "option('--watch');\noption('--json');\n",
      'README.md': '# Kettle\n\n```sh\nkettle --watch --json\n```\n',
    },
  });
  world.commit('Drop the old mode', { files: { 'cli.js': "option('--json');\n" } });
  world.save();
  world.git('reset', '--hard', '-q');
});
afterAll(() => {
  world.remove();
  rmSync(temp, { recursive: true, force: true });
});

/** The shell line is the one that GitHub documents for `shell: bash`. */
function action(given: Readonly<Record<string, string>>) {
  const inputs: Record<string, string> = { ...defaults(), ...given };
  const filled = (value: string) =>
    value
      .replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputs[name] ?? 'no such input')
      .replace(/\$\{\{ runner\.temp \}\}/g, () => temp);
  let printed = '';
  for (const [at, { env, run }] of stepsOf(TEXT).entries()) {
    const script = join(temp, `step-${at}.sh`);
    writeFileSync(script, run);
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]));
    const done = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
      cwd: world.folder,
      encoding: 'utf8',
      env: {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        ...{ HOME: temp, CI: 'true', GITHUB_ACTION_PATH: ROOT },
        ...own,
      },
    });
    printed += done.stdout;
    if (done.status !== 0) return { status: done.status, printed, warned: done.stderr, steps: at + 1 };
  }
  return { status: 0, printed, warned: '', steps: stepsOf(TEXT).length };
}

test('its steps fail the job at the line that offers what is gone', () => {
  const { status, printed, steps } = action({ sarif: join(temp, 'check.sarif') });
  expect({ status, steps }).toEqual({ status: 3, steps: 2 });
  expect(printed).toMatch(/^::error file=README\.md,line=4,title=removed-thing::The flag --watch is offered here; /);
  expect(JSON.parse(readFileSync(join(temp, 'check.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
}, 60_000);

test('its inputs reach the check, and none of them is run', () => {
  expect(action({ allow: '--watch' })).toMatchObject({ status: 0 });
  const bait = join(temp, 'bait');
  expect(action({ allow: `$(touch ${bait})\`touch ${bait}\`";touch ${bait};"` })).toMatchObject({ status: 3 });
  expect(action({ min: 'neither=4' })).toMatchObject({ status: 2 });
  expect(existsSync(bait)).toBe(false);
  for (const { run } of stepsOf(TEXT)) expect(run).not.toContain('${{');
}, 60_000);
