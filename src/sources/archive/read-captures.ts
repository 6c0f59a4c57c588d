/** Reads captures one after another, unhurried; a stop at any moment goes on with the next one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Batch, Gathering } from '#core/source.ts';
import { copyOf } from '../page/copy.ts';
import { LARGEST_PAGE, placeOfUrl } from '../page/read-url.ts';
import { type Capture, captureAddress, capturesIn, indexAddress, worthReading } from './captures.ts';

/** The archive asks for patience: fifteen requests a minute are known to be welcome. */
export const PAUSE_MS = 4_000;
/** Somebody waits for a reading: twenty seconds of it. `bifocal gather` has no such end. */
const OF_A_READING = 5;
const VERSION = 1;

interface State {
  readonly version: number;
  /** The newest capture that was looked at; null before the first. */
  readonly after: string | null;
  /** Captures that this gather has still to read. */
  readonly left: readonly Capture[];
  /** Of the words of the newest copy. */
  readonly digest: string | null;
  readonly skipped: number;
  /** Time of the newest capture that the archive has. */
  readonly known: number;
}

export async function* readCaptures(
  { cursor, until, http, signal, progress, estimate, patient }: Gathering<{ readonly url: string }>,
  page: string,
  pause: number,
): AsyncGenerator<Batch> {
  const place = placeOfUrl(page);
  let state = stateOf(cursor);
  if (state.left.length === 0) {
    const { body } = await http.get(indexAddress(page), { signal });
    const all = capturesIn(body);
    if (all === null)
      throw new BifocalError('SOURCE_REFUSED', { source: 'web.archive.org', cause: 'its answer is no index' });
    const left = worthReading(all, state.after).filter(({ at }) => until === null || at <= until);
    const known = all.findLast(({ at }) => until === null || at <= until)?.at ?? 0;
    state = { ...state, left, known: Math.max(state.known, known) };
    if (left.length > 0)
      estimate?.(
        `The Internet Archive has ${left.length} copies of ${place} to read: about ${minutes(left.length * pause)}.`,
      );
  }
  const many = state.left.length;
  for (let next = state.left[0]; next !== undefined; next = state.left[0]) {
    if (patient !== true && many - state.left.length >= OF_A_READING) break;
    progress('captures', many - state.left.length, many);
    await sleep(pause, undefined, { signal }).catch((cause: unknown) => {
      throw new BifocalError('INTERRUPTED', {}, cause);
    });
    const copy = await captured(next, place, { http, signal });
    const digest = copy?.digest ?? state.digest;
    const fresh = copy !== null && copy.digest !== state.digest;
    const skipped = state.skipped + Number(copy === null);
    state = { ...state, left: state.left.slice(1), after: next.stamp, digest, skipped };
    const resume = JSON.stringify(state);
    yield { items: fresh ? [copy.row] : [], resume, cursor: resume };
  }
  const observedUntil = state.known > 0 ? { observedUntil: state.known } : {};
  yield { cursor: JSON.stringify(state), ...observedUntil, missing: lacking(state, place) };
}

/** Null where a capture holds no words, or the archive does not give it out. */
async function captured(
  capture: Capture,
  place: string,
  { http, signal }: Pick<Gathering<unknown>, 'http' | 'signal'>,
) {
  const answer = await http.get(captureAddress(capture), {
    signal,
    bytes: LARGEST_PAGE,
    answers: [403, 404, 410, 451],
  });
  if (answer.status !== 200) return null;
  const type = answer.headers['content-type'] ?? 'text/html';
  const url = new URL(capture.original);
  const address = `${url.protocol}//${url.host}${url.pathname}`;
  const copy = copyOf({ place, url: address, type, text: answer.body, at: capture.at });
  return 'flaw' in copy ? null : copy;
}

function stateOf(cursor: string | null): State {
  const nothing: State = { version: VERSION, after: null, left: [], digest: null, skipped: 0, known: 0 };
  if (cursor === null) return nothing;
  const state = JSON.parse(cursor) as State;
  return state.version === VERSION ? state : nothing;
}

function lacking({ skipped, known, left }: State, place: string): Missing[] {
  const missing = (because: string, remedy: string): Missing => ({
    source: 'archive',
    code: 'NOT_COLLECTED',
    because,
    remedy,
  });
  if (known === 0) {
    return [
      missing(
        `The Internet Archive has no copy of ${place}.`,
        'Name the page as its visitors do, or add it with `bifocal add page` from today on.',
      ),
    ];
  }
  if (left.length > 0) {
    const more = left.length === 1 ? 'one more copy' : `${left.length} more copies`;
    return [
      missing(
        `The Internet Archive has ${more} of ${place} than a reading waits for.`,
        'Run `bifocal gather`: it goes on where this stopped.',
      ),
    ];
  }
  if (skipped === 0) return [];
  const many = skipped === 1 ? 'One copy' : `${skipped} copies`;
  return [
    missing(
      `${many} of ${place} in the Internet Archive could not be read: no words without scripts, or not given out.`,
      'Nothing is to be done; the other copies are read.',
    ),
  ];
}

function minutes(ms: number): string {
  const many = Math.max(1, Math.round(ms / 60_000));
  return many === 1 ? 'a minute' : `${many} minutes`;
}
