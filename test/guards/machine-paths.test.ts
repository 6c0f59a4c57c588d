/** Nothing in the project speaks of the machine it was written on. */
import { expect, test } from 'vitest';
import { lines } from './code-lines.ts';
import { files } from './tree.ts';

const WRITTEN = /\.(ts|tsx|js|mjs|md|json|css|html|sh|yml|yaml)$|^\.ci\/run$/;
/** Absolute paths below a person's, a temporary or a mounted folder; a web address has no blank or quote before its slash. */
const MACHINE = /(^|[\s"'`(=[])\/(home|root|tmp|work|Users|mnt|private)(\/[\w.-]|["'`)\s]|$)|\b[A-Z]:\\Users\\/;

/** Files that must know a system's own folder, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  'test/contracts/postgres-server.ts': 'a server under another user needs a folder that every user can reach',
};

test('no file names a path of the machine it was written on', () => {
  const named = files(WRITTEN)
    .filter((path) => path !== 'package-lock.json' && !Object.hasOwn(KNOWN, path))
    .flatMap(lines)
    .filter(({ line }) => MACHINE.test(line))
    .map(({ line, at }) => `${at} ${line.slice(0, 160)}`);
  expect(named).toEqual([]);
});
