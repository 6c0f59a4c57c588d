/** What a gather of the platform has to admit: how far back it reaches, and what stopped it. */
import { BifocalError, type Missing } from '#core/errors.ts';
import { dayOf } from '#core/time.ts';
import type { Stop } from './calls.ts';
import type { Cursor } from './cursor.ts';

const MORE_CALLS = 'Set GITHUB_TOKEN: it allows ten times as many calls.';
const A_FILE = 'Write more of them into a file (`gh issue list --limit 5000 --json …`), and name it as another target.';

/** The same sentences as long as nothing changes; `stop` is of this gather alone. */
export function missingOf(name: string, cursor: Cursor, stop: Stop | null): Missing[] {
  const { newest, comments, events, off } = cursor;
  const missing: Missing[] = [];
  const say = (because: string, remedy: string) =>
    missing.push({ source: 'github', code: 'NOT_COLLECTED', because, remedy });
  if (stop !== null && stop.why !== 'plan') missing.push(stopped(name, stop));
  if (off) say(`Issues are switched off at ${name}.`, 'Name the place where its customers write instead.');
  if (newest !== null) {
    const count = newest.count.toLocaleString('en-GB');
    say(
      `Only the newest ${count} issues and pull requests of ${name} were read, back to ${dayOf(newest.back)}.`,
      A_FILE,
    );
  }
  if (comments.back !== null) {
    say(
      `Comments of ${name} were read back to ${dayOf(comments.back)}; no thread is called unanswered whose comments were not all read.`,
      MORE_CALLS,
    );
  }
  if (events.back !== null) {
    say(`Who closed and labelled what at ${name} was read back to ${dayOf(events.back)}.`, MORE_CALLS);
  }
  return missing;
}

/** What stopped a gather, as an entry in its reading. */
export function stopped(name: string, stop: Exclude<Stop, { why: 'plan' }>): Missing {
  const { code, message, hint } = errorOf(name, stop);
  return { source: 'github', code, because: message, remedy: hint };
}

/** What stopped a gather before it read anything. */
export function errorOf(name: string, stop: Stop | null): BifocalError {
  if (stop?.why === 'failed') return stop.error;
  const until = stop?.why === 'limit' ? stop.until : null;
  return new BifocalError('LIMIT_USED_UP', {
    source: name,
    until: until === null ? 'for now' : `until ${clockOf(until)}`,
  });
}

/** `14:20 UTC`, never earlier than it is. */
function clockOf(at: number): string {
  const minute = Math.ceil(at / 60_000) * 60_000;
  return `${new Date(minute).toISOString().slice(11, 16)} UTC`;
}
