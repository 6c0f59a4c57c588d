/** Words of which one stands in every text that a step of redaction could change: one walk lets most steps go by. */
import { wordsWithin } from './words-within.ts';

/** A bit for each step that begins at words. */
export const SIGN = {
  tokens: 1,
  addresses: 2,
  keyBlocks: 4,
  keys: 8,
  passwords: 16,
  pairs: 32,
  pins: 64,
  emails: 128,
  spoken: 256,
};

/** In either case. */
const WORDS: Readonly<Record<keyof typeof SIGN, readonly string[]>> = {
  tokens: [
    ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'b_pat_', 'npm_', 'sk_', 'rk_', 'whsec_', 'hf_', 'dop_v1_', 'shpat_'],
    ...['shpca_', 'shppa_', 'shpss_', 'lin_api_', 'glsa_', 'sntrys_', 'glpat-', 'gldt-', 'glrt-', 'glptt-', 'glft-'],
    ...['glsoat-', 'xoxa-', 'xoxb-', 'xoxe-', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-', 'pypi-', 'sk-', 'gocspx-'],
    ...['key-', 'akia', 'asia', 'aiza', 'ya29.', 'sg.', 'atatt3x', ':aa', 'eyj', 'earer '],
    // SK and hexadecimal digits.
    ...Array.from('0123456789abcdef', (digit) => `sk${digit}`),
  ],
  addresses: ['://', 'hooks.slack.com', '/api/webhooks/'],
  keyBlocks: ['private key'],
  keys: ['key', 'secret', 'token', 'session', 'sid', 'basic '],
  passwords: [
    ...['pass', 'pw', 'kennw', 'wachtw', 'mot de p', 'mdp', 'contrase', 'senha', 'hasl', 'hesl', 'jelsz', 'parol'],
    ...['losenord', 'adgangsk', 'salasana', 'kata sandi'],
  ],
  pairs: [
    ...['login', 'log-in', 'user', 'account', 'benutzer', 'usuario', 'utente', 'identifiant', 'konto', 'admin', 'root'],
  ],
  pins: ['pin'],
  emails: ['@'],
  spoken: [
    ...['(at', '( at', '[at', '[ at', '{at', '{ at', 'arobase', 'arroba'],
    ...[' dot ', ' point ', ' punto ', ' ponto ', ' punkt '],
  ],
};

/** Also for a text that holds signs of other scripts: what stands in those is not looked for here. */
export const EVERY_SIGN = Object.values(SIGN).reduce((all, sign) => all | sign);

let within: ((text: string) => number) | null = null;

/** Bits of all steps that have something to look at. */
export function signsIn(text: string): number {
  within ??= wordsWithin(signsByWord(), EVERY_SIGN);
  return within(text);
}

function signsByWord(): Record<string, number> {
  const signs: Record<string, number> = {};
  for (const step of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
    for (const word of WORDS[step]) signs[word] = (signs[word] ?? 0) | SIGN[step];
  }
  return signs;
}
