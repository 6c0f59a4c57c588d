/** Every address of the app. A page's code loads when its address is opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { claimsQuery } from './api/claims.ts';
import { client } from './api/client.ts';
import { needsQuery } from './api/needs.ts';
import { guessQuery, productQuery, readingQuery } from './api/queries.ts';
import { Frame } from './frame/frame.tsx';
import { Broken, Lost } from './frame/lost.tsx';
import { ProductFrame } from './frame/product-frame.tsx';

/** What is looked at closely, and the job that is being waited for: both can be shared as an address. */
interface Seen {
  readonly near?: string;
  readonly job?: string;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function seen({ near, job }: Record<string, unknown>): Seen {
  const [found, waited] = [textOf(near), textOf(job)];
  return { ...(found && { near: found }), ...(waited && { job: waited }) };
}

/** While the code of a page comes, what it shows is asked for; a link that is only pointed at asks for nothing. */
function askEarly(cause: string, query: { readonly queryKey: readonly unknown[] }): void {
  if (cause !== 'preload') void client.prefetchQuery(query);
}

const root = createRootRoute({ component: Frame, notFoundComponent: Lost });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: seen,
  component: lazyRouteComponent(() => import('./start/start-page.tsx'), 'StartPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./sign-in/join-page.tsx'), 'JoinPage'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('./sign-in/password-page.tsx'), 'PasswordPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisation/$organisation',
  component: lazyRouteComponent(() => import('./organisation/organisation-page.tsx'), 'OrganisationPage'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: ({ of }: Record<string, unknown>) => ({ of: textOf(of) ?? '' }),
  component: lazyRouteComponent(() => import('./compare/compare-page.tsx'), 'ComparePage'),
});

const product = createRoute({
  getParentRoute: () => root,
  path: '/p/$product',
  validateSearch: seen,
  loader: ({ params, cause }) => askEarly(cause, productQuery(params.product)),
  component: ProductFrame,
});

const reading = createRoute({
  getParentRoute: () => product,
  path: '/',
  loader: ({ params, cause }) => {
    askEarly(cause, readingQuery(params.product));
    askEarly(cause, guessQuery(params.product));
  },
  component: lazyRouteComponent(() => import('./reading/reading-page.tsx'), 'ReadingPage'),
});

const needs = createRoute({
  getParentRoute: () => product,
  path: '/needs',
  loader: ({ params, cause }) => askEarly(cause, needsQuery(params.product)),
  component: lazyRouteComponent(() => import('./needs/needs-page.tsx'), 'NeedsPage'),
});

const said = createRoute({
  getParentRoute: () => product,
  path: '/said',
  validateSearch: ({ words }: Record<string, unknown>): { readonly words?: string } => {
    const sought = textOf(words);
    return sought === undefined ? {} : { words: sought };
  },
  component: lazyRouteComponent(() => import('./said/said-page.tsx'), 'SaidPage'),
});

const claims = createRoute({
  getParentRoute: () => product,
  path: '/claims',
  loader: ({ params, cause }) => askEarly(cause, claimsQuery(params.product)),
  component: lazyRouteComponent(() => import('./claims/claims-page.tsx'), 'ClaimsPage'),
});

const shipped = createRoute({
  getParentRoute: () => product,
  path: '/shipped',
  component: lazyRouteComponent(() => import('./shipped/shipped-page.tsx'), 'ShippedPage'),
});

const links = createRoute({
  getParentRoute: () => product,
  path: '/links',
  component: lazyRouteComponent(() => import('./links/links-page.tsx'), 'LinksPage'),
});

const packaged = createRoute({
  getParentRoute: () => product,
  path: '/package',
  component: lazyRouteComponent(() => import('./package/package-page.tsx'), 'PackagePage'),
});

const mirror = createRoute({
  getParentRoute: () => product,
  path: '/mirror',
  validateSearch: ({ round }: Record<string, unknown>): { readonly round?: string } => {
    const chosen = textOf(round);
    return chosen === undefined ? {} : { round: chosen };
  },
  component: lazyRouteComponent(() => import('./mirror/mirror-page.tsx'), 'MirrorPage'),
});

const bridge = createRoute({
  getParentRoute: () => product,
  path: '/bridge',
  component: lazyRouteComponent(() => import('./bridge/bridge-page.tsx'), 'BridgePage'),
});

const since = createRoute({
  getParentRoute: () => product,
  path: '/since',
  component: lazyRouteComponent(() => import('./since/since-page.tsx'), 'SincePage'),
});

const year = createRoute({
  getParentRoute: () => product,
  path: '/year',
  component: lazyRouteComponent(() => import('./year/year-page.tsx'), 'YearPage'),
});

const audits = createRoute({
  getParentRoute: () => product,
  path: '/audits',
  component: lazyRouteComponent(() => import('./audits/audits-page.tsx'), 'AuditsPage'),
});

const sources = createRoute({
  getParentRoute: () => product,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});

const settings = createRoute({
  getParentRoute: () => product,
  path: '/settings',
  validateSearch: ({ weights }: Record<string, unknown>): { readonly weights?: string } => {
    const own = textOf(weights);
    return own === undefined ? {} : { weights: own };
  },
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    signIn,
    join,
    password,
    organisation,
    compare,
    product.addChildren([
      reading,
      needs,
      said,
      claims,
      shipped,
      links,
      packaged,
      mirror,
      bridge,
      since,
      year,
      audits,
      sources,
      settings,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
