/** What every route works with. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import type { OnBug } from '../errors.ts';
import type { News } from '../hooks/news.ts';
import type { Lookups } from '../jobs/lookups.ts';
import type { Seeker } from '../jobs/seeker.ts';
import type { Workshop } from '../jobs/workshop.ts';
import type { OpenId } from '../sign-in/configured.ts';
import type { SignIn } from '../sign-in/sign-in.ts';

export interface Served {
  readonly store: Store;
  /** Gathers, reads and imports, one after the other. */
  readonly workshop: Workshop;
  /** Derives what is looked at, beside them: nobody who looks waits for a gather. */
  readonly lookups: Lookups;
  /** Searches words beside both. */
  readonly seeker: Seeker;
  /** Reads again, and tells whoever asked what changed. */
  readonly news: News;
  readonly cwd: string;
  readonly version: string;
  readonly onBug: OnBug;
  /** Null where nobody signs in: the server then answers to this machine alone. */
  readonly signIn: SignedServer | null;
}

export interface SignedServer {
  readonly url: URL;
  readonly auth: SignIn;
  readonly openId: OpenId | null;
}

/** Adds the routes of one resource. */
export type Routes = (api: OpenAPIHono, served: Served) => void;

/** Rejects with NOT_THERE. */
export async function productOf({ store }: Served, id: string) {
  const product = await store.products.byId(id);
  if (product === null) throw new BifocalError('NOT_THERE', { what: `product ${id}` });
  return product;
}
