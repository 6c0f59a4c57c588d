/** How GitHub is reached: which API, with whose token, and what an earlier run was told about issues. */
import { execFile } from 'node:child_process';
import type { Http } from '#core/source.ts';
import { hostOfApi, originOf, PUBLIC_API, PUBLIC_HOST, parseFullName } from '#sources/github/repository.ts';
import type { Product } from '#store/products.ts';
import type { Store } from '#store/store.ts';
import { openHttp } from './http.ts';
import { isLoopback, literalAddress } from './http-address.ts';
import type { SourceWanted } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Kept with the product: `public` reads without help, `helper` with the token of `gh`. */
export type IssuesAnswer = 'no' | 'public' | 'helper';

/** No answer, and no connection, may take longer; a dead network is known within ten seconds. */
const LIMITS = { headMs: 9_000, tries: 2, patienceMs: 5_000 };

/** `gh` reads its token from a file or the system's key ring. */
const HELPER_MS = 2_000;

/** What a token may look like; anything else is no token, and is not sent anywhere. */
const TOKEN = /^[\w.-]{10,500}$/;

/** Another API than the public one: an Enterprise server's, as the user's environment names it. */
function apiOf(env: Env): string | null {
  const api = env.BIFOCAL_GITHUB_API?.trim();
  return api && /^https?:$/.test(URL.parse(api)?.protocol ?? '') ? api : null;
}

/** The order of `gh`; an empty variable is none. */
export function tokenOf(env: Env): string | null {
  const token = (env.GH_TOKEN || env.GITHUB_TOKEN || '').trim();
  return TOKEN.test(token) ? token : null;
}

/** The token of the platform's own helper; null where there is none, or it is not signed in. Nothing keeps it. */
export function helperToken(env: Env, signal: AbortSignal): Promise<string | null> {
  const args = ['auth', 'token', '--hostname', PUBLIC_HOST];
  const options = { env: { ...env, GH_PROMPT_DISABLED: '1' }, timeout: HELPER_MS, signal, windowsHide: true };
  return new Promise((resolve) => {
    execFile('gh', args, options, (error, printed) => {
      const token = error ? '' : printed.trim();
      resolve(TOKEN.test(token) ? token : null);
    });
  });
}

/** The network for one GitHub source. A token goes to the API that the user's own environment names, and nowhere else. */
export async function githubHttp(env: Env, wanted: SourceWanted, help: boolean, signal: AbortSignal): Promise<Http> {
  const own = apiOf(env) ?? PUBLIC_API;
  const asked = typeof wanted.options.api === 'string' ? wanted.options.api : PUBLIC_API;
  const trusted = URL.parse(own)?.origin;
  const token = tokenOf(env) ?? (help ? await helperToken(env, signal) : null);
  const mine = URL.parse(asked)?.origin === trusted;
  return openHttp({
    ...{ signal, limits: LIMITS, allowPrivate: mine && isOwnMachine(own) },
    ...(token !== null && mine && trusted !== undefined && { bearer: { origin: trusted, token } }),
  });
}

function isOwnMachine(api: string): boolean {
  const address = literalAddress(URL.parse(api)?.hostname ?? '');
  return address !== null && isLoopback(address);
}

/** `owner/name` as a source. */
export function githubSource(repo: string, env: Env): SourceWanted {
  const api = apiOf(env);
  return { kind: 'github', options: { repo, ...(api !== null && { api }) } };
}

/** Live issues that an earlier run read for this product, unless its user said no since, or names them anyway. */
export async function keptIssues(
  store: Store,
  { id, settings }: Product,
  named: readonly SourceWanted[],
): Promise<SourceWanted[]> {
  if (settings.issues === 'no') return [];
  const origins = new Set(named.filter(({ kind }) => kind === 'github').map(({ options }) => liveOrigin(options)));
  const known = await store.sources.list(id);
  return known
    .filter(({ kind, origin }) => kind === 'github' && !origins.has(origin))
    .map(({ kind, options }) => ({ kind, options: options as SourceWanted['options'] }))
    .filter(({ options }) => liveOrigin(options) !== null);
}

/** Null for saved files. */
function liveOrigin({ repo, api, file, files }: SourceWanted['options']): string | null {
  if (typeof repo !== 'string' || file !== undefined || files !== undefined) return null;
  const repository = parseFullName(repo, hostOfApi(String(api ?? PUBLIC_API)));
  return repository === null ? null : originOf(repository);
}

export function wantsHelp({ settings }: Product): boolean {
  return settings.issues === 'helper';
}
