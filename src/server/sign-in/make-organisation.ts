/** Another organisation, whose products the others do not see, and its first owner. */
import type { Store } from '#engine/open-store.ts';
import { uuid } from '#store/uuid.ts';
import { hashOf, newSecret } from '../access/secrets.ts';

const DAY_MS = 86_400_000;

/** `owner` null: whoever opens the link first, once and within a day. */
export async function makeOrganisation(
  { organisations }: Store,
  name: string,
  owner: string | null,
): Promise<{ readonly id: string; readonly link: string | null }> {
  const now = Date.now();
  const id = uuid(now);
  await organisations.ensure(id, name);
  const all = { organisation: id, scope: '', role: 'owner' } as const;
  if (owner !== null) {
    await organisations.join(id, owner, all.scope, all.role);
    return { id, link: null };
  }
  const secret = newSecret();
  await organisations.invite({ ...all, madeBy: null, expiresAt: now + DAY_MS, tokenHash: hashOf(secret) });
  return { id, link: `/join#${secret}` };
}
