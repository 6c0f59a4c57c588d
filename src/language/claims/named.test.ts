/** Names of things are told from the words around them. */
import { expect, test } from 'vitest';
import { namedThings } from './named.ts';

test.each([
  ['Asset management with `webassets`_ (optional)', ['webassets']],
  ['Umami supports [MariaDB](https://www.mariadb.org/) and [MySQL](https://mysql.com/)', ['mariadb', 'mysql']],
  ['Running in a Docker container', ['docker']],
  ['Redirected Input', []],
  ['Key Features • How To Use • Project goals', []],
  ['Fast search of every page', []],
])('%s', (raw, names) => {
  expect([...namedThings(raw)].sort()).toEqual(names);
});
