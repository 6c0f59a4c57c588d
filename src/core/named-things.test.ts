/** Names of things are told from the words around them. */
import { expect, test } from 'vitest';
import { namedThings } from './named-things.ts';

test.each([
  ['Asset management with `webassets`_ (optional)', ['webassets']],
  ['Umami supports [MariaDB](https://www.mariadb.org/) and [MySQL](https://mysql.com/)', ['mariadb', 'mysql']],
  ['Running in a Docker container', ['docker']],
  ['Kramdown: Markdown-superset converter', ['kramdown']],
  ['JWT](https://github.com/golang-jwt/jwt) middleware', []],
  ['Gradle:\n', []],
  ['like HMR for tests', []],
  ['`chardet` - Fallback detection', ['chardet']],
  ['set the access level to `restricted`', []],
  ['Requests is available on PyPI', []],
  ['Redirected Input', []],
  ['Key Features • How To Use • Project goals', []],
  ['Fast search of every page', []],
])('%s', (raw, names) => {
  expect([...namedThings(raw)].sort()).toEqual(names);
});
