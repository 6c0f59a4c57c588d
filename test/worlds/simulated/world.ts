/** A simulated company, its facts as an engine would hand them to audits, and what is true of it. */
import { randomFrom } from '#core/statistics/random.ts';
import loop from '#facts/loop.ts';
import phrases from '#facts/phrases.ts';
import signs from '#facts/signs.ts';
import type { FactValues } from '#facts/values.ts';
import weeks from '#facts/weeks.ts';
import { aloud, titlesOf } from './aloud.ts';
import { asked } from './asked.ts';
import { begins } from './begins.ts';
import { between } from './chance.ts';
import { admitting, ledgerOf } from './claimed.ts';
import type { Dials } from './dials.ts';
import { gainedBy } from './gained.ts';
import { needsOf, returnsOf } from './needed.ts';
import { withOffers } from './offered.ts';
import { withPeers } from './peers.ts';
import { promisedBy } from './promised.ts';
import { says } from './says.ts';
import { NO_CATALOGUE, shelf } from './shelf.ts';
import { type Made, ships } from './ships.ts';
import { stands } from './stands.ts';
import { type Truth, truthOf } from './truth.ts';
import { wishedBy } from './wished.ts';

/** The moment at which every simulated company is read. */
export const END = Date.parse('2026-06-30T12:00:00Z');

/** What audits, focus and stage are told from. */
export type WorldFacts = Pick<
  FactValues,
  | 'history'
  | 'areas'
  | 'work'
  | 'releases'
  | 'notes'
  | 'renewal'
  | 'survival'
  | 'offers'
  | 'catalogue'
  | 'threads'
  | 'repeats'
  | 'needs'
  | 'returns'
  | 'posts'
  | 'origins'
  | 'weeks'
  | 'phrases'
  | 'loop'
  | 'signs'
  | 'ledger'
  | 'rounds'
  | 'claims'
  | 'features'
  | 'gains'
  | 'noteGains'
  | 'subjects'
  | 'promises'
>;

export interface World {
  readonly seed: string;
  readonly dials: Dials;
  readonly facts: WorldFacts;
  readonly truth: Truth;
  readonly made: readonly Made[];
  /** Of the year's noticeable changes: how many really began outside, with own use, with an idea. */
  readonly really: readonly [outside: number, own: number, idea: number];
}

export function simulate(seed: string, dials: Dials): World {
  const random = randomFrom(`world ${seed}`);
  const shipped = ships(random, dials, END);
  const aside = randomFrom(`claimed ${seed}`);
  const admitted = admitting(aside, dials, shipped.facts);
  const claims = ledgerOf(aside, dials, END);
  const stood = stands(random, dials, END);
  const said = says(random, dials, END);
  const sold = shelf(random, dials, END);
  // From a chance of its own: what is said aloud leaves the rest of the company as it was.
  const spoken = aloud(randomFrom(`aloud ${seed}`), dials, said.threads, END);
  // Its weeks are those of its history: the catalogue is for the audit of catalogues alone.
  const beside = { catalogue: NO_CATALOGUE, posts: { collected: false, all: [] }, pages: { places: [], said: [] } };
  const peers = between(randomFrom(`peers ${seed}`), dials.peers);
  const aid = randomFrom(`offers ${seed}`);
  const shares = {
    taken: between(aid, dials.taken),
    own: between(aid, dials.own),
    listening: between(aid, dials.listening),
  };
  const offered = withOffers(seed, withPeers(seed, spoken.threads, peers), shipped.facts, shares, dials.weeks);
  const { threads } = offered;
  const mind = randomFrom(`minds ${seed}`);
  const round = asked(
    seed,
    {
      missed: between(mind, dials.missed),
      guess: between(mind, dials.guessed),
      leaders: between(mind, dials.right),
      staff: between(mind, dials.right),
    },
    END,
  );
  const back = between(randomFrom(`back ${seed}`), dials.returned);
  const heard = {
    threads,
    repeats: { of: new Map() },
    needs: needsOf(seed, threads),
    returns: returnsOf(seed, threads, back),
  };
  const known = { ...admitted.facts, ...stood.facts, ...heard };
  const told = { ...known, ...beside };
  const origins = begins(random, dials, shipped, END);
  const promised = promisedBy(seed, dials, END);
  const speaking = gainedBy(seed, dials, END);
  const unasked = between(randomFrom(`unasked ${seed}`), dials.unasked);
  const facts: WorldFacts = {
    ...known,
    ...promised.facts,
    ...speaking.facts,
    ...wishedBy(seed, dials, shipped.facts, unasked),
    ledger: claims.ledger,
    rounds: round.rounds,
    catalogue: { ...sold.catalogue, titles: titlesOf(dials) },
    posts: spoken.posts,
    origins: origins.fact,
    weeks: (weeks as Computed<'weeks'>).compute(told, { at: END }),
    phrases: (phrases as Computed<'phrases'>).compute(told, { at: END }),
    loop: (loop as Computed<'loop'>).compute(told, { at: END }),
    signs: (signs as Computed<'signs'>).compute(
      {
        ...told,
        releaseRows: { all: [], unread: [] },
        pronouncements: { documents: 0, stopped: null },
        references: { commits: new Map(), pulls: [] },
      },
      { at: END },
    ),
  };
  const truth = truthOf(dials, shipped.truth, stood.truth, said.truth);
  const audits = {
    ...truth.audits,
    ...origins.truth,
    'catalogue-renewal': sold.altered,
    'unsaid-favourite': spoken.unsaid,
    'repeat-pain': back,
    'peer-answers': peers,
    'outsider-parity': shares.taken,
    'listening-makers': offered.listening,
    ...round.truth,
    ...claims.truth,
    'kept-promises': promised.kept,
    'customer-gains': speaking.gaining,
    'unasked-features': unasked,
    ...(shipped.truth.gaps !== null && { candour: admitted.candour }),
  };
  return { seed, dials, facts, made: shipped.made, truth: { ...truth, audits }, really: origins.really };
}

/** The same company where some of its facts are others: what is computed from them follows. */
export function computed(facts: WorldFacts): WorldFacts {
  const beside = { catalogue: NO_CATALOGUE, posts: { collected: false, all: [] }, pages: { places: [], said: [] } };
  const told = { ...facts, ...beside };
  return {
    ...facts,
    weeks: (weeks as Computed<'weeks'>).compute(told, { at: END }),
    phrases: (phrases as Computed<'phrases'>).compute(told, { at: END }),
    loop: (loop as Computed<'loop'>).compute(told, { at: END }),
  };
}

/** What a computed fact is called with here: the world hands it all that it needs. */
interface Computed<Id extends keyof FactValues> {
  compute(facts: object, context: { readonly at: number }): FactValues[Id];
}
