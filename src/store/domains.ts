/** Which e-mail domains say something about a company: neither mail providers nor the forges' own. */

/** Providers where anybody gets an address, by their first label: `gmail`, whatever country follows. */
const PROVIDERS = new Set(
  [
    // The world over.
    'gmail googlemail yahoo ymail rocketmail hotmail live outlook msn icloud me mac aol mail email hey zoho list',
    // For those who mind who reads it, and for an hour.
    'proton protonmail pm tutanota tuta tutamail fastmail posteo mailbox duck simplelogin disroot riseup cock mailinator',
    // Asia.
    'qq foxmail 163 126 139 yeah sina sohu naver daum hanmail kakao nate rediffmail',
    // Germany, France, Italy, the Netherlands and Belgium.
    'gmx web t-online freenet arcor orange wanadoo free laposte sfr libero virgilio tiscali alice telenet skynet ziggo xs4all',
    // Britain and North America.
    'btinternet sky virginmedia ntlworld talktalk comcast verizon att sbcglobal bellsouth charter cox earthlink',
    // Eastern Europe.
    'yandex ya inbox bk seznam wp o2 onet interia abv',
    // Brazil.
    'uol bol terra ig',
    // What forges write in the place of an address.
    'noreply',
  ].flatMap((line) => line.split(' ')),
);
/** GitHub's own: `users.noreply.github.com`. */
const FORGE = /^users\.noreply\./;

/** Addresses that a machine made up: no mail ever arrives there. */
const MACHINES =
  /(?:^|\.)(?:local|localhost|localdomain|lan|internal|home|invalid|example|test)$|(?:^|\.)noreply\.|^example\./;

/** The domain of an address in lower case, or null when it says nothing about a company. */
export function companyDomain(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (!/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/.test(domain)) return null;
  const [first = ''] = domain.split('.', 1);
  return PROVIDERS.has(first) || FORGE.test(domain) || MACHINES.test(domain) ? null : domain;
}
