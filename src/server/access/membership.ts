/** Members and links of an organisation, or of one of its products: who may, another role, an invitation. */
import type { Role } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import type { Served } from '../api/served.ts';
import { passwordLink } from '../sign-in/password-link.ts';
import { type Caller, mayIn } from './caller.ts';
import { hashOf, newSecret } from './secrets.ts';

/** What somebody may see: `product` null is all that the organisation has. */
export interface Reach {
  readonly organisation: string;
  readonly product: string | null;
}

const WEEK_MS = 7 * 86_400_000;

export function membership({ store, signIn }: Pick<Served, 'store' | 'signIn'>) {
  return {
    /** Of a product: also those who may see all; of an organisation: everybody. */
    async listed({ organisation, product }: Reach, caller: Caller) {
      const here = ({ scope }: { scope: string }) => product === null || scope === '' || scope === product;
      const items = (await store.organisations.members(organisation)).filter(here).map((row) => ({
        ...{ id: row.userId, name: row.name, email: row.email, role: row.role, ...reachOf(row.scope) },
        you: caller.is === 'person' && caller.id === row.userId,
      }));
      const invitations = (await store.organisations.invitations(organisation)).filter(here).map((row) => ({
        ...{ id: row.id, role: row.role, ...reachOf(row.scope) },
        expiresAt: new Date(row.expiresAt).toISOString(),
      }));
      return { items, invitations };
    },

    /** Another role, or none. Rejects with MAY_NOT, NOT_THERE, LAST_OWNER. */
    async change(reach: Reach, member: string, role: Role | null, caller: Caller): Promise<void> {
      mustReach(caller, reach);
      const { organisation, product } = reach;
      if (await store.organisations.change(organisation, member, product ?? '', role)) return;
      const known = (await store.organisations.members(organisation)).some(({ userId }) => userId === member);
      throw known ? new BifocalError('LAST_OWNER', {}) : new BifocalError('NOT_THERE', { what: `member ${member}` });
    },

    /** The link by which a member chooses a new password. Rejects with MAY_NOT, NOT_THERE. */
    async renew(organisation: string, member: string, caller: Caller): Promise<string> {
      const origin = mustSignIn();
      const held = await store.organisations.of(member);
      if (!held.some((row) => row.organisation === organisation))
        throw new BifocalError('NOT_THERE', { what: `member ${member}` });
      // Whoever has the link can be that person: nobody gains by it what they could not give.
      if (!held.every((row) => mayIn(caller, 'manage', row.organisation)))
        throw new BifocalError('MAY_NOT', { act: 'let somebody in who may see more than you own' });
      return `${origin}${await passwordLink(store, member)}`;
    },

    /** Rejects with MAY_NOT. */
    async invite(reach: Reach, role: Role, caller: Caller): Promise<{ id: string; link: string }> {
      mustReach(caller, reach);
      const origin = mustSignIn();
      const secret = newSecret();
      const madeBy = caller.is === 'person' ? caller.id : null;
      const order = { organisation: reach.organisation, scope: reach.product ?? '', role, madeBy };
      const until = { expiresAt: Date.now() + WEEK_MS, tokenHash: hashOf(secret) };
      return { id: await store.organisations.invite({ ...order, ...until }), link: `${origin}/join#${secret}` };
    },

    /** Rejects with NOT_THERE. */
    async withdraw({ organisation, product }: Reach, invitation: string, caller: Caller): Promise<void> {
      const known = (await store.organisations.invitations(organisation)).find((row) => row.id === invitation);
      const reached = known !== undefined && (known.scope === product || mayIn(caller, 'manage', organisation));
      if (!reached || !(await store.organisations.withdraw(organisation, invitation)))
        throw new BifocalError('NOT_THERE', { what: `invitation ${invitation}` });
    },
  };

  /** The address of the server. */
  function mustSignIn(): string {
    if (signIn === null) throw new BifocalError('NOT_THERE', { what: 'sign-in on this machine; start with --url' });
    return signIn.url.origin;
  }
}

function reachOf(scope: string) {
  return { everything: scope === '', product: scope === '' ? null : scope };
}

/** An owner of one product does not hand out the others. Throws MAY_NOT. */
function mustReach(caller: Caller, { organisation, product }: Reach): void {
  if (product === null && !mayIn(caller, 'manage', organisation))
    throw new BifocalError('MAY_NOT', { act: 'decide for the whole organisation' });
}
