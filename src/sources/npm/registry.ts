/** Asks a registry as npm itself would: with the user's registries, tokens, proxy and certificates, and with our limits. */
import { dirname, join } from 'node:path';
import { BifocalError } from '#core/errors.ts';

/** The same as the Http port's (engine/http.ts), which sources cannot import. */
const LIMITS = {
  headMs: 15_000,
  wholeMs: 60_000,
  bytes: 64 * 2 ** 20,
  retries: 2,
  backOffMs: 500,
  longestWaitMs: 30_000,
};

export interface RegistryAnswer {
  /** null: nothing has changed since the etag. */
  readonly body: string | null;
  readonly etag: string | null;
  /** The registry's own clock, ms UTC. */
  readonly date: number | null;
}

export interface RegistryQuestion {
  readonly name: string;
  readonly etag: string | null;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly limits?: Partial<typeof LIMITS>;
}

/** Rejects with SOURCE_REFUSED, SOURCE_UNREACHABLE or INTERRUPTED. */
export async function askRegistry({ name, etag, signal, env, limits }: RegistryQuestion): Promise<RegistryAnswer> {
  const { headMs, wholeMs, bytes, retries, backOffMs, longestWaitMs } = { ...LIMITS, ...limits };
  const deadline = AbortSignal.timeout(wholeMs);
  const both = AbortSignal.any([signal, deadline]);
  try {
    both.throwIfAborted();
    // Loading npm's client takes a fifth of a second, so nobody pays for it who does not ask a registry.
    const { default: fetch } = await import('npm-registry-fetch');
    const settings = await npmSettings(env);
    const asking = fetch(`/${name.replace('/', '%2f')}`, {
      ...settings,
      spec: name,
      userAgent: 'bifocal',
      cache: null,
      timeout: headMs,
      retry: { retries, factor: 2, minTimeout: backOffMs, maxTimeout: longestWaitMs },
      signal: both,
      headers: { accept: 'application/json', ...(etag !== null && { 'if-none-match': etag }) },
    });
    const answer = await orAborted(asking, both);
    const seen = { etag: answer.headers.get('etag'), date: timeOf(answer.headers.get('date')) };
    if (answer.status === 304) return { ...seen, etag: seen.etag ?? etag, body: null };
    return { ...seen, body: await orAborted(textOf(answer.body, bytes, name), both) };
  } catch (error) {
    if (signal.aborted) throw new BifocalError('INTERRUPTED', {}, error);
    throw deadline.aborted ? unreachable(name, 'its answer did not end in time', error) : failureOf(name, error);
  }
}

/** What npm would use in the user's home: their own and the machine's npmrc, and npm_config_… of the environment. */
async function npmSettings(env: RegistryQuestion['env']): Promise<Readonly<Record<string, unknown>>> {
  const [{ default: Config }, { default: known }] = await Promise.all([
    import('@npmcli/config'),
    import('@npmcli/config/lib/definitions/index.js'),
  ]);
  const config = new Config({
    ...known,
    npmPath: npmFolder(env),
    // In global mode npm leaves out a project's .npmrc: a repository that is merely read must not choose where tokens go.
    argv: ['node', 'npm', '--global'],
    // Loading writes into the environment it is given.
    env: { ...env },
    cwd: import.meta.dirname,
    warn: false,
  });
  await config.load();
  return leavingEnvironment(() => config.flat);
}

/** Laying its settings out, npm writes to the environment (its name, NODE_ENV) for scripts that it would start. */
function leavingEnvironment<Value>(work: () => Value): Value {
  const before = { ...process.env };
  const value = work();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  return value;
}

/** Where npm lies, for the settings that a machine's packager built in: beside what started us, else beside Node. */
function npmFolder(env: RegistryQuestion['env']): string {
  if (env.npm_execpath) return dirname(dirname(env.npm_execpath));
  const bin = dirname(process.execPath);
  return process.platform === 'win32'
    ? join(bin, 'node_modules', 'npm')
    : join(bin, '..', 'lib', 'node_modules', 'npm');
}

async function textOf(body: AsyncIterable<Uint8Array>, most: number, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > most) throw refused(name, `its record is over ${Math.round(most / 2 ** 20)} MB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** npm's client tries again after an abort; the one who asked has left by then. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

function failureOf(name: string, error: unknown): unknown {
  if (error instanceof BifocalError) return error;
  const { statusCode, code, message = '' } = error as { statusCode?: number; code?: string; message?: string };
  if (statusCode === 404) return refused(name, 'the registry knows no package of that name (HTTP 404)', error);
  if (statusCode !== undefined && statusCode < 500)
    return refused(name, `the registry answered HTTP ${statusCode}`, error);
  if (statusCode !== undefined) return unreachable(name, `the registry answered HTTP ${statusCode}`, error);
  if (typeof code === 'string') return unreachable(name, code, error);
  return /premature|aborted|invalid response|terminated|closed/i.test(message)
    ? unreachable(name, 'its answer was cut off', error)
    : error;
}

function refused(name: string, cause: string, error?: unknown): BifocalError {
  return new BifocalError('SOURCE_REFUSED', { source: `npm:${name}`, cause }, error);
}

function unreachable(name: string, cause: string, error?: unknown): BifocalError {
  return new BifocalError('SOURCE_UNREACHABLE', { source: `npm:${name}`, cause }, error);
}

function timeOf(date: string | null): number | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : time;
}
