/** The missing side, offered: which public repository a product's history comes from, and what its user said about reading it. */
import type { Reading } from '#core/reading.ts';
import { fullName, repositoryOfRemote } from '#sources/github/repository.ts';
import type { Store } from '#store/store.ts';
import { openGit } from './git.ts';
import { githubSource, type IssuesAnswer } from './github-access.ts';
import type { Target } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Issues are kept where a fork came from, so that remote comes first. */
const REMOTES = ['upstream', 'origin'];

/** `owner/name` on github.com of the first history in a target; null where no remote leads there. */
export async function issuesRemote(target: Target, signal: AbortSignal): Promise<string | null> {
  const history = target.sources.find(({ kind }) => kind === 'git');
  if (!history) return null;
  const { path } = history.options;
  const git = openGit(typeof path === 'string' ? path : '.', signal);
  // Git ends with status 1 where there is no remote at all.
  const told = await git.text(['config', '--local', '--get-regexp', '^remote\\..*\\.url$']).catch(() => '');
  const urls = new Map(told.split('\n').map((line) => splitOnce(line.replace(/^remote\./, ''), '.url ')));
  for (const name of REMOTES) {
    const repository = repositoryOfRemote(urls.get(name) ?? '');
    if (repository !== null) return fullName(repository);
  }
  return null;
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}

/** The target with the issues of a repository, for one reading or for good. */
export function withIssues(target: Target, repo: string, env: Env): Target {
  return { ...target, sources: [...target.sources, githubSource(repo, env)] };
}

export function readsIssues(target: Target): boolean {
  return target.sources.some(({ kind }) => kind === 'github');
}

/** True while nobody was asked: no issues are known for this product, and no answer is kept. */
export async function maybeAskForIssues(store: Store, target: Target, productId: string): Promise<boolean> {
  if (readsIssues(target)) return false;
  const product = await store.products.byId(productId);
  if (product?.settings.issues !== undefined) return false;
  return (await store.sources.list(productId)).every(({ kind }) => kind !== 'github');
}

/** Kept with the product, so that nobody is asked twice; whoever let `gh` help once need not say so again. */
export async function keepIssuesAnswer(store: Store, productId: string, answer: IssuesAnswer): Promise<void> {
  const product = await store.products.byId(productId);
  const before = product?.settings.issues;
  if (product === null || before === answer || (before === 'helper' && answer === 'public')) return;
  await store.products.change(productId, { settings: { ...product.settings, issues: answer } });
}

/** How reading issues went, from the reading itself: heard, and what kept it from being heard. */
export function issuesOutcome({ evidence, missing }: Reading) {
  const failure = missing.find(({ source, code }) => source === 'github' && code !== 'NOT_COLLECTED') ?? null;
  const heard = evidence.strands.some(({ strand, sources }) => strand === 'says' && sources.includes('github'));
  return { heard, failure };
}
