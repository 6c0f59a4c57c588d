/** What a reading of a repository has to admit: where it is cut off, which dates were mended, which tags say nothing. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { dayOf } from '#core/time.ts';
import type { History } from './log-rows.ts';

/** Tag names told in a sentence. */
const TOLD = 5;

export function missingOf(history: History, tags: readonly Gathered[]): Missing[] {
  return [cutOff(history), mended(history), unread(tags)].filter((missing) => missing !== null);
}

function cutOff({ cut, dates }: History): Missing | null {
  if (cut.size === 0) return null;
  const since = dayOf(Math.min(...[...cut.keys()].map((commit) => dates.at[commit] as number)));
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `This is a shallow clone: what happened before ${since} is not in it.`,
    remedy: 'Run `git fetch --unshallow` there and read it again.',
  };
}

function mended({ dates }: History): Missing | null {
  if (dates.count === 0) return null;
  const commits = dates.count === 1 ? '1 commit carries a date' : `${dates.count} commits carry dates`;
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `${commits} that cannot be, and stand at the time of the commits beside them.`,
    remedy: 'Nothing needs doing; the page of this source says how such dates are told.',
  };
}

function unread(tags: readonly Gathered[]): Missing | null {
  const names = tags.filter((tag) => tag.data?.unread === 1).map((tag) => tag.title ?? '');
  if (names.length === 0) return null;
  const told = names.slice(0, TOLD).join(', ') + (names.length > TOLD ? ' …' : '');
  return {
    source: 'git',
    code: 'NOT_COLLECTED',
    because: `No version can be read from ${names.length} of ${tags.length} tags: ${told}`,
    remedy: 'Nothing is taken from them; releases that only they name are not known.',
  };
}
