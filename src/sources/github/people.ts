/** Who speaks: makers, outsiders and programs, as far as the platform tells them apart. Pure. */
import { isBot } from '#core/bots.ts';
import type { Author } from '#core/evidence.ts';
import { PUBLIC_HOST } from './repository.ts';

export type Side = 'maker' | 'outsider' | 'bot' | 'unknown';

export interface Person {
  readonly login: string;
  readonly bot: boolean;
}

/** Those who can change the product: https://docs.github.com/en/graphql/reference/enums#commentauthorassociation. */
const MAKERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** The account that stands for everybody who deleted theirs: nobody in particular. */
const NOBODY = 'ghost';

/** Null for nobody. `gh` writes programs as `app/name`, the API as `name[bot]`. */
export function personOf(login: string | null, program: boolean): Person | null {
  if (login === null || login === '' || login === NOBODY) return null;
  const app = login.startsWith('app/');
  const name = app ? `${login.slice('app/'.length)}[bot]` : login;
  return { login: name, bot: app || program || isBot(null, name) };
}

export function isMaker(association: string | null): boolean {
  return association !== null && MAKERS.has(association);
}

export function sideOf(person: Person | null, association: string | null): Side {
  if (person?.bot) return 'bot';
  if (isMaker(association)) return 'maker';
  // A mannequin is the empty shell of somebody imported from elsewhere.
  return association === null || association === 'MANNEQUIN' ? 'unknown' : 'outsider';
}

/** Only makers may close, reopen or label what somebody else opened, or merge. */
export function actingSide(actor: Person | null, opener: Person | null, association: string | null): Side | null {
  if (actor === null) return null;
  if (actor.bot) return 'bot';
  if (opener === null) return null;
  return actor.login === opener.login ? sideOf(actor, association) : 'maker';
}

/** Handles are unique on one host. */
export function authorOf(person: Person | null, host: string): Author | null {
  return person === null ? null : { space: host === PUBLIC_HOST ? PUBLIC_HOST : host, handle: person.login };
}
