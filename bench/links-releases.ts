/**
 * Whether links that are taken without asking lead to the release that the tracker names: trained on the older half,
 * told of the newer, where git and tracker agree on the written link. `node bench/links-releases.ts <issues.jsonl>
 * <commits.csv> <gold.csv> <repository>`; issues carry `fixVersions: [{name}]`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { labelledRows } from '#engine/bench/labelled-rows.ts';
import { linkWorldOf } from '#engine/bench/link-files.ts';
import { barFrom, halvesOf } from '#engine/bench/link-scores.ts';
import { recoverLinks } from '#language/link/recover.ts';

const [issues, commits, gold, repository] = process.argv.slice(2);
if (!issues || !commits || !gold || !repository) throw new Error('Name issues, commits, gold and a repository.');
const signal = new AbortController().signal;
const world = await linkWorldOf({ issues, commits, gold }, signal);
const shas = (await labelledRows(commits, ['commit'], signal)).map(([sha]) => sha as string);
const fixes = fixesOf(issues);
const releaseOf = finalOf(repository);
const [older, newer] = halvesOf(world);
const all = recoverLinks(world.asked, world.changed);
const found = (ask: number) => all[ask] ?? [];
const bar = barFrom(world, older, found) ?? 1;
let [told, right, links, rightLinks] = [0, 0, 0, 0];
for (const ask of newer) {
  const named = fixes[ask] ?? [];
  const written = [...(world.gold.get(ask) ?? [])].map((commit) => releaseOf.get(shas[commit] as string));
  if (!written.some((release) => release !== undefined && named.includes(release))) continue;
  const taken = found(ask).filter(({ probability }) => probability >= bar);
  if (taken.length === 0) continue;
  const reached = taken.map(({ change }) => releaseOf.get(shas[change] as string));
  told += 1;
  links += reached.length;
  rightLinks += reached.filter((release) => release !== undefined && named.includes(release)).length;
  if (named.includes(reached[0] ?? '')) right += 1;
}
console.log(
  JSON.stringify({ bar, asks: told, rightRelease: right / told, links, rightByLink: rightLinks / links }, null, 2),
);

function fixesOf(file: string): string[][] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { fixVersions = [] } = JSON.parse(line) as { fixVersions?: { name: string }[] };
      return fixVersions.flatMap(({ name }) => /^Alloy (\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? []);
    });
}

/** Each commit’s first release without a suffix, by the date of the tag. */
function finalOf(path: string): ReadonlyMap<string, string> {
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', path, ...words], { encoding: 'utf8', maxBuffer: 1 << 28 })
      .split('\n')
      .filter(Boolean);
  const tags = git('for-each-ref', '--sort=creatordate', '--format=%(refname:short)', 'refs/tags');
  const first = new Map<string, string>();
  for (const tag of tags) {
    const version = /^v?(\d+\.\d+\.\d+)$/.exec(tag)?.[1];
    if (version === undefined) continue;
    for (const sha of git('rev-list', `refs/tags/${tag}`)) if (!first.has(sha)) first.set(sha, version);
  }
  return first;
}
