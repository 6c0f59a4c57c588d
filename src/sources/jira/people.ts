/** Who speaks, as far as Jira tells: customers of a service desk, programs, and everybody else. Pure. */
import { isBot } from '#core/bots.ts';
import type { Author } from '#core/evidence.ts';
import { type Fields, fieldsIn, textIn } from '../fields.ts';
import { type Place, spaceOf } from './place.ts';

export interface Person {
  readonly handle: string;
  readonly email: string | null;
  readonly side: 'outsider' | 'bot' | 'unknown';
}

/** The cloud names people by account, a server by name or key; an account that was deleted is nobody. */
export function personIn(fields: Fields | null, name: string): Person | null {
  const user = fieldsIn(fields, name);
  const handle = textIn(user, 'accountId') ?? textIn(user, 'name') ?? textIn(user, 'key');
  if (handle === null || handle === '' || handle === 'unknown') return null;
  const email = textIn(user, 'emailAddress');
  const type = textIn(user, 'accountType');
  const bot = type === 'app' || isBot(textIn(user, 'displayName'), handle);
  return {
    handle,
    email: email?.includes('@') ? email.toLowerCase() : null,
    side: bot ? 'bot' : type === 'customer' ? 'outsider' : 'unknown',
  };
}

export function authorOf(person: Person | null, place: Place): Author | null {
  if (person === null) return null;
  const alias = person.email === null ? {} : { alias: { space: 'email', handle: person.email, because: 'profile' } };
  return { space: spaceOf(place), handle: person.handle, ...alias };
}

/** Who resolves or reopens what somebody else wrote may do so: a maker. */
export function actingSide(
  actor: Person | null,
  opener: Person | null,
): 'maker' | 'outsider' | 'bot' | 'unknown' | null {
  if (actor === null) return null;
  if (actor.side !== 'unknown') return actor.side;
  return opener === null || actor.handle === opener.handle ? 'unknown' : 'maker';
}
