/** What a gather of the platform has to admit: how far back it reaches, and what stopped it. */
import type { Missing } from '#core/errors.ts';
import { dayOf } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import type { Stop } from '../patient-calls.ts';
import { stopped } from '../stopped.ts';
import type { Cursor } from './cursor.ts';

/** What raises the limit of calls. */
export const RAISES = 'A token in GITHUB_TOKEN raises the limit.';
const MORE_CALLS = 'Set GITHUB_TOKEN: it allows ten times as many calls.';
const A_FILE = 'Write more of them into a file (`gh issue list --limit 5000 --json …`), and name it as another target.';

/** The same sentences as long as nothing changes; `stop` is of this gather alone. */
export function missingOf(name: string, cursor: Cursor, stop: Stop | null): Missing[] {
  const { newest, comments, events, off } = cursor;
  const missing: Missing[] = [];
  const say = (because: string, remedy: string) =>
    missing.push({ source: 'github', code: 'NOT_COLLECTED', because, remedy });
  if (stop !== null && stop.why !== 'plan') missing.push(stopped('github', name, stop, RAISES));
  if (off) say(`Issues are switched off at ${name}.`, 'Name the place where its customers write instead.');
  if (newest !== null) {
    const count = thousands(newest.count);
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
