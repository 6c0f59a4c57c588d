/** Which columns a file has and what they are: by their names, or as a person said. */
import { BifocalError, listed } from '#core/errors.ts';
import { isObject } from './cells.ts';
import type { Role } from './role-names.ts';
import { ROLE_WORDS, type Roles, rolesOf } from './roles.ts';
import type { Row } from './row.ts';

/** Stands for an id that the file does not have: rows are told apart by what they say. */
export const BY_CONTENT = '*';

/** In the order in which they first stand; of an object, its members too. */
export function columnsOf(headings: readonly string[] | null, sample: readonly Row[]): string[] {
  if (headings !== null) return [...new Set(headings)];
  const columns = new Set<string>();
  for (const { fields } of sample) {
    for (const name of Object.keys(fields)) {
      columns.add(name);
      const value = fields[name];
      if (isObject(value)) for (const inner of Object.keys(value)) columns.add(`${name}.${inner}`);
    }
  }
  return [...columns];
}

/** What a person said goes before what the names say. Rejects with USAGE where there is no such column. */
export function mappedRoles(columns: readonly string[], map: Readonly<Record<string, string>>, file: string): Roles {
  const said = Object.entries(map).map(([word, column]) => [roleOf(word), column] as const);
  for (const [, column] of said) {
    if (column === BY_CONTENT || columns.includes(column)) continue;
    const cause = `${file} has no column “${column}”; it has ${listed(outer(columns))}.`;
    throw new BifocalError('USAGE', { cause, command: 'import' });
  }
  const taken = new Set(said.map(([, column]) => column));
  const guessed = rolesOf(columns.filter((column) => !taken.has(column)));
  return { ...guessed, ...Object.fromEntries(said.map(([role, column]) => [role, [column]])) };
}

function roleOf(word: string): Role {
  const role = ROLE_WORDS[word.toLowerCase()];
  if (role !== undefined) return role;
  const words = [...new Set(Object.values(ROLE_WORDS))].map((one) => (one === 'body' ? 'text' : one));
  throw new BifocalError('USAGE', {
    cause: `--map knows no “${word}”; it knows ${words.join(', ')}.`,
    command: 'import',
  });
}

/** The three that every row needs. */
export function lacking(roles: Roles): string[] {
  return [
    ...(roles.id ? [] : ['an id']),
    ...(roles.title || roles.body || roles.rating ? [] : ['a text']),
    ...(roles.at ? [] : ['a time']),
  ];
}

export function refuseLacking(file: string, columns: readonly string[], lacks: readonly string[]): never {
  throw new BifocalError('COLUMN_NOT_FOUND', { file, missing: lacks.join(' and '), columns: outer(columns) });
}

function outer(columns: readonly string[]): string[] {
  return columns.filter((column) => !column.includes('.'));
}
