/** Which column of a table is what, told by its name. Pure. */
import { NAMES, ROLES, type Role } from './role-names.ts';

/** Which column is what; where several are labels, all of them are. */
export type Roles = Readonly<Partial<Record<Role, readonly string[]>>>;

/** `Issue key`, `issue_key`, `issueKey` and `ISSUE-KEY` are one name; accents do not count. */
export function nameOf(column: string): string {
  return column
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A column has one role; the roles that every row needs choose first. */
export function rolesOf(columns: readonly string[]): Roles {
  const names = new Map<string, string>();
  for (const column of columns) if (!names.has(nameOf(column))) names.set(nameOf(column), column);
  // A board's score counts votes, a review's is a rating.
  const score = names.get('score');
  if (score !== undefined && names.has('status')) {
    names.delete('score');
    names.set('votes', score);
  }
  const taken = new Set<string>();
  const roles: Partial<Record<Role, readonly string[]>> = {};
  for (const role of ROLES) {
    const found = NAMES[role].flatMap((name) => names.get(name) ?? []).filter((column) => !taken.has(column));
    const used = role === 'labels' ? found : found.slice(0, 1);
    if (used.length === 0) continue;
    for (const column of used) taken.add(column);
    roles[role] = used;
  }
  return roles;
}

const PERSON =
  /^(?:user|customer|author|client|kunde|nutzer|contacts?|voters?|followers|members|ip)$|\b(?:e ?mail|phone|telefon|login|handle|user ?name|first name|last name|full name|surname|vorname|nachname|assignees?|assigned to|owner|creator|created by|reporter|requester|submitter|reviewer|respondent|watchers?|voter|agent|contact name|customer name|account name|ip address)\b/;

/** A column that names people beside the author is kept out of the record: nothing is asked of it. */
export function namesPerson(column: string): boolean {
  const name = nameOf(column);
  return PERSON.test(name) && !/\b(?:count|number of|type|is|domain)\b/.test(name);
}

/** How many columns have a name that is known: the row of headings has more of them than any other. */
export function knownNames(columns: readonly string[]): number {
  return Object.values(rolesOf(columns)).reduce((sum, used) => sum + used.length, 0);
}

/** What a person writes on the left of `--map id=Ref,text=Message`. */
export const ROLE_WORDS: Readonly<Record<string, Role>> = {
  ...Object.fromEntries(ROLES.map((role) => [role.toLowerCase(), role])),
  ...{ text: 'body', description: 'body', time: 'at', date: 'at', created: 'at', closed: 'closedAt', language: 'lang' },
};
