/** One request to the server; what goes wrong comes back as an error that says what would mend it. */
import { noteStood } from './stood.ts';
import type { Problem } from './types.ts';

class RequestError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const UNREACHABLE: Problem = {
  code: 'UNREACHABLE',
  message: 'Bifocal does not answer.',
  hint: 'Is it still running? Start it again with: bifocal serve',
};

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: Blob;
  readonly signal?: AbortSignal;
}

export async function request<Answer>(path: string, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', json, raw, signal } = asked;
  const type = json !== undefined ? 'application/json' : raw !== undefined ? 'application/octet-stream' : null;
  const response = await fetch(`/api${path}`, {
    method,
    headers: { accept: 'application/json', ...(type && { 'content-type': type }) },
    body: json !== undefined ? JSON.stringify(json) : (raw ?? null),
    signal: signal ?? null,
    // An answer of an older Bifocal must not come back after an update.
    cache: 'no-store',
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestError(UNREACHABLE);
  });
  if (method === 'GET') noteStood(path, response.headers);
  const answer = (await response.json().catch(() => null)) as { error?: Problem; message?: string } | null;
  if (response.ok && answer !== null) return answer as Answer;
  if (answer?.error?.code === 'SIGN_IN_FIRST') goSignIn();
  const unnamed = { code: 'UNKNOWN', message: `Bifocal answered with ${response.status}.`, hint: '' };
  const told = answer?.error ?? (answer?.message === undefined ? unnamed : { ...unnamed, message: answer.message });
  throw new RequestError(told);
}

/** The session ended, or there was none: back here afterwards. */
function goSignIn(): void {
  const { pathname, search } = window.location;
  if (!['/sign-in', '/join', '/password'].includes(pathname))
    window.location.assign(`/sign-in?back=${encodeURIComponent(pathname + search)}`);
}

/** A problem as it is shown, whatever was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestError) return error.problem;
  return { code: 'UNKNOWN', message: error instanceof Error ? error.message : String(error), hint: '' };
}
