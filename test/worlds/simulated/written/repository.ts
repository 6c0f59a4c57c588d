/** A simulated company's changes and releases as a real git repository, and the facts that must come back from it. */
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import { GitWorld } from '../../git-world.ts';
import type { Made } from '../ships.ts';
import { END, type World, type WorldFacts } from '../world.ts';
import { ownUse, subjectOf, thing } from './sentences.ts';

const LINES = 30;
const ROBOT = 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>';
/** Codes of origins, as facts/origins.ts gives them. */
const [OWN, UNTRACED] = [2, 4] as const;

export interface WrittenHistory {
  readonly git: GitWorld;
  /** Of each file of the product and of what tells of it: lines a year ago, and how many of them went. */
  readonly renewal: WorldFacts['renewal']['files'];
}

export function repositoryOf({ made, facts }: World): WrittenHistory {
  const git = new GitWorld({ name: 'shop' });
  const files = new Map(
    facts.history.paths.map((path) => [path, Array.from({ length: LINES }, (_, line) => `${path} ${line}: begun`)]),
  );
  const text = (path: string) => `${(files.get(path) ?? []).join('\n')}\n`;
  const start = Math.min(made[0]?.at ?? END, facts.releases.all[0]?.at ?? END) - DAY;
  let head = git.commit('Begin', {
    at: start,
    files: Object.fromEntries([...files.keys()].map((path) => [path, text(path)])),
  });
  let before: ReadonlyMap<string, readonly string[]> = new Map([...files].map(([path, lines]) => [path, [...lines]]));
  const shas = new Map<number, { readonly sha: string }>();
  let release = 0;
  const tagUntil = (until: number) => {
    for (; (facts.releases.all[release]?.at ?? END) < until; release += 1) tag(git, head, release, { made, facts });
  };
  for (const [index, change] of made.entries()) {
    tagUntil(change.at);
    const [path = ''] = change.touched.map((touched) => facts.history.paths[touched] ?? '');
    const lines = files.get(path) ?? [];
    lines[change.number % LINES] = `${path} ${change.number}: ${thing(change.number)}`;
    if (change.at <= END - YEAR_OF_WEEKS) before = new Map([...before, [path, [...lines]]]);
    if (change.reverts !== null) git.save();
    const author = change.bot ? ROBOT : undefined;
    const message = messageOf(change, made, shas, facts.origins.of[index] === OWN);
    head = git.commit(message, { at: change.at, files: { [path]: text(path) }, ...(author && { author }) });
    shas.set(change.number, head);
  }
  tagUntil(END);
  // The history is known to its end: something that no person did is the newest of it.
  git.commit('chore(deps): update lock', { at: END, author: ROBOT, files: { 'package-lock.json': 'the end\n' } });
  git.save();
  return { git, renewal: renewalOf(facts, before, files) };
}

function messageOf(
  { kind, number, bot, reverts }: Made,
  made: readonly Made[],
  shas: ReadonlyMap<number, { readonly sha: string }>,
  own: boolean,
): string {
  if (bot) return `chore(deps): update dependency ${thing(number).replace(' ', '-')} to v${number % 90}`;
  const taken = made.find((one) => one.number === reverts);
  if (taken) {
    return `Revert "${subjectOf(taken.kind, taken.number)}" (#${number})\n\nThis reverts commit ${shas.get(taken.number)?.sha}.`;
  }
  return `${subjectOf(kind, number)} (#${number})${own ? `\n\n${ownUse(number)}` : ''}`;
}

/** Notes stand in the tag's message: by number or in the words of the change, by turns. */
function tag(
  git: GitWorld,
  head: { readonly sha: string },
  at: number,
  { made, facts }: Pick<World, 'made' | 'facts'>,
): void {
  const release = facts.releases.all[at];
  if (!release) return;
  const named = release.brings.flatMap((index) => (made[index]?.named ? [made[index] as Made] : []));
  const lines = named.map(({ kind, number, reverts }) =>
    number % 2 === 0 || reverts !== null ? `- See #${number} for what is new there` : `- ${subjectOf(kind, number)}`,
  );
  const said = lines.length === 0 ? ['- Smaller things'] : lines;
  git.tag(release.name, head, { message: `${release.name}\n\n${said.join('\n')}`, at: release.at });
}

function renewalOf(
  { history, areas }: WorldFacts,
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
): WorldFacts['renewal']['files'] {
  return history.paths.flatMap((path, index) => {
    const area = areas.of[index];
    if (area !== 'product' && area !== 'telling') return [];
    const [stood, stands] = [before.get(path) ?? [], new Set(after.get(path))];
    const gone = stood.filter((line) => !stands.has(line)).length;
    return [{ path, area, stood: stood.length, gone, added: gone }];
  });
}

/** Only own use is written down, in the words of changes; what takes something back says nothing of it. */
export function originsTold({ made, facts: { origins } }: World): WorldFacts['origins'] {
  const of = origins.of.map((code, index) => {
    if (code === 0) return 0;
    return code === OWN && made[index]?.reverts === null ? OWN : UNTRACED;
  });
  return { ...origins, of };
}
