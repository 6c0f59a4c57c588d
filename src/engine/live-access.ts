/** How services that are read live are reached: whose token goes where. A token goes to the place that the user's own environment names, and nowhere else. */
import { execFile } from 'node:child_process';
import type { Http } from '#core/source.ts';
import { PUBLIC_SITE as GITLAB } from '#sources/gitlab/project.ts';
import { openHttp } from './http.ts';
import { isLoopback, literalAddress } from './http-address.ts';
import type { SourceWanted } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `glab` reads its token from a file or the system's key ring. */
const HELPER_MS = 2_000;

/** What a token may look like; anything else is no token, and is not sent anywhere. */
const TOKEN = /^[\w.:=+/@-]{8,1000}$/;

interface Access {
  /** The place that the user's environment names, or the public one. */
  site(env: Env): string | null;
  /** Headers with what the environment holds; null where it holds nothing. */
  secret(env: Env): Readonly<Record<string, string>> | null;
  /** The platform's own program, and what makes it print a token. */
  readonly helper?: { readonly program: string; args(host: string): readonly string[] };
}

const ACCESS: Readonly<Record<string, Access>> = {
  gitlab: {
    site: (env) => addressIn(env, 'GITLAB_HOST') ?? GITLAB,
    secret: (env) => bearer(textIn(env, 'GITLAB_TOKEN')),
    helper: { program: 'glab', args: (host) => ['config', 'get', 'token', '--host', host] },
  },
  discourse: {
    site: (env) => addressIn(env, 'DISCOURSE_URL'),
    secret(env) {
      const key = textIn(env, 'DISCOURSE_USER_API_KEY');
      return key !== null && TOKEN.test(key) ? { 'user-api-key': key } : null;
    },
  },
  jira: {
    site: (env) => addressIn(env, 'JIRA_URL'),
    secret: (env) =>
      basic(textIn(env, 'JIRA_EMAIL'), textIn(env, 'JIRA_API_TOKEN')) ?? bearer(textIn(env, 'JIRA_TOKEN')),
  },
};

/** The site that the environment names for a kind of service; null where it names none. */
export function siteOf(kind: string, env: Env): string | null {
  return ACCESS[kind]?.site(env) ?? null;
}

/** The network for one source of a service; `help` asks the platform's own program for a token. */
export async function liveHttp(env: Env, wanted: SourceWanted, help: boolean, signal: AbortSignal): Promise<Http> {
  const access = ACCESS[wanted.kind];
  if (access === undefined) return openHttp({ signal });
  const named = URL.parse(access.site(env) ?? '');
  const asked = URL.parse(typeof wanted.options.site === 'string' ? wanted.options.site : (access.site({}) ?? ''));
  const mine = named !== null && named.origin === asked?.origin;
  const address = literalAddress(named?.hostname ?? '');
  const allowPrivate = mine && address !== null && isLoopback(address);
  if (!mine) return openHttp({ signal });
  const headers = access.secret(env) ?? (help && !allowPrivate ? await helped(access, named.host, env, signal) : null);
  return openHttp({ signal, allowPrivate, ...(headers !== null && { secret: { origin: named.origin, headers } }) });
}

async function helped({ helper }: Access, host: string, env: Env, signal: AbortSignal) {
  if (helper === undefined) return null;
  const options = { env: { ...env }, timeout: HELPER_MS, signal, windowsHide: true };
  const printed = await new Promise<string>((resolve) => {
    execFile(helper.program, [...helper.args(host)], options, (error, said) => resolve(error ? '' : said.trim()));
  });
  return bearer(printed);
}

function bearer(token: string | null) {
  return token !== null && TOKEN.test(token) ? { authorization: `Bearer ${token}` } : null;
}

function basic(name: string | null, token: string | null) {
  if (name === null || token === null || !TOKEN.test(token)) return null;
  return { authorization: `Basic ${Buffer.from(`${name}:${token}`).toString('base64')}` };
}

function textIn(env: Env, name: string): string | null {
  return env[name]?.trim() || null;
}

/** A host, or its whole address. */
function addressIn(env: Env, name: string): string | null {
  const text = textIn(env, name);
  const url = text === null ? null : URL.parse(text.includes('://') ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : null;
}
