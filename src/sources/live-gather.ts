/** One gather of a live service, step after step: a stop at any moment leaves no gap and no repeat. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, Gathering, RefusedRow } from '#core/source.ts';
import { dayOf } from '#core/time.ts';
import { type Manners, PatientCalls, Stopped } from './patient-calls.ts';
import { clockOf, errorOf, stopped } from './stopped.ts';

/** While somebody waits for a reading: a minute or two of calls. `bifocal gather` has no such end. */
const CALLS_OF_A_READING = 120;

/** How far a gather is: between gathers, and after a stop in the middle of one. */
export interface LiveState {
  readonly version: number;
  readonly step: string;
  /** When this gather began, by the service's clock; null between gathers. */
  readonly began: number | null;
  /** Everything is read for the first time and in one gather: what it does not meet is gone there. */
  readonly anew: boolean;
}

export interface Walk {
  readonly calls: PatientCalls;
  progress: Gathering<unknown>['progress'];
  /** When this gather began, by the service's clock. */
  readonly began: number;
}

export interface Piece<State> {
  readonly items: readonly Gathered[];
  /** What came and could not be taken, with why. */
  readonly refused?: readonly RefusedRow[];
  readonly state: State;
}

/** What the first calls told: how much there is to read. */
export interface Outlook {
  /** The service's own clock (ms UTC). */
  readonly at: number;
  /** How many calls and minutes to expect; null where that is not worth a word. */
  readonly sentence: string | null;
  readonly product?: NonNullable<Batch['product']>;
}

export interface LivePlan<State extends LiveState> {
  readonly source: string;
  /** What messages call the place. */
  readonly name: string;
  readonly manners: Manners;
  /** What would raise the limit of calls: a sentence. */
  readonly raises: string;
  /** Of a gather that never was; a cursor of another version is none. */
  readonly start: State;
  look(walk: Omit<Walk, 'began'>, state: State): Promise<Outlook>;
  /** What is to be done first and later; each leaves a state of the next step. */
  readonly steps: readonly (readonly [
    step: string,
    walk: (walk: Walk, state: State) => AsyncGenerator<Piece<State>>,
  ])[];
  /** Rows of which a gather from nothing meets every one that there still is. */
  readonly replaces: NonNullable<Batch['replaces']>;
  /** All is read. */
  finish(state: State, began: number): State;
  /** Everything that changed before it is known, however far the gather came (ms UTC); 0: nothing is. */
  knownUntil(state: State): number;
  /** What a whole gather still cannot tell, alike as long as nothing changes. */
  lacks?(state: State): readonly Missing[];
}

export async function* gatherLive<State extends LiveState>(
  { cursor, until, http, signal, progress, patient = false, estimate }: Gathering<unknown>,
  plan: LivePlan<State>,
): AsyncGenerator<Batch> {
  // The past is what is kept already: a service tells everything as it is today.
  if (until !== null) {
    yield { observedUntil: until };
    return;
  }
  const { source, name, manners, raises } = plan;
  const waiting = (until: number) => progress(`waiting for the limit, until ${clockOf(until)}`, 0, null);
  const most = patient ? {} : { most: CALLS_OF_A_READING };
  const calls = new PatientCalls({ http, signal, name, manners, patient, waiting, ...most });
  const before = stateOf(cursor, plan.start);
  let state = before ?? plan.start;
  const outlook = await plan.look({ calls, progress }, state).catch((error: unknown) => {
    throw error instanceof Stopped ? errorOf(name, error.stop, raises) : error;
  });
  if (state.began === null) {
    if (state.anew && outlook.sentence !== null) estimate?.(outlook.sentence);
    state = { ...state, began: outlook.at, step: plan.steps[0]?.[0] ?? '' };
  }
  const began = state.began ?? outlook.at;
  try {
    for (const [step, walk] of plan.steps) {
      if (state.step !== step) continue;
      for await (const piece of walk({ calls, progress, began }, state)) {
        state = piece.state;
        const { items, refused } = piece;
        yield { items, ...(refused !== undefined && { refused }), resume: JSON.stringify(state) };
      }
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const known = Math.min(began, plan.knownUntil(state));
    if (known === 0 && error.stop.why !== 'plan') throw errorOf(name, error.stop, raises);
    // What comes after is read by the next gather; nothing later than this is known.
    const owed = { ...state, anew: false };
    const missing = [
      error.stop.why === 'plan' ? shortOf(source, name, known) : stopped(source, name, error.stop, raises),
    ];
    yield { missing, cursor: JSON.stringify(owed), ...(known > 0 && { observedUntil: known }) };
    return;
  }
  const done = { ...plan.finish(state, began), step: plan.steps[0]?.[0] ?? '', began: null, anew: false };
  yield {
    ...{ cursor: JSON.stringify(done), observedUntil: began, missing: plan.lacks?.(done) ?? [] },
    ...(state.anew && { replaces: plan.replaces }),
    ...(cursor === null && outlook.product && { product: outlook.product }),
  };
}

function stateOf<State extends LiveState>(cursor: string | null, { version }: State): State | null {
  if (cursor === null) return null;
  const state = JSON.parse(cursor) as State;
  return state.version === version ? state : null;
}

function shortOf(source: string, name: string, known: number): Missing {
  const so = known === 0 ? 'not read to its end' : `read until ${dayOf(known)} alone`;
  const because = `${name} holds more than a reading waits for; it was ${so}.`;
  return {
    source,
    code: 'NOT_COLLECTED',
    because,
    remedy: 'Run `bifocal gather`: it reads everything, and goes on where this stopped.',
  };
}
