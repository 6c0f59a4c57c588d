/** Who speaks: members who may change the project, others, and programs, as far as GitLab tells them apart. Pure. */
import { isBot } from '#core/bots.ts';
import type { Author } from '#core/evidence.ts';
import { countIn, type Fields, fieldsIn, textIn } from '../fields.ts';
import { type Project, spaceOf } from './project.ts';

export type Side = 'maker' | 'outsider' | 'bot' | 'unknown';

export interface Person {
  readonly login: string;
  readonly bot: boolean;
}

/** Who manages issues: https://docs.gitlab.com/user/permissions/. Guests may only write. */
const REPORTER = 20;

/** The account that stands for everybody whose account was deleted. */
const NOBODY = /^ghost\d*$/;
/** Tokens of projects and groups act under names of their own. */
const TOKEN_USER = /^(?:project|group)_\d{1,12}_bot(?:_[0-9a-z]{1,64})?$/;
/** Brings in what customers write by mail. */
const MAIL_DESK = 'support-bot';

export function personIn(fields: Fields, name: string): Person | null {
  const user = fieldsIn(fields, name);
  const login = textIn(user, 'username');
  if (login === null || login === '' || NOBODY.test(login)) return null;
  return { login, bot: TOKEN_USER.test(login) || login === 'gitlab-bot' || isBot(textIn(user, 'name'), login) };
}

/** True where a customer wrote by mail: https://docs.gitlab.com/user/project/service_desk/. */
export function isByMail(fields: Fields): boolean {
  return textIn(fieldsIn(fields, 'author'), 'username') === MAIL_DESK;
}

/** Null where the list of members may not be read. */
export type Makers = ReadonlySet<string> | null;

export function makersOf(members: readonly Fields[]): ReadonlySet<string> {
  return new Set(
    members.flatMap((member) =>
      (countIn(member, 'access_level') ?? 0) >= REPORTER ? (textIn(member, 'username') ?? []) : [],
    ),
  );
}

export function sideOf(person: Person | null, makers: Makers): Side {
  if (person?.bot) return 'bot';
  if (person === null || makers === null) return 'unknown';
  return makers.has(person.login) ? 'maker' : 'outsider';
}

/** Only members may close or reopen what somebody else opened. */
export function actingSide(actor: Person | null, opener: Person | null, makers: Makers): Side | null {
  if (actor === null) return null;
  if (actor.bot) return 'bot';
  if (opener === null) return null;
  return actor.login === opener.login ? sideOf(actor, makers) : 'maker';
}

export function authorOf(person: Person | null, project: Project): Author | null {
  return person === null ? null : { space: spaceOf(project), handle: person.login };
}
