/** Which e-mail domains say something about a company: neither mail providers nor the forges' own. */

/** Providers where anybody gets an address, without their country endings. */
const PROVIDERS =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|live|outlook|msn|icloud|me|mac|aol|gmx|web|mail|email|proton|protonmail|pm|tutanota|tuta|tutamail|fastmail|hey|zoho|yandex|ya|mail|inbox|bk|list|qq|foxmail|163|126|139|yeah|sina|sohu|naver|daum|hanmail|kakao|nate|orange|wanadoo|free|laposte|sfr|t-online|freenet|arcor|posteo|mailbox|libero|virgilio|tiscali|alice|telenet|skynet|ziggo|xs4all|comcast|verizon|att|sbcglobal|bellsouth|charter|cox|earthlink|btinternet|sky|virginmedia|ntlworld|talktalk|rediffmail|seznam|wp|o2|onet|interia|abv|uol|bol|terra|ig|duck|simplelogin|disroot|riseup|cock|mailinator|users\.noreply|noreply)\./;

/** Addresses that a machine made up: no mail ever arrives there. */
const MACHINES =
  /(?:^|\.)(?:local|localhost|localdomain|lan|internal|home|invalid|example|test)$|(?:^|\.)noreply\.|^example\./;

/** The domain of an address in lower case, or null when it says nothing about a company. */
export function companyDomain(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (!/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/.test(domain)) return null;
  return PROVIDERS.test(domain) || MACHINES.test(domain) ? null : domain;
}
