/** What a simulated company claims: pages of claims with what the evidence says to each, a promise of reply, and notes that admit what breaks. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { DAY, WEEK, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Ledger, LedgerClaim, VerdictName } from '#facts/ledger-values.ts';
import type { FactValues } from '#facts/values.ts';
import { between, Moods, shared } from './chance.ts';
import type { Dials } from './dials.ts';

/** Claims that came with one copy of a page take after each other. */
const A_COPY = 3;
/** Of claims with something to look for, how many nothing that was read speaks to. */
const OPEN = 0.3;
/** Of releases, how many break something. */
const BREAKING = 0.5;
export const PROMISED_DAYS = 2;

export interface ClaimedTruth {
  readonly 'claim-support': number;
  readonly 'claim-conflicts': number;
  readonly 'vague-claims': number;
  readonly 'claim-drift': number;
}

export function ledgerOf(random: Random, dials: Dials, end: number): { ledger: Ledger; truth: ClaimedTruth } {
  const [backed, vague, wrong, drift] = [dials.backed, dials.vague, dials.wrong, dials.drift].map((range) =>
    between(random, range),
  ) as [number, number, number, number];
  const limits = [vague, OPEN, backed, wrong, drift].map(normalQuantile);
  const moods = limits.map(() => new Moods(random));
  const isTrue = (what: number, copy: number) =>
    shared(random, [moods[what]?.of(copy) ?? 0, dials.alike]) < (limits[what] ?? 0);
  const all = Array.from({ length: dials.claims }, (_, number): LedgerClaim => {
    const copy = Math.floor(number / A_COPY);
    const [praise, open, held, confirmed, gone] = [0, 1, 2, 3, 4].map((what) => isTrue(what, copy));
    const judged: VerdictName = held ? 'backed by the product' : confirmed ? 'contradicted' : 'ahead of the evidence';
    const verdict = praise ? 'vague' : open ? 'open' : judged;
    const lastAt = gone ? end - Math.floor(random.uniform() * YEAR_OF_WEEKS) : null;
    return claim(`k${number}`, `copy ${copy}`, verdict, { firstAt: end - 2 * YEAR_OF_WEEKS, lastAt });
  });
  const promise = { firstAt: end - YEAR_OF_WEEKS + WEEK, within: (PROMISED_DAYS * DAY) / 1000 };
  const truth = {
    'claim-support': backed,
    'claim-conflicts': (1 - vague) * (1 - OPEN) * (1 - backed) * wrong,
    'vague-claims': vague,
    'claim-drift': drift,
  };
  return {
    ledger: { collected: true, because: null, all: [...all, claim('promise', 'help', 'open', promise)] },
    truth,
  };
}

function claim(id: string, copy: string, verdict: VerdictName, more: Partial<LedgerClaim>): LedgerClaim {
  return {
    ...{ id, class: 'capability', subject: id, attribute: null, firstAt: 0, lastAt: null, verdict, confidence: 0.8 },
    places: [{ evidence: copy, side: 'claims', field: 'body', from: 0, to: 1, why: 'said' }],
    ...{ quotes: [], people: 0, mechanical: false, confirmed: verdict === 'contradicted', within: null, ...more },
  };
}

type Shipped = Pick<FactValues, 'history' | 'areas' | 'work' | 'releases' | 'notes'>;

/** Some releases break something; of those, some say so. */
export function admitting(random: Random, dials: Dials, facts: Shipped): { facts: Shipped; candour: number } {
  const candour = between(random, dials.candour);
  const limit = normalQuantile(candour);
  const moods = new Moods(random);
  const commits = [...facts.history.commits];
  const byRelease = new Map(facts.notes.byRelease);
  for (const [place, { brings, at }] of facts.releases.all.entries()) {
    const index = brings.find((one) => facts.work.making[one] === 1 && facts.work.bot[one] !== 1);
    const note = byRelease.get(place);
    const mood = moods.of(Math.floor(at / WEEK / dials.season));
    const [breaks, says] = [random.uniform() < BREAKING, shared(random, [mood, dials.alike]) < limit];
    const commit = index === undefined ? undefined : commits[index];
    if (index === undefined || commit === undefined || note === undefined || !breaks) continue;
    commits[index] = { ...commit, breaking: true };
    if (says) byRelease.set(place, { ...note, lines: [...note.lines, 'Breaking, as told in the guide'] });
  }
  const history = { ...facts.history, commits };
  return { facts: { ...facts, history, notes: { ...facts.notes, byRelease } }, candour };
}
