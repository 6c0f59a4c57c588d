/** Shows which names a change takes away, and which claims go on naming them. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { RemovedNames } from './claim-removed-names.ts';

const nothingLeft = () => false;

function after(...titles: readonly string[]) {
  const removed = new RemovedNames();
  for (const [at, title] of titles.entries()) removed.change({ id: `c${at}`, at, title } as unknown as Evidence);
  return (raw: string, left: (name: string) => boolean = nothingLeft) => removed.goneOf(raw, -1, left)?.name ?? null;
}

test.each([
  ['Removing encryptable module', '* Encryptable: other ways of authentication', 'encryptable'],
  ['[refactor] Remove `Loggly` transport', '__Loggly:__ Log to Loggly', 'loggly'],
  ['Remove KeePassHttp plugin and qhttp (#1752)', '- Browsers by KeePassHTTP-Connector', 'keepasshttp'],
  ['remove --hashes mode', '- Checks hashes (via ``--hashes``).', '--hashes'],
  ['Drop -s/--silent option', '`-s/--silent` | Says nothing', '--silent'],
  ['Fix #57: Get rid of timeout parameter in the client', '- ``timeout``: (optional) seconds', 'timeout'],
  ['Drop formats HCL, Java properties and INI', 'reading from JSON, TOML, YAML, HCL and envfile', 'hcl'],
  ['Removed mysql schema.', 'MariaDB, MySQL and PostgreSQL are supported', 'mysql'],
  ['drop bower support', 'Can be installed via [Bower](https://bower.io)', 'bower'],
])('%s takes away what %s names', (title, raw, name) => {
  expect(after(title)(raw)).toBe(name);
});

test.each([
  ['remove .bind() calls. re #680', 'Lambdas lexically bind `this`.'],
  ['Remove riak-js dependency until it works again', 'the options of the riak-js client'],
  ['chore: remove marko from examples folder', '- `marko`'],
  ['Remove Loggly. Will continue on in kettle-loggly', '__Loggly:__ Log to Loggly'],
  ['Remove batch_size when fitting stepwise', '`batch_size`: samples per batch'],
  ['http: Remove the REST API', 'in the same way as the rest of your distribution'],
  ['Removed Jenkins', '- [Jenkins](docs/Jenkins.md): its output'],
  ['Refactor', '__Loggly:__ Log to Loggly'],
  ['remove has-ansi', '- [has-ansi](https://github.com/chalk/has-ansi) - Check a string'],
  ['Remove leash', 'Walks on a leash.'],
  ['Remove unused Loggly', '__Loggly:__ Log to Loggly'],
])('%s takes nothing away from %s', (title, raw) => {
  expect(after(title)(raw)).toBeNull();
});

test('what has a file left, came back or is spoken of again is not gone', () => {
  const claim = '* Encryptable: other ways of authentication';
  const titles = ['Remove encryptable module', 'Fix encryptable keys', 'Faster encryptable'];
  expect(after(...titles.slice(0, 2))(claim)).toBe('encryptable');
  expect(after(...titles)(claim)).toBeNull();
  expect(after('Remove encryptable module', 'Bring back encryptable')(claim)).toBeNull();
  expect(
    after('Remove encryptable module', 'Remove the last traces of encryptable', 'Docs without encryptable')(claim),
  ).toBe('encryptable');
  expect(after('Remove encryptable module')(claim, (name) => name === 'encryptable')).toBeNull();
});

test('a change of texts alone takes nothing away', () => {
  const by = (paths: readonly string[]) => {
    const removed = new RemovedNames();
    const row = { id: 'c', type: 'commit', at: 0, title: 'Drop bower support', data: { paths } };
    removed.change(row as unknown as Evidence);
    return removed.goneOf('Install it via [Bower](https://bower.io)', -1, nothingLeft)?.name ?? null;
  };
  expect(by(['D bower.json', 'M README.md'])).toBe('bower');
  expect(by(['M README.md', 'M docs/install.md'])).toBeNull();
});
