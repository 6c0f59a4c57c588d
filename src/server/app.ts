/** The whole application as one function from request to answer: guards, API, the built web app. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { admits } from './access/admit.ts';
import { writesLog } from './access/log.ts';
import { auditLogRoutes } from './api/audit-log.ts';
import { auditRoutes } from './api/audits.ts';
import { bridgeRoutes } from './api/bridge.ts';
import { claimRoutes } from './api/claims.ts';
import { compareRoutes } from './api/compare.ts';
import { openApi } from './api/describe.ts';
import { evidenceRoutes } from './api/evidence.ts';
import { feedbackRoutes } from './api/feedback.ts';
import { guessRoutes } from './api/guess.ts';
import { importRoutes } from './api/imports.ts';
import { jobRoutes } from './api/jobs.ts';
import { linkRoutes } from './api/links.ts';
import { memberRoutes } from './api/members.ts';
import { needRoutes } from './api/needs.ts';
import { organisationMemberRoutes } from './api/organisation-members.ts';
import { organisationRoutes } from './api/organisations.ts';
import { packageRoutes } from './api/package.ts';
import { peopleRoutes } from './api/people.ts';
import { privacyRoutes } from './api/privacy.ts';
import { productRoutes } from './api/products.ts';
import { readingRoutes } from './api/readings.ts';
import { roundRoutes } from './api/rounds.ts';
import type { Served } from './api/served.ts';
import { sessionRoutes } from './api/session.ts';
import { shippedRoutes } from './api/shipped.ts';
import { sourceRoutes } from './api/sources.ts';
import { tellRoutes } from './api/tell.ts';
import { tokenRoutes } from './api/tokens.ts';
import { webhookRoutes } from './api/webhooks.ts';
import { weightRoutes } from './api/weights.ts';
import { yearRoutes } from './api/year.ts';
import { doorRoutes } from './doors/routes.ts';
import { answersErrors, notThere, refuse } from './errors.ts';
import { guards } from './guards.ts';
import { signsIn } from './sign-in/signs-in.ts';
import { webFiles } from './web-files.ts';

export function appOf(served: Served & { readonly web: string | null }): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError(answersErrors(served.onBug));
  app.use(...guards(served.signIn?.url ?? null));
  const admitted = admits(served.store, served.signIn?.auth ?? null);
  app.use('/api/*', admitted);
  app.use('/mcp', admitted);
  if (served.signIn !== null) app.on(['GET', 'POST'], '/api/auth/*', signsIn(served.signIn.auth));
  const api = apiOf(served);
  app.get('/api/openapi.json', (c) => c.json(openApi(api)));
  app.route('/api', api);
  app.all('/mcp', async (c, next) => (await import('./mcp/http.ts')).mcpOverHttp(served)(c, next));
  doorRoutes(app, served);
  if (served.web !== null) app.get('*', webFiles(served.web));
  app.notFound((c) => notThere(c, c.req.path));
  return app;
}

/** Every route under /api. */
export function apiOf(served: Served): OpenAPIHono {
  const api = new OpenAPIHono({ defaultHook: refuse });
  api.use(writesLog(served.store, api));
  for (const add of RESOURCES) add(api, served);
  api.onError(answersErrors(served.onBug));
  api.all('*', (c) => notThere(c, `${c.req.method} ${c.req.path}`));
  return api;
}

const RESOURCES = [
  productRoutes,
  readingRoutes,
  weightRoutes,
  auditRoutes,
  evidenceRoutes,
  feedbackRoutes,
  sourceRoutes,
  importRoutes,
  guessRoutes,
  needRoutes,
  claimRoutes,
  linkRoutes,
  shippedRoutes,
  bridgeRoutes,
  packageRoutes,
  tellRoutes,
  peopleRoutes,
  privacyRoutes,
  roundRoutes,
  yearRoutes,
  jobRoutes,
  sessionRoutes,
  memberRoutes,
  organisationRoutes,
  organisationMemberRoutes,
  compareRoutes,
  tokenRoutes,
  webhookRoutes,
  auditLogRoutes,
];
