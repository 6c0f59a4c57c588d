/** What is taken out of a text, what must stay, and that no text makes it slow. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { redact, redactJson } from './redact.ts';
import { redactKeys, redactPairs, redactPasswords, redactPins } from './redact-announced.ts';
import { redactEmails, redactSpokenEmails } from './redact-emails.ts';
import { redactPhones } from './redact-phones.ts';
import { redactAddresses, redactKeyBlocks, redactTokens } from './redact-secrets.ts';

/** Shapes as their issuers publish them, filled with nothing; put together here so that no scanner finds them. */
const fill = (length: number, from = 'aB3dE5fG7h') => from.repeat(Math.ceil(length / from.length)).slice(0, length);
const PEM = (kind: string) => `-----BEGIN ${kind}-----\nMIIE${fill(60)}\n${fill(64)}\n-----END ${kind}-----`;

const GONE: [text: string, left: string][] = [
  ['cookie: sessionid=8f14e45fceea167a5a36dedd4bea2543; path=/', 'cookie: sessionid=[token]; path=/'],
  ['the wifi pw is kettle4ever! and the PIN was 4471', 'the wifi pw is [password] and the PIN was [password]'],
  ['login admin / Adm1n-2024!', 'login admin / [password]'],
  ['(0161) 555 0123, (21) 5555-0123, 8-800-555-01-23', '[phone], [phone], [phone]'],
  ['chiamami al 347 555 0123', 'chiamami al [phone]'],
  ['Write to Ada.Lovelace+x@sub.example.co.uk.', 'Write to [email].'],
  ['<a@b.io>, b_c%d@e-f.museum!', '<[email]>, [email]!'],
  ["o'neil@example.com and mailto:x@y.de", '[email] and mailto:[email]'],
  ['请联系foo@bar.com谢谢', '请联系[email]谢谢'],
  ['1234+user@users.noreply.github.com', '[email]'],
  ['qq@163.com', '[email]'],
  ['Call +44 20 7946 0958 now', 'Call [phone] now'],
  ['+1 (555) 123-4567', '[phone]'],
  ['+15551234567', '[phone]'],
  ['+49-30-1234567', '[phone]'],
  ['(212) 555-0123, 212-555-0123, 212.555.0123', '[phone], [phone], [phone]'],
  ['06 12 34 56 78', '[phone]'],
  ['020 7946 0958', '[phone]'],
  ['030/12345678', '[phone]'],
  ['Tel.: 555 1234', 'Tel.: [phone]'],
  ['my phone 5551234', 'my phone [phone]'],
  [`token ghp_${fill(36)}`, 'token [token]'],
  [`github_pat_${fill(40)}`, '[token]'],
  [`glpat-${fill(20)}`, '[token]'],
  [`xoxb-${fill(30, '1234567890')}`, '[token]'],
  [`AKIA${fill(16, 'ABCD1234')}`, '[token]'],
  [`AIza${fill(35)}`, '[token]'],
  [`npm_${fill(36)}`, '[token]'],
  [`sk-${fill(48)}`, '[token]'],
  [`sk-ant-${fill(30)}`, '[token]'],
  [`sk_live_${fill(24)}`, '[token]'],
  [`SG.${fill(22)}.${fill(43)}`, '[token]'],
  [`eyJ${fill(30)}.eyJ${fill(60)}.${fill(43)}`, '[token]'],
  [`Authorization: Bearer ${fill(40)}`, 'Authorization: Bearer [token]'],
  [`https://hooks.slack.com/services/${fill(30)}`, 'https://hooks.slack.com/services/[token]'],
  ['postgres://me:s3cret@db.example:5432/x', 'postgres://[credentials]@db.example:5432/x'],
  [`before ${PEM('RSA PRIVATE KEY')} after`, 'before [private key] after'],
  [PEM('PGP PRIVATE KEY BLOCK'), '[private key]'],
  [`${PEM('PRIVATE KEY').slice(0, 90)}`, '[private key]'],
  ['zoë@example.com, иван@пример.example', '[email], [email]'],
  ['jane [at] example [dot] com, or jane at example dot com', '[email], or [email]'],
  ['Appelez le 01 23 45 67 89 ou le +33 6 12 34 56 78', 'Appelez le [phone] ou le [phone]'],
  ['mon portable : 06.12.34.56.78; 我的手机是138 0013 8000', 'mon portable : [phone]; 我的手机是[phone]'],
  ['password: Tr0ub4dor&3, mot de passe : Baguette2024!', 'password: [password] mot de passe : [password]'],
  [`X-Api-Key: ${fill(32, '9f8e7d6c')}`, 'X-Api-Key: [token]'],
];

const STAYS = [
  'Bump foo from 1.2.3 to 10.20.30-rc.1 (#12345)',
  'on 2026-02-28 at 10:30:00, or 28.02.2026, 02/28/2026',
  'commit 4f2a9c1d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39',
  'commit 0123456789012345678901234567890123456789',
  'a UUID 01234567-0123-4567-8901-234567890123',
  '+1234567 lines, -7654321 lines, +1 2026-02-28',
  'pkg@1.2.3, @scope/pkg@2.0.0, icon@2x.png, checkout@v4.1.0, foo@2.x',
  'react@next and @mentions of @people',
  'git@github.com:acme/widgets.git',
  'https://github.com/acme/widgets/issues/123456789',
  'npm_config_registry, sk-some-long-class-name-for-css, hf_hub',
  'hash[key], AKIA, ghp_ and Bearer of news',
  '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----',
  '192.168.100.200:8080 and 10.0.0.255',
  'Range 1000-2000-3000 and 555 1234',
  '1700000000000, 1.700.000.000, 12,345,678',
  'M 0 0 24 24 12 12 0 1 1 10 10',
  'ISBN 978-3-16-148410-0',
  'postgres://localhost:5432/x',
  'user:pass without an address',
  'tel aviv 2024, telephone game',
  'Handy 28.02.2026 10:30, mobile 2026.1.4 build 3301',
  'password: required, api_key=<your key here>, token: string | null',
  'lots 01 02 03 04 05 06 07',
  'I hope to look at that at some point this week, or at one point second thoughts came',
  'this should pass https://github.com/a/b1, pass case: step2 works',
  'user-has-push/28323624#28323624 and admin/settings/page2!',
];

test.each(GONE)('%j is told as %j', (text, left) => {
  expect(redact(text)).toBe(left);
});

test.each(STAYS)('%j stays', (text) => {
  expect(redact(text)).toBe(text);
});

/** Every step, whether a sign of it was met or not. */
const allSteps = (text: string) =>
  [
    redactTokens,
    redactAddresses,
    redactKeyBlocks,
    redactKeys,
    redactPasswords,
    redactPairs,
    redactPins,
    redactEmails,
    redactSpokenEmails,
  ]
    .concat(redactPhones)
    .reduce((clean, step) => step(clean), text);

test('no step that finds something goes by for want of a sign', () => {
  for (const [text, left] of GONE)
    expect([allSteps(text), redact(text.toUpperCase())]).toEqual([left, allSteps(text.toUpperCase())]);
  const pieces = fc.constantFrom(...GONE.flatMap(([text]) => text.split(/(?<=[ :=/_-])/)), ' ', '"', ':');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      expect(redact(parts.join(''))).toBe(allSteps(parts.join('')));
    }),
  );
});

test('redacted text is not changed again', () => {
  const pieces = fc.constantFrom(...GONE.map(([text]) => text), ...STAYS, ' ', '\n', 'a', '@', '+', '.');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      const once = redact(parts.join(' '));
      expect(redact(once)).toBe(once);
    }),
  );
});

test('every string and key of a value is redacted; numbers stay', () => {
  const value = { 'a@b.io': ['x\n212-555-0123', { t: 'c@d.io' }], n: 2_125_550_123, ok: 'fine', none: null };
  expect(redactJson(value, JSON.stringify(value))).toEqual({
    '[email]': ['x\n[phone]', { t: '[email]' }],
    n: 2_125_550_123,
    ok: 'fine',
    none: null,
  });
  const clean = { a: ['M src/a.ts'] };
  expect(redactJson(clean, JSON.stringify(clean))).toBe(clean);
});

const HOSTILE: [what: string, piece: string][] = [
  ['at signs', '@'],
  ['words at words', 'a@a.'],
  ['one long word', 'a'],
  ['digits', '1'],
  ['digits and spaces', '0 1'],
  ['plus signs', '+1 '],
  ['groups', '212-555-'],
  ['brackets', '+1 (2) '],
  ['half tokens', 'eyJaaaaaaaaaaa-'],
  ['dotted half tokens', 'eyJaaaaaaaaaaa.'],
  ['token starts', 'ghp_'],
  ['dashes', '-----BEGIN '],
  ['keys that never end', '-----BEGIN PRIVATE KEY-----'],
  ['addresses', '://a:'],
  ['addresses at', '://a:b@'],
  ['announcements', 'tel 1-'],
  ['bearers', 'Bearer a'],
  ['names of keys', 'api_key=a'],
  ['names of passwords', 'password: '],
  ['spoken addresses', 'a at a dot '],
  ['signed addresses', 'a (at) a.'],
  ['a long setting', 'token_'],
  ['announced digits', 'phone 1 '],
];

test.each(HOSTILE)('two million characters of %s take no long time', (_, piece) => {
  const text = piece.repeat(Math.ceil(2_000_000 / piece.length));
  const started = processorTime();
  redact(text);
  expect(processorTime() - started).toBeLessThan(4_000);
});
