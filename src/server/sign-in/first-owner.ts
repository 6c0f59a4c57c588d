/** The first owner of a shared server: whoever can read its terminal, by a link that opens once. */
import { HOME } from '#core/access.ts';
import type { Store } from '#engine/open-store.ts';
import { hashOf, newSecret } from '../access/secrets.ts';

const HOUR_MS = 3_600_000;

/** Null once there is an owner. A link that was printed before goes with it. */
export async function inviteFirstOwner({ organisations }: Store, url: URL): Promise<string | null> {
  await organisations.ensure(HOME, url.hostname);
  const members = await organisations.members(HOME);
  if (members.some(({ role, scope }) => role === 'owner' && scope === '')) return null;
  for (const { id, madeBy } of await organisations.invitations(HOME))
    if (madeBy === null) await organisations.withdraw(HOME, id);
  const secret = newSecret();
  const order = { organisation: HOME, scope: '', role: 'owner', madeBy: null } as const;
  await organisations.invite({ ...order, expiresAt: Date.now() + HOUR_MS, tokenHash: hashOf(secret) });
  return `${url.origin}/join#${secret}`;
}
