/** Takes out what a word before it calls a password or a key: in settings, headers, addresses and plain sentences. */

/** What a setting, a header or a part of an address is called that holds a secret. */
const KEY_NAMES =
  'api[_-]?key|(?:secret|access|private|account|storage|shared|signing|encryption|licen[cs]e)[_-]?(?:access[_-]?)?key|client[_-]?secret|secret|(?:access|auth|refresh|id|bearer)?[_-]?token|session(?:[_-]?id)?|sid';

/** At least sixteen characters, letters and digits among them: what is shorter or plainer is a word. */
const KEY = new RegExp(
  `((?<![A-Za-z])[A-Za-z0-9_-]{0,40}?(?:${KEY_NAMES})["']?\\s{0,2}[:=]\\s{0,2}["']?)((?=[^\\s"'&,;<>]{0,80}\\d)(?=[^\\s"'&,;<>\\d]{0,80}\\d?[^\\s"'&,;<>]{0,80}[A-Za-z])[\\w.~+/%-]{16,500}={0,2})`,
  'gi',
);
const MAYBE_KEY = /(?:key|secret|token|session|sid|session[_-]?id)["']?\s{0,2}[:=]\s{0,2}["']?[\w.~+/%-]{16}/i;

/** A variable in capitals and its value with only a space between: `DD_API_KEY 0123…`. */
const VARIABLE =
  /(\b[A-Z][A-Z0-9_]{0,40}_(?:KEY|TOKEN|SECRET)\s{1,2})(?=[A-Za-z]{0,80}\d)([A-Za-z0-9+/_-]{20,500}={0,2})/g;
const MAYBE_VARIABLE = /_(?:KEY|TOKEN|SECRET)\s/;

/** Nothing but noughts, with or without 0x before them: a place that was left empty. */
const EMPTY = /^(?:0x)?[0x.-]+$/i;

const BASIC = /\b(Basic )[A-Za-z0-9+/]{12,500}={0,2}/g;

const PASSWORD_NAMES =
  'pass(?:word|wd|wort|phrase|code)?|pwd?|kennwort|wachtwoord|mot de passe|mdp|contraseña|senha|hasł[oa]|hesl[oa]|jelsz(?:ó|avam)|parol[ăa]?|l[öo]senord|adgangskode|passord|salasana|парол[ья]|şifrem?|סיסמה|كلمة المرور|mật khẩu|kata sandi';
/** Words of other things too: `pass case: …`. No other word may stand behind them. */
const SHORT = /^(?:pass|pwd?|mdp)["']?$/i;
const JOINED_NAMES = '密码|密碼|パスワード|비밀번호|รหัสผ่าน|पासवर्ड';

/** Behind a colon, an equals sign or an "is" or "was", or simply behind the word, which one other may follow. */
const IS = 'is|was|ist|war|lautet|est|était|es|era|è|é|to|jest|je|är|er|on|это|был|было|là|là:';
const PASSWORD = new RegExp(
  `((?<!\\p{L})(?:${PASSWORD_NAMES})(?!\\p{L})["']?)(\\s{0,2}[:=：]\\s{0,2}| \\p{L}{1,12} ?[:=：] {0,2}(?!\\/\\/)| (?:${IS}):? | )(["']?)([^\\s"'<>]{6,100})`,
  'iuy',
);
const JOINED_PASSWORD = new RegExp(
  `((?:${JOINED_NAMES})["']?)([ ]?(?:[은는이가はがを是为為]|है)?\\s{0,2}[:=：]?\\s{0,2})(["']?)([!-;=?-~]{6,100})`,
  'iuy',
);
/** How every name of a password begins. */
const PASSWORD_BEGINS =
  /pass|pwd?[^a-z]|kennw|wachtw|mot de p|mdp|contrase|senha|has[łl]|hesl|jelsz|parol|l[öo]senord|adgangsk|salasana|парол|şifre|סיסמ|كلمة|mật kh|kata sandi/gi;
const JOINED_BEGINS = new RegExp(JOINED_NAMES, 'g');

/** `login admin / Adm1n-2024!`, `admin/Adm1n!2024`: a name and what opens it, with only a slash between. */
const PAIR =
  /((?<![\w/])(?:(?:login|log-in|user(?:name)?|account|benutzer|usuario|utente|identifiant|konto|логин)(?:[:=] {0,2}| {1,2})[\w.@+-]{2,60}|admin|root|administrator) ?[/|] ?)([^\s"'<>/|]{8,100})/iy;
const PAIR_BEGINS = /(?:log-?in|user|account|benutzer|usuario|utente|identifiant|konto|логин|admin|root)/gi;

/** A PIN is nothing but digits, so only capitals tell it from a pin. */
const PIN =
  /((?<![\w-])PIN(?:[- ]?[Cc]ode)?(?:\s{0,2}[:=]\s{0,2}| (?:is|was|ist|war|est|es|è|é) | ))(\d{4,8})(?![\d.,-]?\d)/g;

export function redactKeys(text: string): string {
  let clean = text;
  if (MAYBE_KEY.test(clean)) clean = clean.replace(KEY, key);
  if (MAYBE_VARIABLE.test(clean)) clean = clean.replace(VARIABLE, key);
  return clean.includes('Basic ') ? clean.replace(BASIC, '$1[token]') : clean;
}

export function redactPasswords(text: string): string {
  const clean = replaceFrom(text, PASSWORD_BEGINS, PASSWORD, password);
  return replaceFrom(clean, JOINED_BEGINS, JOINED_PASSWORD, password);
}

export function redactPairs(text: string): string {
  return text.includes('/') || text.includes('|') ? replaceFrom(text, PAIR_BEGINS, PAIR, pair) : text;
}

export function redactPins(text: string): string {
  return text.includes('PIN') ? text.replace(PIN, '$1[password]') : text;
}

/** Replaces what a sticky expression finds where it may begin: to try a long one at every sign takes most of the time. */
function replaceFrom(text: string, begins: RegExp, whole: RegExp, by: (...found: string[]) => string): string {
  let clean = '';
  let copied = 0;
  begins.lastIndex = 0;
  for (let begin = begins.exec(text); begin !== null; begin = begins.exec(text)) {
    whole.lastIndex = begin.index;
    const found = whole.exec(text);
    // Names overlap: the next may begin within this one's beginning.
    begins.lastIndex = found === null ? begin.index + 1 : whole.lastIndex;
    if (found === null) continue;
    clean += text.slice(copied, begin.index) + by(...(found as unknown as string[]));
    copied = whole.lastIndex;
  }
  return copied === 0 ? text : clean + text.slice(copied);
}

function key(found: string, before: string, value: string): string {
  return EMPTY.test(value) ? found : `${before}[token]`;
}

function pair(found: string, before: string, value: string): string {
  return /\d/.test(value) && /\p{L}/u.test(value) && /[!@#^&*?]/.test(value) ? `${before}[password]` : found;
}

function password(found: string, name: string, between: string, quote: string, value: string): string {
  if (SHORT.test(name) && /^ \p{L}+ ?[:=：]/u.test(between)) return found;
  const sure = between.trim() !== '';
  return isPassword(value, sure) ? `${name}${between}${quote}[password]` : found;
}

/** A word of the language has no digit; behind the bare word for it, capitals or signs must tell it from a version. */
function isPassword(value: string, sure: boolean): boolean {
  if (!/\d/.test(value) || !/\p{L}/u.test(value) || /^https?:|[(){}[\]]|\$|%[sd]/.test(value)) return false;
  return sure || (value.length >= 8 && isStrong(value));
}

function isStrong(value: string): boolean {
  return (/\p{Lu}/u.test(value) && /\p{Ll}/u.test(value)) || /[!@#^&*?]/.test(value);
}
