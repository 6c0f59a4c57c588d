/** The doors of a Mirror Test: the one thing that is served to people without sign-in. Nothing else is reachable here. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { doorOf, keepAnswers, type OpenDoor } from '#engine/rounds.ts';
import { pointsShared } from '#mirror/given-answers.ts';
import { languageOf } from '#mirror/languages/catalogue.ts';
import type { FormWords } from '#mirror/languages/words.ts';
import { POINTS } from '#mirror/questions.ts';
import { type Markup, markup } from '#report/html/markup.ts';
import type { Served } from '../api/served.ts';
import { formPage } from './form.ts';
import { limiter } from './limits.ts';
import { plainPage } from './page.ts';
import { SCRIPT } from './script.ts';
import { keyIn, sentForm } from './sent-form.ts';

/** Every address of a door begins so. Whoever guards the server lets these through without sign-in, and nothing else. */
const DOORS = '/m';

const LARGEST = 64 * 2 ** 10;
const COOKIE = 'answer';
const COOKIE_SECONDS = 90 * 86_400;
const MINUTE = 60_000;
/** Of one respondent: a form that saves as one goes, for as long as one likes. Of a door: a hall that answers at once. */
const SAVES_A_MINUTE = 120;
const NEW_A_MINUTE = 1_000;
/** Tokens have 128 bits; who tries more than this has none. */
const WRONG_A_MINUTE = 300;

export function doorRoutes(app: OpenAPIHono, served: Pick<Served, 'store' | 'signIn'>): void {
  const secure = served.signIn?.url.protocol === 'https:';
  const doors = new Hono();
  const mayKeep = limiter(SAVES_A_MINUTE, MINUTE);
  const mayCome = limiter(NEW_A_MINUTE, MINUTE);
  const mayErr = limiter(WRONG_A_MINUTE, MINUTE);
  const css = readFileSync(new URL('./form.css', import.meta.url), 'utf8');
  doors.get('/form.css', (c) =>
    c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );
  doors.get('/form.js', (c) =>
    c.body(SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );

  doors.get('/:product/:token', async (c) => {
    const words = languageOf(c.req.query('lang'), c.req.header('accept-language'));
    const known = keyIn(getCookie(c, COOKIE));
    const found = await doorAt(c, served, known);
    if (found === null) return absent(c, words, mayErr('wrong'));
    const { door, product } = found;
    const shut = shutPage(words, product, door);
    if (shut !== null) return page(c, shut, 409);
    if (c.req.query('sent') === '1' && door.answers !== null) return page(c, thanks(c, words, product), 200);
    const key = known ?? randomBytes(16).toString('base64url');
    remember(c, key, secure);
    const { round, role, answers } = door;
    return page(
      c,
      formPage({ words, product, role, kind: round.kind, answers: answers ?? {}, key, problem: null }),
      200,
    );
  });

  doors.post('/:product/:token', bodyLimit({ maxSize: LARGEST }), async (c) => {
    const quiet = c.req.header('accept')?.includes('application/json') === true;
    const cookie = keyIn(getCookie(c, COOKIE));
    const body = await c.req.text();
    const fallback = languageOf(null, c.req.header('accept-language'));
    const found = await doorAt(c, served, cookie ?? sentForm('customers', body).key);
    if (found === null) return absent(c, fallback, mayErr('wrong'));
    const { door, product } = found;
    const { round, role } = door;
    const form = sentForm(role, body);
    const words = languageOf(form.language, c.req.header('accept-language'));
    const key = cookie ?? form.key ?? randomBytes(16).toString('base64url');
    const shut = shutPage(words, product, door);
    if (shut !== null) return quiet ? c.json({ saved: false }, 409) : page(c, shut, 409);
    const asked = { words, product, role, kind: round.kind, key };
    const named = round.kind === 'open' && role !== 'customers';
    if (named && (form.name === null || !form.agreed)) {
      const again = formPage({ ...asked, answers: form.answers, problem: words.agreeFirst });
      return quiet ? c.json({ saved: false }, 422) : page(c, again, 422);
    }
    const token = c.req.param('token');
    if (!mayKeep(key) || (door.answers === null && !mayCome(token))) {
      return quiet
        ? c.json({ saved: false }, 429)
        : page(c, plainPage(words, product, words.busy, words.busyMore), 429);
    }
    const answers = named ? { ...form.answers, name: form.name as string } : form.answers;
    const kept = await keepAnswers(served.store, c.req.param('product'), token, round, {
      key,
      language: words.code,
      answers,
    });
    if (kept !== 'kept')
      return quiet
        ? c.json({ saved: false }, 409)
        : page(
            c,
            shutPage(words, product, {
              ...door,
              used: kept === 'used',
              round: { ...round, closesAt: kept === 'closed' ? 0 : null },
            }) ?? plainPage(words, product, words.gone, words.goneMore),
            409,
          );
    remember(c, key, secure);
    if (quiet) return c.json({ saved: true }, 200);
    const sum = pointsShared(answers);
    if (sum !== 0 && sum !== POINTS)
      return page(c, formPage({ ...asked, answers, problem: words.sum.replace('{sum}', String(sum)) }), 422);
    return form.sent
      ? c.redirect(`${c.req.path}?sent=1&lang=${words.code}`, 303)
      : c.redirect(`${c.req.path}?lang=${words.code}`, 303);
  });
  app.route(DOORS, doors);
}

async function doorAt(
  c: Context,
  { store }: Pick<Served, 'store'>,
  key: string | null,
): Promise<{ readonly door: OpenDoor; readonly product: string } | null> {
  const [productId, token] = [c.req.param('product') ?? '', c.req.param('token') ?? ''];
  if (keyIn(token) === null) return null;
  const product = await store.products.byId(productId);
  const door = product && (await doorOf(store, productId, token, key));
  return product && door ? { door, product: product.name } : null;
}

/** Behind a door nobody may look again before it is opened: closed, or used by somebody else. */
function shutPage(words: FormWords, product: string, { round, used }: OpenDoor): Markup | null {
  if (round.closesAt !== null) return plainPage(words, product, words.closed, words.closedMore);
  return used ? plainPage(words, product, words.used, words.usedMore) : null;
}

function thanks(c: Context, words: FormWords, product: string): Markup {
  return plainPage(
    words,
    product,
    words.thanks,
    words.kept,
    markup`<a href="${c.req.path}?lang=${words.code}">${words.back}</a>`,
  );
}

function absent(c: Context, words: FormWords, may: boolean): Response {
  return may
    ? page(c, plainPage(words, null, words.gone, words.goneMore), 404)
    : page(c, plainPage(words, null, words.busy, words.busyMore), 429);
}

/** For this one door: it says nothing of who somebody is, and no other page is sent it. */
function remember(c: Context, key: string, secure: boolean): void {
  setCookie(c, COOKIE, key, { path: c.req.path, httpOnly: true, sameSite: 'Lax', maxAge: COOKIE_SECONDS, secure });
}

function page(c: Context, html: Markup, status: 200 | 404 | 409 | 422 | 429): Response {
  // With no referrer at all a browser would not say where a form comes from, and the guard would turn it away.
  return c.html(html.html, status, { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' });
}
