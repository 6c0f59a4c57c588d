/** Writes the history into a real git repository, the same to the byte on every machine: nothing of its settings, hooks, clock or zone is used. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { instant, zoneOf } from './days.ts';
import { type Commit, historyOf, ROBOT } from './history.ts';
import { makersIn } from './people.ts';

/** Builds the repository in an empty or new folder; gives each commit's id by its mark. */
export function buildRepository(
  source: string,
  target: string,
): { readonly commits: readonly Commit[]; readonly shas: ReadonlyMap<number, string> } {
  const folder = resolve(target);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${target} is not empty: name a new folder.`);
  const commits = historyOf(source);
  const git = gitIn(folder);
  git(['init', '--quiet', '--template=', '--object-format=sha1', '--initial-branch=main', '.']);
  const marks = join(folder, '.git', 'gallop-marks');
  git(['fast-import', '--quiet', '--date-format=raw', `--export-marks=${marks}`], streamOf(commits, makersIn(source)));
  const shas = new Map(
    readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map((line): [number, string] => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]),
  );
  rmSync(marks);
  git(['reset', '--quiet', '--hard', 'main']);
  return { commits, shas };
}

function gitIn(folder: string): (args: readonly string[], input?: string) => string {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const env = { ...inherited, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull, LC_ALL: 'C' };
  const plain = [
    '-c',
    'core.autocrlf=false',
    '-c',
    `core.hooksPath=${devNull}`,
    '-c',
    'commit.gpgSign=false',
    '-c',
    'core.fsmonitor=false',
  ];
  return (args, input) =>
    execFileSync('git', [...plain, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
    });
}

function streamOf(commits: readonly Commit[], makers: ReadonlyMap<string, string>): string {
  const parts: string[] = [];
  for (const commit of commits) {
    const { mark, parents, subject, tree, tag } = commit;
    const who = signature(commit, makers);
    parts.push(`commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n${data(`${subject}\n`)}`);
    const [first, second] = parents;
    if (first !== undefined) parts.push(`from :${first}\n`);
    if (second !== undefined) parts.push(`merge :${second}\n`);
    const before = first === undefined ? new Map<string, string>() : (commits[first - 1] as Commit).tree;
    for (const path of before.keys()) if (!tree.has(path)) parts.push(`D ${path}\n`);
    for (const [path, text] of tree)
      if (before.get(path) !== text) parts.push(`M 100644 inline ${path}\n${data(text)}`);
    if (tag === null) continue;
    const tagger = signature({ ...commit, minutes: commit.minutes + 3 }, makers);
    parts.push(
      `\ntag v${tag.version}\nfrom :${mark}\ntagger ${tagger}\n${data(`${tag.title}\n\n${tag.lines.join('\n')}\n`)}`,
    );
  }
  return `${parts.join('')}done\n`;
}

function signature(
  { who, day, minutes }: Pick<Commit, 'who' | 'day' | 'minutes'>,
  makers: ReadonlyMap<string, string>,
): string {
  const name = who === ROBOT ? ROBOT : makers.get(who);
  if (name === undefined) throw new Error(`${day}: nobody at Gallop is called ${who}`);
  return `${name} <${who.replace('[bot]', '')}@gallop.example> ${instant(day, minutes) / 1_000} ${zoneOf(day).text}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
