/** Lets a request through or not: who asks, what they want to do, to which product. Every route passes here, also later ones. */
import type { MiddlewareHandler } from 'hono';
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { actOf, isOpen, organisationIn, productIn } from './acts.ts';
import { may, mayIn } from './caller.ts';
import { Pace } from './pace.ts';
import { whoAsks } from './who.ts';

/** Of one caller; a person at the app makes a few dozen. */
const REQUESTS_A_MINUTE = 1_200;

const WORDS = { read: 'look at this', write: 'change this', import: 'import here', manage: 'manage this' } as const;

export function admits(store: Store, signIn: SignIn | null): MiddlewareHandler {
  const pace = new Pace(REQUESTS_A_MINUTE);
  return async (c, next) => {
    const { path } = c.req;
    const caller = await whoAsks(c, store, signIn);
    c.set('caller', caller);
    if (isOpen(path)) return next();
    if (caller.is === 'stranger') throw new BifocalError('SIGN_IN_FIRST', {});
    if (caller.is !== 'machine' && !pace.allows(caller.id)) throw new BifocalError('TOO_OFTEN', {});
    const named = productIn(path);
    if (named !== null) {
      const product = await store.products.byId(named);
      // What somebody may not see is not there for them.
      if (product === null || !may(caller, 'read', product)) {
        if (product !== null && caller.is === 'token' && caller.product === named)
          throw new BifocalError('MAY_NOT', { act: WORDS.read });
        throw new BifocalError('NOT_THERE', { what: `product ${named}` });
      }
      const act = actOf(c.req.method, path);
      if (!may(caller, act, product)) throw new BifocalError('MAY_NOT', { act: WORDS[act] });
    }
    const organisation = organisationIn(path);
    if (organisation !== null) {
      if (!mayIn(caller, 'read', organisation) || !(await isThere(store, organisation)))
        throw new BifocalError('NOT_THERE', { what: `organisation ${organisation}` });
      const act = actOf(c.req.method, path);
      if (!mayIn(caller, act, organisation)) throw new BifocalError('MAY_NOT', { act: WORDS[act] });
    }
    return next();
  };
}

/** The one of this installation always is. */
async function isThere(store: Store, organisation: string): Promise<boolean> {
  return organisation === HOME || (await store.organisations.list()).some(({ id }) => id === organisation);
}
