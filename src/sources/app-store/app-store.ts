/** Customer reviews of an app from the App Store's public feed, country by country. Page: app-store.md. */
import { z } from 'zod';
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { defineSource, type RefusedRow } from '#core/source.ts';
import { thousands } from '#core/wording.ts';
import { gatherLive, type LivePlan, type LiveState, type Piece, type Walk } from '../live-gather.ts';
import type { Manners } from '../patient-calls.ts';
import { entriesIn, reviewRow } from './reviews.ts';

const SITE = 'https://itunes.apple.com';
/** The feed holds ten pages of fifty. */
const PAGES = 10;
const PAGE = 50;

const AppStoreOptions = z.strictObject({
  /** The number in the app's address. */
  app: z.string().regex(/^\d{1,12}$/),
  /** Stores by their two letters. */
  countries: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .max(200)
    .default(['us']),
  /** Another address of the feed, for tests. */
  site: z.url({ protocol: /^https?$/ }).optional(),
});
type AppStoreOptions = z.infer<typeof AppStoreOptions>;

interface ReviewsState extends LiveState {
  /** By country: reviews until then are known (ms UTC). */
  readonly known: Readonly<Record<string, number>>;
  /** Countries that were read in this gather. */
  readonly behind: readonly string[];
  /** Countries of which the feed may hold back older ones. */
  readonly short: readonly string[];
}

const START: ReviewsState = { version: 1, step: 'reviews', began: null, anew: true, known: {}, behind: [], short: [] };

const MANNERS: Manners = {
  headers: { accept: 'application/json' },
  answers: [],
  isLimit: ({ status }) => status === 429 || status === 403,
  resetOf: () => null,
  refusalOf: (status, name) =>
    status === 404
      ? new BifocalError('NOT_PUBLIC', { source: name, access: 'there is no way: the store shows public apps alone' })
      : new BifocalError('SOURCE_REFUSED', { source: name, cause: `it answered HTTP ${status}` }),
};

export default defineSource<AppStoreOptions>({
  id: 'app-store',
  title: 'Reviews from the App Store',
  strands: ['says'],
  rereadable: false,
  options: AppStoreOptions as z.ZodType<AppStoreOptions>,
  origin: async ({ app }) => `app-store:${app}`,
  gather: (gathering) => gatherLive(gathering, planOf(gathering.options)),
});

function planOf({ app, countries, site = SITE }: AppStoreOptions): LivePlan<ReviewsState> {
  const address = (country: string, page: number) =>
    `${site}/${country}/rss/customerreviews/page=${page}/id=${app}/sortby=mostrecent/json`;
  const [first = 'us'] = countries;
  return {
    ...{ source: 'app-store', name: `app ${app} in the App Store`, manners: MANNERS, start: START, replaces: [] },
    raises: 'The store tells nobody how many calls it allows; try again in an hour.',
    async look({ calls }, { anew }) {
      const { at } = await calls.ask(address(first, 1));
      const number = thousands(countries.length * PAGES);
      return { at, sentence: anew ? `App ${app}: at most ${number} calls, a second or two each.` : null };
    },
    steps: [['reviews', (walk, state) => walkCountries(walk, state)]],
    finish: (state) => ({ ...state, behind: [] }),
    knownUntil: ({ known }) => Math.min(...countries.map((country) => known[country] ?? 0)),
    lacks: ({ short }) => short.map((country) => heldBack(app, country)),
  };

  async function* walkCountries(walk: Walk, start: ReviewsState): AsyncGenerator<Piece<ReviewsState>> {
    let state = start;
    for (const [place, country] of countries.entries()) {
      if (state.behind.includes(country)) continue;
      const since = state.known[country] ?? 0;
      const rows = new Map<string, Gathered>();
      const refused: RefusedRow[] = [];
      let reached = false;
      let full = true;
      for (let page = 1; page <= PAGES && full && !reached; page += 1) {
        const { value } = await walk.calls.ask(address(country, page), page === 1 ? {} : { answers: [400, 404] });
        const entries = entriesIn(value);
        for (const [at, entry] of entries.entries()) {
          const row = reviewRow(entry, `app-store:${app}`, country);
          if ('reason' in row) {
            const file = `reviews in ${country.toUpperCase()}, page ${page}`;
            refused.push({ file, row: at + 1, reason: row.reason });
          } else if (row.at >= since) rows.set(row.externalId, row);
          else reached = true;
        }
        full = entries.length >= PAGE;
        walk.progress(`reviews in ${country.toUpperCase()}`, place * PAGES + page, countries.length * PAGES);
      }
      const items = [...rows.values()];
      const newest = items.reduce((most, { at }) => Math.max(most, at), since);
      const held = full && !reached;
      const short = held ? [...new Set([...state.short, country])].sort() : state.short;
      state = { ...state, short, behind: [...state.behind, country], known: { ...state.known, [country]: newest } };
      yield { items, refused, state: place === countries.length - 1 ? { ...state, step: 'done' } : state };
    }
  }
}

function heldBack(app: string, country: string): Missing {
  const because = `The feed of app ${app} in ${country.toUpperCase()} holds the newest ${PAGES * PAGE} reviews; older ones were not read.`;
  return {
    source: 'app-store',
    code: 'NOT_COLLECTED',
    because,
    remedy: 'Import the reviews that App Store Connect exports.',
  };
}
