/** Which authors are programs, told by name alone; what behaves like one is a fact's business (DESIGN §3, rule 4). */

/** Names under which well-known services commit or write, in lower case without a `[bot]` suffix. */
const KNOWN = new Set([
  'allcontributors',
  'appveyor',
  'autofix-ci',
  'bors',
  'chromium-autoroll',
  'circleci',
  'codecov',
  'codecov-io',
  'copybara-service',
  'copybara-github',
  'dependabot',
  'dependabot-preview',
  'dependabot preview',
  'depfu',
  'github-actions',
  'github actions',
  'github-classroom',
  'gitlocalize',
  'greenkeeper',
  'greenkeeperio',
  'hosted weblate',
  'homu',
  'imgbot',
  'imgbotapp',
  'jenkins',
  'jenkins-x',
  'mergify',
  'netlify',
  'pre-commit-ci',
  'prow',
  'pull-request-size',
  'pyup.io',
  'release-please',
  'renovate',
  'renovateapp',
  'restyled-io',
  'rust-highfive',
  'rust-timer',
  'rustbot',
  'scala steward',
  'semantic-release',
  'sider',
  'skia-flutter-autoroll',
  'snyk',
  'snyk.io',
  'sonarcloud',
  'stale',
  'stickler-ci',
  'the gitter badger',
  'transifex',
  'travis ci',
  'travis-ci',
  'vercel',
  'web-flow',
  'weblate',
  'whitesource',
]);

/** `release-bot`, `ci_robot`: joined as handles are. A surname Bot stands behind a space, in addresses behind a dot. */
const JOINED = /[-_](?:ro)?bot$/;

/** `bot-release`, `bot_of_team` at the start of a handle. */
const LEADING = /^(?:ro)?bot[-_]/;

/** Behind a space only these make a program: "Release Bot" is one, "Theo Bot" is a person. */
const SPOKEN =
  /(?:^|[\s-])(?:auto|automation|autoroll|backport|badge|build|bump|changelog|ci|community|crowdin|dependency|deploy|deployment|docs?|format|github|gitlab|i18n|issue|l10n|lint|localization|locales?|merge|nightly|npm|publish|pull|pyup|readme|release|renovate|review|security|semantic|snyk|stale|sync|test|translation|triage|update|upgrade|version|weblate|workflow) (?:ro)?bot$/;

/** `acme-ci`, "Acme CI", "Acme Automation": what runs checks. Behind a space CI is written large; Ci is a surname. */
const MACHINE = /[-_](?:ci|CI)$| CI$|[-_ ](?:automation|Automation|autoroller|autobuild)$/;

/** Names longer than this are cut before they are looked at: a bound for the patterns. */
const LONGEST = 200;

/** True when a name, or the handle beside it, is that of a program. */
export function isBot(name: string | null, handle: string | null = null): boolean {
  return (name !== null && isBotName(name)) || (handle !== null && isBotHandle(handle));
}

function isBotName(name: string): boolean {
  const written = name.slice(0, LONGEST).trim();
  const plain = written.toLowerCase();
  if (plain.endsWith('[bot]')) return true;
  if (plain === 'bot' || KNOWN.has(plain)) return true;
  return JOINED.test(plain) || LEADING.test(plain) || SPOKEN.test(plain) || MACHINE.test(written);
}

/** A handle may be an e-mail address: then what stands before the @, and a forge's number before its plus, count. */
function isBotHandle(handle: string): boolean {
  const plain = handle.slice(0, LONGEST).trim().toLowerCase();
  const at = plain.indexOf('@');
  if (at < 0) return isBotName(plain);
  const local = plain.slice(0, at);
  const own = local.slice(local.indexOf('+') + 1);
  const domain = plain.slice(at + 1);
  if (own.endsWith('[bot]') || own === 'bot') return true;
  // Machines also commit from ci@company; people whose name is Ci do not write from a bare "ci".
  if (own === 'ci' || own === 'dependabot' || own === 'renovate') return true;
  return JOINED.test(own) || (domain === 'users.noreply.github.com' && KNOWN.has(own));
}
