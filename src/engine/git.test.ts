/** The git that sources are handed: what it answers, when it ends, and what a hostile repository cannot make it do. */

import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { askEarly, openGit } from './git.ts';
import { commandLine, environment } from './git-settings.ts';

/** The user that exists everywhere and owns nothing. */
const NOBODY = 65_534;

const leftovers: (() => void)[] = [];
afterEach(() => {
  for (const clear of leftovers.splice(0)) clear();
});

function world(options?: ConstructorParameters<typeof GitWorld>[0]): GitWorld {
  const made = new GitWorld(options);
  leftovers.push(() => made.remove());
  return made;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-git-'));
  leftovers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Answers as `code`, or `code: cause`. */
async function codeOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => 'no failure',
    (error: { code?: string; message: string; details?: { cause?: string } }) =>
      error.details?.cause === undefined ? (error.code ?? error.message) : `${error.code}: ${error.details.cause}`,
  );
}

test('a short answer comes as text, a long one in pieces', async () => {
  const made = world();
  const first = made.commit('first', { files: { 'a.txt': 'a'.repeat(500_000) } });
  made.save();
  const git = openGit(made.folder);
  expect(await git.text(['rev-parse', 'HEAD'])).toBe(`${first.sha}\n`);
  let length = 0;
  for await (const piece of git.stream(['cat-file', 'blob', 'HEAD:a.txt'])) length += piece.length;
  expect(length).toBe(500_000);
});

test('input is handed over, whole or piece by piece', async () => {
  const made = world();
  made.commit('first', { files: { a: 'x' } });
  made.save();
  const git = openGit(made.folder);
  expect(await git.text(['cat-file', '--batch-check=%(objecttype)'], 'HEAD\nHEAD:a\nnone\n')).toBe(
    'commit\nblob\nnone missing\n',
  );
  async function* names() {
    for (let at = 0; at < 5_000; at++) yield 'HEAD:a\n';
  }
  let length = 0;
  for await (const piece of git.stream(['cat-file', '--batch-check=%(objecttype)'], names())) length += piece.length;
  expect(length).toBe(5_000 * 'blob\n'.length);
});

test('an input that fails by itself is told as it failed', async () => {
  const made = world();
  made.commit('first');
  made.save();
  async function* broken() {
    yield 'HEAD\n';
    throw new RangeError('the input broke');
  }
  const read = async () => {
    for await (const _ of openGit(made.folder).stream(['cat-file', '--batch-check'], broken()));
  };
  await expect(read()).rejects.toThrow('the input broke');
});

test('git ends when nobody listens any more', async () => {
  const made = world();
  made.commit('first', { files: { a: 'x'.repeat(100_000) } });
  made.save();
  let given = 0;
  let ended = false;
  async function* forever() {
    try {
      for (;;) {
        given++;
        yield 'HEAD:a\n';
      }
    } finally {
      ended = true;
    }
  }
  for await (const _ of openGit(made.folder).stream(['cat-file', '--batch'], forever())) break;
  const asked = given;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended).toBe(true);
  expect(given).toBe(asked);
});

test('a slow reader holds git back', async () => {
  const made = world();
  made.commit('first', { files: { zeros: new Uint8Array(20_000_000) } });
  made.save();
  let pieces = 0;
  const before = process.memoryUsage().arrayBuffers;
  for await (const _ of openGit(made.folder).stream(['cat-file', 'blob', 'HEAD:zeros'])) {
    if (pieces++ > 0) continue;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000);
  }
  expect(pieces).toBeGreaterThan(1);
});

test('a stop ends what runs and starts nothing more', async () => {
  const made = world();
  made.commit('first');
  made.save();
  const controller = new AbortController();
  const git = openGit(made.folder, controller.signal);
  async function* never(): AsyncGenerator<string> {
    yield 'HEAD\n';
    await new Promise(() => {});
  }
  const reading = (async () => {
    for await (const _ of git.stream(['cat-file', '--batch-check'], never())) controller.abort();
  })();
  setTimeout(() => controller.abort(), 300);
  expect(await codeOf(reading)).toBe('INTERRUPTED');
  expect(await codeOf(git.text(['rev-parse', 'HEAD']))).toBe('INTERRUPTED');
});

test('git that is not there is told by its code', async () => {
  const made = world();
  const path = process.env.PATH;
  process.env.PATH = '/nonexistent';
  try {
    expect(await codeOf(openGit(made.folder).text(['rev-parse', 'HEAD']))).toBe('GIT_MISSING');
  } finally {
    process.env.PATH = path;
  }
});

test('git’s last words are passed on without credentials', async () => {
  const made = world();
  made.commit('first');
  made.save();
  const git = openGit(made.folder);
  const said = await codeOf(git.text(['log', 'https://ada:secret@example.org/x', '--']));
  expect(said).toMatch(/^GIT_FAILED: bad revision/);
  expect(said).toContain('example.org');
  expect(said).not.toContain('secret');
});

test('a place without a repository is told apart from no place, a file, and one that cannot be entered', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('circle', join(folder, 'circle'));
  const said = (path: string) => codeOf(openGit(path).text(['rev-parse', 'HEAD']));
  expect(await said(folder)).toBe('NOTHING_TO_READ');
  expect(await said(join(folder, 'none'))).toBe('TARGET_NOT_FOUND');
  expect(await said(join(folder, 'file'))).toBe('TARGET_UNREADABLE: it is not a folder');
  expect(await said(join(folder, 'circle'))).toBe('TARGET_UNREADABLE: its links lead in a circle');
});

test('a folder without the right to read is told as such', async () => {
  const folder = emptyFolder();
  chmodSync(folder, 0o000);
  const root = process.getuid?.() === 0;
  const said = root ? saidToNobody(folder) : await codeOf(openGit(folder).text(['rev-parse', 'HEAD']));
  chmodSync(folder, 0o700);
  expect(said).toBe('TARGET_UNREADABLE: permission denied');
});

/** Root may read everything, so a process that gives its rights away asks: it loads what it needs before. */
function saidToNobody(folder: string): string {
  const script = `
    import { openGit } from ${JSON.stringify(import.meta.resolve('./git.ts'))};
    await openGit('.').text(['--version']);
    process.setgroups([]);
    process.setgid(${NOBODY});
    process.setuid(${NOBODY});
    await openGit(process.argv[1]).text(['rev-parse', 'HEAD']).then(
      () => console.log('no failure'),
      (error) => console.log(error.code + ': ' + error.details.cause),
    );`;
  const options = ['--no-warnings', '--conditions=bifocal-source', '--input-type=module', '-e', script, folder];
  return spawnSync(process.execPath, options, { encoding: 'utf8' }).stdout.trim();
}

test('a repository of another user is read', async () => {
  const made = world();
  const first = made.commit('first');
  made.save();
  if (process.getuid?.() === 0) {
    for (const path of ['.', '.git']) chownSync(join(made.folder, path), NOBODY, NOBODY);
    expect(() => made.git('rev-parse', 'HEAD')).toThrow('dubious ownership');
    expect(await openGit(made.folder).text(['rev-parse', 'HEAD'])).toBe(`${first.sha}\n`);
  }
  // Only root can give a folder away; git's own tests have a variable that says that it was (setup.c).
  const env = { ...environment(process.env), GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
  const run = (args: readonly string[]) => spawnSync('git', args, { cwd: made.folder, env, encoding: 'utf8' });
  expect(run(['rev-parse', 'HEAD']).stderr).toContain('dubious ownership');
  const place = { gitFolder: join(made.folder, '.git'), workTree: made.folder };
  expect(run(commandLine(place, ['rev-parse', 'HEAD'])).stdout).toBe(`${first.sha}\n`);
});

test('no setting of a repository starts a program', async () => {
  const made = world();
  const ran = join(made.folder, 'ran');
  const program = join(made.folder, 'program.sh');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${ran}'\ncat "$1" 2>/dev/null\n`);
  chmodSync(program, 0o755);
  made.commit('first', { files: { 'a.txt': 'one', '.gitattributes': '* diff=evil filter=evil\n' } });
  made.commit('second', { files: { 'a.txt': 'two' } });
  made.save();
  mkdirSync(join(made.folder, '.git/hooks'), { recursive: true });
  made.git('reset', '-q', '--hard');
  const settings = {
    'core.fsmonitor': program,
    'core.pager': program,
    'core.sshCommand': program,
    'diff.external': program,
    'diff.evil.command': program,
    'diff.evil.textconv': program,
    'filter.evil.smudge': program,
    'gpg.program': program,
    'log.showSignature': 'true',
    'alias.log': `!${program}`,
  };
  for (const [key, value] of Object.entries(settings)) made.git('config', key, value);
  made.git('log', '-p', '-1');
  expect(existsSync(ran)).toBe(true);
  rmSync(ran);
  const git = openGit(made.folder);
  expect(await git.text(['log', '-p', '-1'])).toContain('+two');
  await git.text(['diff', 'HEAD~1', 'HEAD']);
  await git.text(['status', '--porcelain']);
  await git.text(['cat-file', 'blob', 'HEAD:a.txt']);
  expect(existsSync(ran)).toBe(false);
});

test('nothing of the outside changes an answer: variables of git, or files that lie uncommitted', async () => {
  const made = world();
  const other = world();
  made.commit('ours');
  other.commit('theirs');
  made.save();
  other.save();
  writeFileSync(join(made.folder, '.mailmap'), 'Somebody Else <else@example.org> <ada@example.org>\n');
  process.env.GIT_DIR = join(other.folder, '.git');
  try {
    expect(await openGit(made.folder).text(['log', '--format=%s %aE'])).toBe('ours ada@example.org\n');
  } finally {
    delete process.env.GIT_DIR;
  }
});

test('a partial clone fetches nothing', async () => {
  const made = world();
  made.commit('first', { files: { a: 'content' } });
  made.save();
  made.git('config', 'uploadpack.allowFilter', 'true');
  const clone = join(emptyFolder(), 'clone');
  made.git('clone', '-q', '--no-checkout', '--filter=blob:none', `file://${made.folder}`, clone);
  const git = openGit(clone);
  expect(await codeOf(git.text(['cat-file', 'blob', 'HEAD:a']))).toMatch(/^GIT_FAILED/);
  expect(await codeOf(git.text(['fetch', '-q']))).toMatch(/^GIT_FAILED: transport 'file' not allowed/);
  expect(made.git('-C', clone, 'cat-file', 'blob', 'HEAD:a')).toBe('content');
});

test('work trees, bare folders, linked work trees, submodules and folders inside are all found', async () => {
  const made = world();
  const first = made.commit('first', { files: { 'deep/er/a.txt': 'a' } });
  made.save();
  made.git('reset', '-q', '--hard');
  const outside = emptyFolder();
  made.git('worktree', 'add', '-q', join(outside, 'linked'), 'HEAD');
  made.git('clone', '-q', '--bare', made.folder, join(outside, 'bare.git'));
  const parent = world();
  parent.commit('parent');
  parent.save();
  parent.git('reset', '-q', '--hard');
  parent.git('submodule', '--quiet', 'add', made.folder, 'inner');
  const places = ['.git', 'deep/er'].map((path) => join(made.folder, path));
  for (const place of [...places, join(outside, 'linked'), join(outside, 'bare.git'), join(parent.folder, 'inner')]) {
    expect(await openGit(place).text(['rev-parse', 'HEAD']), place).toBe(`${first.sha}\n`);
  }
  expect(await openGit(join(made.folder, 'deep')).text(['rev-parse', '--show-toplevel'])).toBe(`${made.folder}\n`);
  expect(await openGit(join(parent.folder, 'inner')).text(['rev-parse', '--show-toplevel'])).toBe(
    `${parent.folder}/inner\n`,
  );
  expect(await openGit(join(outside, 'bare.git')).text(['rev-parse', '--is-bare-repository'])).toBe('true\n');
});

test('what was asked early is handed over once, and what nobody wanted is let go', async () => {
  const made = world();
  const first = made.commit('first', { files: { a: 'x' } });
  made.save();
  const letGo = askEarly(made.folder, [{ args: ['rev-parse', 'HEAD'] }, { args: ['rev-parse', 'HEAD^{tree}'] }]);
  // Long after git ended, what it said is still there.
  await wait(100);
  const second = made.commit('second', { files: { a: 'y' } });
  made.save();
  const git = openGit(made.folder);
  expect(await git.text(['rev-parse', 'HEAD'])).toBe(`${first.sha}\n`);
  expect(await git.text(['rev-parse', 'HEAD'])).toBe(`${second.sha}\n`);
  await letGo();
  expect(await git.text(['rev-parse', 'HEAD^{tree}'])).toBe(await git.text(['rev-parse', `${second.sha}^{tree}`]));
  await askEarly(emptyFolder(), [{ args: ['rev-parse', 'HEAD'] }])();
});
