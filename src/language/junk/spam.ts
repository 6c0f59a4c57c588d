/** Texts that sell something else, and texts that say nothing but that it is good. */

const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>)\]]{3,300}|\b[\w-]{2,40}\.(?:top|xyz|click|bid|win|loan|online|shop|site|club|vip|icu|buzz)\b/i;
const CONTACT =
  /\b(?:whats ?app|telegram|call|text|dm|e-?mail|contact|reach|inbox|message)\b[^.\n]{0,30}(?:\+?\d[\d ().-]{7,18}\d|@[\w.]{3,40}|t\.me\/)/i;
const SELLS: readonly RegExp[] = [
  /\b(?:earn|make|win|get)\b[^.\n]{0,25}(?:[$€£]\s?\d|\d{2,6}\s?(?:dollars|usd|euros?)|\bmoney (?:online|from home|fast))/i,
  /\b(?:casino|viagra|cialis|betting|slots?|jackpot|poker|escorts?|hookup|porn|xxx)\b/i,
  /\b(?:payday|instant|personal|cash) loans?\b|\bloan offer\b|\bget rich\b/i,
  /\b(?:bitcoin|crypto|forex|binary options?)\b[^.\n]{0,60}\b(?:invest|profit|returns?|trader|recover|expert|mentor|hacker)\b|\b(?:invest|recover(?:ed|y)?|hacker)\b[^.\n]{0,60}\b(?:bitcoin|crypto|funds)\b/i,
  /\b(?:buy|cheap|discount)\b[^.\n]{0,30}\b(?:followers|likes|backlinks|watches|handbags|essays?|replica|pills)\b|\bseo (?:services?|expert|packages?)\b/i,
  /\b(?:use|enter|with) (?:my )?(?:promo|referral|invite|coupon) ?code\b/i,
  /\b(?:click|visit|check out|subscribe to|follow)\b[^.\n]{0,25}\b(?:my|our) (?:site|website|channel|page|blog|store|shop|link|profile)\b/i,
  /\b(?:limited[- ]time|exclusive) offer\b|\bact now\b|\b100 ?% (?:free|guaranteed)\b/i,
];
/** “Support” of somebody else’s product by telephone: the number stands there again and again. */
const LINE =
  /\b(?:support|service|help ?line|help ?desk|customer care|toll[- ]free|phone|contact|care) ?(?:phone )?(?:numbers?|line)\b/i;
const PHONE =
  /(?<![\w.])\+?1?[ -]?(?:\(?\d{3}\)?[ *-]){1,2}\d{3,4}[ *-]?\d{0,4}(?![\w.])|(?<!\w)1?8(?:00|44|55|66|77|88)\d{7}(?!\w)/g;

export function sells(text: string): boolean {
  const read = text.slice(0, 4_000);
  if (LINE.test(read) && (read.match(PHONE)?.length ?? 0) >= 2) return true;
  const signs = SELLS.filter((sign) => sign.test(read)).length;
  // One sign may be the product’s own business (a bank’s loan, a casino’s game); with a way to get there it is not.
  return signs >= 2 || (signs === 1 && (ADDRESS.test(read) || CONTACT.test(read)));
}

/** All that a text of bare praise is made of. */
const BARE = new Set(
  (
    'good great nice awesome amazing excellent love like loved loves best cool super perfect wonderful fantastic brilliant ' +
    'beautiful ok okay fine wow superb lovely fab fabulous happy thanks thank thx you it its this that the a an is was app apps ' +
    'application game product site very so really much too i my for and of all one ever just far to me we works work working well ' +
    'fun five stars star 5 10 yes yeah yay nic gud gr8 osm awsome awsm luv vry thnx pls ur u best exellent supper ya most cant beat'
  ).split(' '),
);
const MOST_BARE_WORDS = 8;

/** Says that it is good and not what is: counts as a vote, tells nothing. An empty text is bare, too. */
export function isBare(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length <= MOST_BARE_WORDS && words.every((word) => spellings(word).some((one) => BARE.has(one)));
}

/** “Goood” and “loooove” are good and love. */
function spellings(word: string): string[] {
  return [word, word.replace(/(\p{L})\1{2,}/gu, '$1'), word.replace(/(\p{L})\1{2,}/gu, '$1$1')];
}
