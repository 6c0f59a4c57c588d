/** Names and addresses of repositories in the forms that people and git write them. */
import { expect, test } from 'vitest';
import { fullName, originOf, parseFullName, repositoryOfRemote, repositoryOfUrl } from './repository.ts';

function remote(address: string): string | null {
  const found = repositoryOfRemote(address);
  return found === null ? null : fullName(found);
}

test('every usual form of a remote on github.com is read', () => {
  const forms = [
    'https://github.com/acme/kettle.git',
    'https://github.com/acme/kettle',
    'https://github.com/acme/kettle/',
    'http://www.github.com/acme/kettle',
    'https://ada:ghp_secret@github.com/acme/kettle.git',
    'git@github.com:acme/kettle.git',
    'git@github.com:/acme/kettle.git',
    'github.com:acme/kettle',
    'ssh://git@github.com/acme/kettle.git',
    'ssh://git@github.com:22/acme/kettle.git',
    'ssh://git@ssh.github.com:443/acme/kettle.git',
    'git://github.com/acme/kettle.git',
    'git+ssh://git@github.com/acme/kettle.git',
    'HTTPS://GitHub.com/acme/kettle.git\n',
  ];
  expect(forms.map(remote)).toEqual(forms.map(() => 'acme/kettle'));
  expect(remote('https://github.com/acme/kettle.js.git')).toBe('acme/kettle.js');
});

test('every other host, a path and a gist are none', () => {
  const others = [
    'https://gitlab.com/acme/kettle.git',
    'https://github.com.evil.example/acme/kettle.git',
    'https://evil.example/github.com/acme/kettle',
    'git@github.example.org:acme/kettle.git',
    '../kettle.git',
    '/srv/git/kettle.git',
    'C:/Users/ada/kettle',
    'https://gist.github.com/0123456789abcdef',
    'git@github.com:kettle.git',
    'https://github.com/acme/kettle/tree/main',
    'https://github.com/acme/kettle.wiki.git',
    '',
  ];
  expect(others.map(remote)).toEqual(others.map(() => null));
});

test('an origin is the same in any case of letters, and tells its host unless it is the public one', () => {
  expect(originOf(parseFullName('Acme/Kettle') ?? never())).toBe('github:acme/kettle');
  expect(originOf(repositoryOfUrl('https://api.github.com/repos/Acme/Kettle/issues/1') ?? never())).toBe(
    'github:acme/kettle',
  );
  expect(originOf(repositoryOfUrl('https://github.com/acme/kettle/issues/7#issuecomment-1') ?? never())).toBe(
    'github:acme/kettle',
  );
  expect(originOf(repositoryOfUrl('https://git.example.org/api/v3/repos/acme/kettle/issues/1') ?? never())).toBe(
    'github:git.example.org/acme/kettle',
  );
});

test('what is no name of a repository is refused', () => {
  for (const name of ['kettle', 'acme/', '/kettle', 'acme/..', 'acme/ke ttle', '-acme/kettle', 'a/b/c', '../../etc']) {
    expect(parseFullName(name)).toBe(null);
  }
});

function never(): never {
  throw new Error('it was not read');
}
