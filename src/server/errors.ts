/** One shape for everything that goes wrong over HTTP: code, cause, remedy. */
import type { Hook } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { BifocalError, ERRORS, type ErrorCode } from '#core/errors.ts';
import { JobFailed } from './jobs/workshop.ts';

/** Whatever is not named here is a request that cannot be carried out as it stands (RFC 9110 §15.5.21). */
const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  USAGE: 400,
  SIGN_IN_FIRST: 401,
  SIGN_IN_REFUSED: 401,
  TOKEN_REFUSED: 401,
  SIGNATURE_REFUSED: 401,
  MAY_NOT: 403,
  LAST_OWNER: 409,
  LINK_SPENT: 410,
  TOO_OFTEN: 429,
  NOT_THERE: 404,
  PRODUCT_NOT_FOUND: 404,
  GATHER_NOT_FOUND: 404,
  NEED_NOT_FOUND: 404,
  PERSON_NOT_FOUND: 404,
  ACTION_NOT_FOUND: 404,
  ROUND_NOT_FOUND: 404,
  ROUND_OPEN: 409,
  ROUND_CLOSED: 409,
  PIECE_NOT_FOUND: 404,
  TOO_LARGE: 413,
  SOURCE_UNREACHABLE: 502,
  SOURCE_REFUSED: 502,
  STORE_UNUSABLE: 503,
};

/** `onBug` is told of what no route expected. */
export function answersErrors(onBug: OnBug): (error: Error, c: Context) => Response {
  return (error, c) => {
    if (error instanceof BifocalError) return answerError(error, c);
    if (error instanceof JobFailed && error.failure.code in ERRORS) {
      const status = STATUS[error.failure.code as ErrorCode] ?? 422;
      return c.json({ error: error.failure }, status);
    }
    // hono's own word for a body that no schema can look at: no JSON (400), or not sent as what it is (415).
    if (error instanceof HTTPException && error.status < 500) {
      const cause = error.status === 415 ? 'The body is not sent as application/json.' : 'The body is no JSON.';
      return c.json(told(new BifocalError('USAGE', { cause, command: 'serve' })), error.status);
    }
    onBug(error);
    return c.json(UNKNOWN, 500);
  };
}

export type OnBug = (error: unknown) => void;

const UNKNOWN = {
  error: {
    code: 'UNKNOWN',
    message: 'Bifocal failed in a way that it does not know.',
    hint: 'What was asked and what was printed on the terminal make a good report.',
  },
};

function answerError(error: BifocalError, c: Context): Response {
  return c.json(told(error), STATUS[error.code] ?? 422);
}

export function notThere(c: Context, what: string): Response {
  return answerError(new BifocalError('NOT_THERE', { what }), c);
}

function told({ code, message, hint }: BifocalError) {
  return { error: { code, message, hint } };
}

/** A request that does not fit its schema. */
// biome-ignore lint/suspicious/noExplicitAny: hono's own type of a hook that serves every route.
export const refuse: Hook<any, any, any, any> = (result, c) => {
  if (result.success) return;
  const [first] = result.error.issues;
  const cause = `${first?.path.join('.') ?? 'The request'}: ${first?.message ?? 'it does not fit'}.`;
  return answerError(new BifocalError('USAGE', { cause, command: 'serve' }), c);
};
