/** Installs what package-lock.json names when it is not there yet; `npm start` and `npm test` run it first. Any Node from 12.20. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const npmRecord = join(modules, '.package-lock.json');
const note = join(modules, '.bifocal-install');
// An install may remove node_modules, so the lock and a borrowed npm live beside it, in a folder that git ignores.
const lockFolder = join(root, '.bifocal');
const lock = join(lockFolder, 'install.lock');
const borrowed = join(lockFolder, 'borrowed-npm');

// What the note says while npm works: found at the start of a run, it means that an install was cut off.
const BEGUN = 'begun';
// An install takes half a minute; one that has held the lock this long has died without saying so.
const STALE_AFTER = 15 * 60 * 1000;
// npm 7 is the first that reads today's lockfile; Node 16 is the first that brings a later one.
const OLDEST_NODE_WITH_SUCH_NPM = 16;

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function remove(folder) {
  if (fs.rmSync) fs.rmSync(folder, { recursive: true, force: true });
  else if (fs.existsSync(folder)) fs.rmdirSync(folder, { recursive: true });
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence, detail) {
  if (detail) say(detail);
  say(sentence);
  unlock();
  process.exit(1);
}

/** Everything runs on the Node that the lockfile pins, so its binary interface is in the lockfile's hash already. */
function wanted() {
  const hash = createHash('sha256').update(fs.readFileSync(join(root, 'package-lock.json')));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

/** True when someone ran npm by hand: npm's own record of what it installed names everything that the lockfile does. */
function installedByHand() {
  const record = read(npmRecord);
  if (record === null || read(note) === BEGUN) return false;
  const there = JSON.parse(record).packages;
  const named = JSON.parse(fs.readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  for (const path of Object.keys(named)) {
    if (path === '') continue;
    if (there[path] === undefined ? !named[path].optional : there[path].version !== named[path].version) return false;
  }
  return ownNodeRuns();
}

const ownNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

function ownNodeRuns() {
  const run = spawnSync(ownNode, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return run.status === 0 && /^v\d+/.test(run.stdout);
}

function holderOf(text) {
  const parts = text.split(' ');
  return { pid: Number(parts[0]), host: parts[1] };
}

/** A lock whose process has gone, or that is older than any install, binds nobody. */
function isStale(text) {
  const holder = holderOf(text);
  if (holder.host === hostname() && holder.pid > 0) {
    try {
      process.kill(holder.pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') return true;
    }
  }
  try {
    return Date.now() - fs.statSync(lock).mtimeMs > STALE_AFTER;
  } catch (error) {
    return error.code === 'ENOENT';
  }
}

/** Moves a stale lock away; when another process was quicker and the lock is a new one, gives it back. */
function removeStale(text) {
  const aside = `${lock}.${process.pid}`;
  try {
    fs.renameSync(lock, aside);
    if (read(aside) === text) fs.unlinkSync(aside);
    else fs.renameSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** Returns when this process holds the lock; another run may have finished the install meanwhile. */
function takeLock() {
  let told = false;
  for (;;) {
    try {
      fs.mkdirSync(lockFolder, { recursive: true });
      fs.writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx' });
      return;
    } catch (error) {
      // ENOENT: the run before this one has just removed the empty folder.
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    }
    const text = read(lock);
    if (text === null) continue;
    if (isStale(text)) {
      removeStale(text);
      continue;
    }
    if (!told && text !== '') {
      say(`Another install is running in this folder (process ${holderOf(text).pid}); waiting for it…`);
      told = true;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function unlock() {
  if (holderOf(read(lock) || '').pid === process.pid) fs.unlinkSync(lock);
  try {
    fs.rmdirSync(lockFolder);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

/** Runs npm: by its own file where that is known, else the one on PATH. */
function npm(args, cli, node) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const all = args.concat('--loglevel=error', '--no-update-notifier');
  const run = cli
    ? spawnSync(node, [cli].concat(all), options)
    : spawnSync('npm', all, Object.assign({ shell: process.platform === 'win32' }, options));
  if (run.error && run.error.code === 'ENOENT') {
    stop('npm is not on this machine: it comes with Node.js, see https://nodejs.org.');
  }
  if (run.status !== 0) explain(`${run.stdout || ''}${run.stderr || ''}`.trim());
}

function explain(output) {
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.exec(output);
  if (network) {
    stop(
      `npm could not reach its registry (${network[1]}): go online, or set npm's registry, then run the same command again.`,
    );
  }
  const lines = output.split('\n');
  const detail = lines.length > 40 ? lines.slice(0, 20).concat('…', lines.slice(-20)).join('\n') : output;
  const refused = /\b(ENOSPC|EACCES|EROFS|EPERM)\b/.exec(output);
  if (refused) {
    stop(
      `npm could not write node_modules (${refused[1]}): make room or give this user the right, then run the same command again.`,
      detail,
    );
  }
  stop('npm could not install what package-lock.json names; what it said is above.', detail);
}

/**
 * `npm install --no-save` rather than `npm ci`: it takes the same versions, and also works where a registry does not
 * serve the packages of other platforms, whose absence from the lockfile `npm ci` refuses.
 */
function runNpm() {
  const args = ['install', '--no-save'];
  if (parseInt(process.versions.node, 10) >= OLDEST_NODE_WITH_SUCH_NPM) {
    npm(args, process.env.npm_execpath, process.env.npm_node_execpath || process.execPath);
    return;
  }
  const pinned = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node;
  remove(borrowed);
  fs.mkdirSync(borrowed, { recursive: true });
  fs.writeFileSync(join(borrowed, 'package.json'), '{"private":true}');
  npm(['install', '--no-package-lock', '--prefix', borrowed, `node@${pinned}`, 'npm@11']);
  const bin = join(borrowed, 'node_modules');
  process.env.PATH = join(bin, '.bin') + delimiter + process.env.PATH;
  npm(args, join(bin, 'npm', 'bin', 'npm-cli.js'), join(bin, '.bin', 'node'));
  remove(borrowed);
}

/** The headers that addons are compiled against: 67 MB beside a binary of 121, and nothing here compiles. */
function leaveOutHeaders() {
  const brought = join(modules, 'node', 'node_modules');
  if (!fs.existsSync(brought)) return;
  for (const name of fs.readdirSync(brought)) {
    if (name.startsWith('node-')) remove(join(brought, name, 'include'));
  }
}

function install(hash) {
  if (spawnSync('git', ['--version']).error) {
    say('git is not on this machine; Bifocal reads history through it: install git 2.30 or newer.');
  }
  const whole = fs.existsSync(npmRecord) && read(note) !== BEGUN;
  if (whole) say('Installing what package-lock.json names now (up to half a minute)…');
  else {
    say('Installing (first run only, about half a minute)…');
    remove(modules);
  }
  fs.mkdirSync(modules, { recursive: true });
  fs.writeFileSync(note, BEGUN);
  runNpm();
  leaveOutHeaders();
  if (!ownNodeRuns()) {
    // Left there it would stand before the machine's own on PATH and end every later command without a word.
    remove(ownNode);
    if (parseInt(process.versions.node, 10) < 24)
      stop('The Node 24 that npm brought does not run here: install Node 24 by hand, then run the same command again.');
  }
  fs.writeFileSync(note, hash);
}

const hash = wanted();
if (read(note) !== hash) {
  if (installedByHand()) {
    fs.writeFileSync(note, hash);
  } else {
    takeLock();
    if (read(note) !== hash) install(hash);
    unlock();
  }
}
