/** Signatures of webhooks: GitHub's, GitLab's, and for everybody else the scheme of standardwebhooks.com, in and out. */
import { createHmac } from 'node:crypto';
import type { Signer } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { sameText } from '../access/secrets.ts';

/** What came in: an id that is the same when it is sent again, and what happened there. */
export interface Incoming {
  readonly id: string;
  readonly event: string;
}

type Header = (name: string) => string | undefined;

/** standardwebhooks.com: what is older or newer than this is a replay, or its clock is wrong. */
const WINDOW_MS = 5 * 60_000;

/** Throws SIGNATURE_REFUSED. */
export function checked(signer: Signer, secret: string, header: Header, body: string, now: number): Incoming {
  return CHECKS[signer](secret, header, body, now);
}

/** The headers of what we send. */
export function signed(secret: string, id: string, at: number, body: string): Record<string, string> {
  const seconds = Math.floor(at / 1000);
  const signature = `v1,${generic(secret, id, String(seconds), body)}`;
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signature };
}

const CHECKS: Readonly<Record<Signer, (secret: string, header: Header, body: string, now: number) => Incoming>> = {
  github(secret, header, body) {
    const sent = header('x-hub-signature-256') ?? refuse('there is no X-Hub-Signature-256');
    const own = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    if (!sameText(sent, own)) refuse('X-Hub-Signature-256 is another');
    return { id: header('x-github-delivery') ?? digestOf(body), event: header('x-github-event') ?? 'push' };
  },
  gitlab(secret, header, body) {
    const sent = header('x-gitlab-token') ?? refuse('there is no X-Gitlab-Token');
    if (!sameText(sent, secret)) refuse('X-Gitlab-Token is another');
    const id = header('idempotency-key') ?? header('x-gitlab-event-uuid') ?? digestOf(body);
    return { id, event: header('x-gitlab-event') ?? 'push' };
  },
  generic(secret, header, body, now) {
    const id = header('webhook-id') ?? refuse('there is no webhook-id');
    const seconds = header('webhook-timestamp') ?? refuse('there is no webhook-timestamp');
    if (!/^\d{1,12}$/.test(seconds)) refuse('webhook-timestamp is no number of seconds');
    if (Math.abs(now - Number(seconds) * 1000) > WINDOW_MS) refuse('webhook-timestamp is more than five minutes away');
    const own = `v1,${generic(secret, id, seconds, body)}`;
    const sent = (header('webhook-signature') ?? '').split(' ');
    if (!sent.some((one) => sameText(one, own))) refuse('webhook-signature is another');
    return { id, event: 'generic' };
  },
};

function generic(secret: string, id: string, seconds: string, body: string): string {
  return createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');
}

function refuse(cause: string): never {
  throw new BifocalError('SIGNATURE_REFUSED', { cause });
}
