/** Takes out what a word before it calls a password or a key: in settings, headers, addresses and plain sentences. */

/** What a setting, a header or a part of an address is called that holds a secret. */
const KEY_NAMES =
  'api[_-]?key|(?:secret|access|private)[_-]?(?:access[_-]?)?key|client[_-]?secret|secret|(?:access|auth|refresh|id|bearer)?[_-]?token|session(?:[_-]?id)?|sid';

/** At least sixteen characters, letters and digits among them: what is shorter or plainer is a word. */
const KEY = new RegExp(
  `((?<![A-Za-z])[A-Za-z0-9_-]{0,40}?(?:${KEY_NAMES})["']?\\s{0,2}[:=]\\s{0,2}["']?)((?=[^\\s"'&,;<>]{0,80}\\d)(?=[^\\s"'&,;<>\\d]{0,80}\\d?[^\\s"'&,;<>]{0,80}[A-Za-z])[\\w.~+/%-]{16,500}={0,2})`,
  'gi',
);
const MAYBE_KEY = /(?:key|secret|token|session|sid)["']?\s{0,2}[:=]/i;

const BASIC = /\b(Basic )[A-Za-z0-9+/]{12,500}={0,2}/g;

const PASSWORD_NAMES =
  'pass(?:word|wd|wort|phrase)|pwd|kennwort|wachtwoord|mot de passe|contraseña|senha|hasło|heslo|jelszó|parolă?|l[öo]senord|пароль|şifrem?|parola';
const JOINED_NAMES = '密码|密碼|パスワード|비밀번호';

/** Behind a colon, an equals sign or an "is" (which may stand after a pronoun), or simply behind the word. */
const PASSWORD = new RegExp(
  `((?:(?<!\\p{L})(?:${PASSWORD_NAMES})(?!\\p{L})|${JOINED_NAMES})["']?)(\\s{0,2}[:=：]\\s{0,2}| (?:is|ist|lautet|est|es|è|é):? | )(["']?)([^\\s"'<>]{6,100})`,
  'giu',
);
const MAYBE_PASSWORD =
  /pass(?:w|ph)|pwd|kennw|wachtw|mot de p|contrase|senha|has[łl]o|heslo|jelsz|parol|senord|парол|şifre|密[码碼]|パスワード|비밀/i;

export function redactAnnounced(text: string): string {
  let clean = text;
  if (MAYBE_KEY.test(clean)) clean = clean.replace(KEY, '$1[token]');
  if (clean.includes('Basic ')) clean = clean.replace(BASIC, '$1[token]');
  if (MAYBE_PASSWORD.test(clean)) clean = clean.replace(PASSWORD, password);
  return clean;
}

function password(found: string, name: string, between: string, quote: string, value: string): string {
  const sure = between.trim() !== '';
  return isPassword(value, sure) ? `${name}${between}${quote}[password]` : found;
}

/** A word of the language has no digit; behind the bare word for it, capitals or signs must tell it from a version. */
function isPassword(value: string, sure: boolean): boolean {
  if (!/\d/.test(value) || !/\p{L}/u.test(value) || /^https?:|[(){}[\]]|\$|%[sd]/.test(value)) return false;
  return sure || (value.length >= 8 && ((/\p{Lu}/u.test(value) && /\p{Ll}/u.test(value)) || /[!@#^&*?]/.test(value)));
}
