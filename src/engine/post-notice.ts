/** Posts a notice to an address that somebody gave: public ones alone, unless this machine is asked to reach itself. */
import { BifocalError } from '#core/errors.ts';
import { isPublic, literalAddress } from './http-address.ts';
import { exchange, resolveName } from './http-exchange.ts';

/** Whoever is told answers at once or not at all; their answer is not read beyond a page. */
const LIMITS = { headMs: 10_000, wholeMs: 15_000, bytes: 64 * 2 ** 10 };

export interface NoticePost {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowLoopback: boolean;
  readonly signal: AbortSignal;
}

/** Null when it was taken; else why not, and whether another try could help. No redirect is followed. */
export async function postNotice(post: NoticePost): Promise<{ because: string; again: boolean } | null> {
  try {
    const { status } = await exchange({
      url: new URL(post.url),
      headers: { 'content-type': 'application/json', 'user-agent': 'bifocal', ...post.headers },
      limits: LIMITS,
      allowLoopback: post.allowLoopback,
      resolve: resolveName,
      signal: post.signal,
      question: post.body,
    });
    if (status >= 200 && status < 300) return null;
    return { because: `it answered ${status}`, again: status >= 500 || status === 408 || status === 429 };
  } catch (error) {
    const refused = error instanceof BifocalError;
    return { because: error instanceof Error ? error.message : String(error), again: !refused };
  }
}

/** An address in numbers that is not of the public internet. */
export function inPrivate(hostname: string): boolean {
  const literal = literalAddress(hostname);
  return literal !== null && !isPublic(literal);
}
