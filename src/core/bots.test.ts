/** Bots by name: known services and the shapes that handles of programs have, but no person called Bot or Abbott. */
import { expect, test } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { isBot } from './bots.ts';

const BOTS: [name: string | null, handle?: string][] = [
  ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
  ['Dependabot Preview'],
  ['renovate[bot]', '29139614+renovate[bot]@users.noreply.github.com'],
  ['Renovate Bot', 'bot@renovateapp.com'],
  ['WhiteSource Renovate', 'bot@renovateapp.com'],
  ['github-actions', 'github-actions@github.com'],
  ['GitHub Actions', 'actions@github.com'],
  ['greenkeeper[bot]', 'greenkeeper[bot]@users.noreply.github.com'],
  ['greenkeeperio-bot', 'support@greenkeeper.io'],
  ['semantic-release-bot', 'semantic-release-bot@martynus.net'],
  ['allcontributors[bot]'],
  ['The Gitter Badger', 'badger@gitter.im'],
  ['Hosted Weblate', 'hosted@weblate.org'],
  ['k8s-ci-robot'],
  ['facebook-github-bot'],
  ['vercel_bot'],
  ['Release Bot'],
  ['docs bot'],
  ['Travis CI', 'builds@travis-ci.org'],
  ['acme-ci'],
  ['Acme CI'],
  ['pre-commit-ci[bot]'],
  ['bot'],
  [null, 'ci@acme.example'],
  [null, 'deploy-bot@acme.example'],
  ['web-flow'],
];

const PEOPLE: [name: string | null, handle?: string][] = [
  ['Abbott', 'abbott@example.org'],
  ['Bud Abbott', 'bud.abbott@example.org'],
  ['Marco Robotti', 'robotti@example.org'],
  ['Theo Bot', 'theo.bot@example.org'],
  ['Jeanine Hennis Bot'],
  ['Botond Ballo', 'botond@example.org'],
  ['Talbot', 'talbot@example.org'],
  ['Talbott Crowell'],
  ['botanist', 'botanist@example.org'],
  ['Robot Jones Fan'],
  ['Cibot', 'cibot@example.org'],
  ['Jan Bothma'],
  ['Li Ci', 'lici@example.org'],
  ['Lucci'],
  ['Abbot Kinney', 'abbotk'],
  ['José Ramón', 'jose@example.org'],
  ['翠 / green', 'green@sapphi.red'],
  ['', 'someone@example.org'],
  [null, 'marcia@example.org'],
  ['Stale Bread'],
  ['Jenkins Smith', 'jsmith@example.org'],
];

test.each(BOTS)('%s (%s) is a bot', (name, handle) => {
  expect(isBot(name, handle)).toBe(true);
});

test.each(PEOPLE)('%s (%s) is a person', (name, handle) => {
  expect(isBot(name, handle)).toBe(false);
});

test('a name of two million characters is looked at in no time', () => {
  const started = processorTime();
  expect(isBot('bot '.repeat(500_000), 'a-'.repeat(1_000_000))).toBe(false);
  expect(processorTime() - started).toBeLessThan(200);
});
