/** A link by which somebody chooses a new password: no e-mail is sent, whoever may make it hands it over. */
import { randomUUID } from 'node:crypto';
import type { Store } from '#engine/open-store.ts';
import { hashOf, newSecret } from '../access/secrets.ts';

const HOUR_MS = 3_600_000;

/** How the library of sign-in names such a link; it is kept as its hash. */
export const NEW_PASSWORD = 'reset-password';

/** What stands behind the address of the server. Opens once, within an hour; one that was made before opens nothing any more. */
export async function passwordLink({ signIn }: Store, person: string): Promise<string> {
  const secret = newSecret();
  const now = Date.now();
  await signIn.remove('verifications', [{ column: 'value', is: 'eq', value: person, or: false }]);
  await signIn.insert('verifications', {
    ...{ id: randomUUID(), identifier: hashOf(`${NEW_PASSWORD}:${secret}`), value: person },
    ...{ expires_at: now + HOUR_MS, created_at: now, updated_at: now },
  });
  return `/password#${secret}`;
}
