/** The network as a tape: the Http port over answers that were written down. What is not on the tape is refused. */
import { BifocalError, type ErrorCode } from '#core/errors.ts';
import type { Http } from '#core/source.ts';

export interface TapedAnswer {
  /** 200 without it. */
  readonly status?: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request with an etag that still holds gets a 304, as from a server. */
export function tapedHttp(tape: Readonly<Record<string, TapedAnswer>>, fetchedAt: number): Http {
  return {
    async get(url, options = {}) {
      if (options.signal?.aborted) throw new BifocalError('INTERRUPTED');
      const answer = tape[url];
      if (answer === undefined)
        throw new BifocalError('SOURCE_REFUSED', { source: url, cause: 'it answered HTTP 404' });
      const headers = answer.headers ?? {};
      const held = options.etag !== undefined && options.etag === headers.etag;
      const status = held ? 304 : (answer.status ?? 200);
      if (status >= 400 && !options.answers?.includes(status))
        throw new BifocalError('SOURCE_REFUSED', { source: url, cause: `it answered HTTP ${status}` });
      return { status, url, headers, body: held ? '' : answer.body, fetchedAt };
    },
  };
}

/** Never answers; ends only when it is told to stop. */
export function hangingHttp(): Http {
  return {
    get: (_url, options = {}) =>
      new Promise((_, reject) => {
        const stop = () => reject(new BifocalError('INTERRUPTED'));
        if (options.signal?.aborted) stop();
        options.signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}

/** Answers everything with one failure, as the real port does. */
export function failingHttp(code: ErrorCode, cause: string): Http {
  return { get: () => Promise.reject(new BifocalError(code, { source: 'the tape', cause })) };
}
