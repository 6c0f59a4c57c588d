/** A short list of English phrases by which people praise, leave, ask, tell of their own use, or say that something helped. */
import { anyOf } from '#core/any-of.ts';
import { asksIn } from './asking.ts';

export const PRAISE = 1;
export const LEAVING = 2;
export const OWN_USE = 4;
export const HELPED = 8;
/** A review that asks for something. */
export const ASKS = 32;
/** It reads as a language that the list does not know. */
export const UNREAD = 16;

const THING =
  '(?:app|apps|application|tool|product|library|lib|framework|project|software|program|game|site|service|package|plugin|extension|sdk|platform|piece of software|update|feature|features|ui|design|interface)';
const GOOD =
  '(?:great|awesome|amazing|fantastic|excellent|brilliant|wonderful|superb|outstanding|incredible|lovely|perfect|terrific|fabulous)';

const PRAISES = [
  /\b(?:i|we|still|really|absolutely|just|simply|totally)(?: really| absolutely| just| simply| totally| do)?,? lov(?:e|ed|ing) (?:this|it|using|the (?:app|new|way|look|ui|design|tool|product|simplicity)|your|how)\b/,
  /^(?:love|loving|loved) (?:this|it|the|using|your|how)\b/,
  new RegExp(`\\b${GOOD}(?: little| new| free| open[- ]source| fun| looking){0,2} ${THING}\\b`),
  /\bkeep up the (?:good|great|awesome|amazing|excellent|fantastic) work\b/,
  new RegExp(
    `\\b(?:thanks?|thank you)(?: so much| a lot| very much| again)? for (?:the|this|such an?|your|all the|an?) (?:${GOOD}|hard) (?:work|job|effort|${THING})\\b`,
  ),
  /\bhighly recommend(?:ed)?\b/,
  /\bbest (?:app|tool|product|library|framework|game|software|program)(?: i| we| out there| ever| on| available| there is)\b/,
  /\b(?:is|are|it's|its|works?|working|just|so|really|absolutely|been|looks?) (?:really |absolutely |just |so |pretty |truly )?(?:awesome|amazing|fantastic|excellent|brilliant|superb|outstanding|flawless|flawlessly|beautifully|like a charm)\b/,
  /\bworks? (?:great|perfectly|wonderfully|very well|really well|so well)\b/,
  /\b(?:strongly|definitely|would|totally|absolutely) recommend(?:ed)? (?:it|this|to)\b/,
  /\b(?:can't|cannot|couldn't) live without (?:it|this)\b|\b(?:life[- ]?saver|game[- ]?changer|a must[- ]have)\b/,
  /\b(?:5|five) stars?\b(?! (?:if|when|once|after|but))/,
];

const LEAVINGS = [
  /\b(?:i|we|i've|we've|i'm|we're|i am|we are|i'll|we'll|will be|going to|about to|had to|decided to|forced to)(?: have| am| are| be)?(?: now| already| just| finally)? (?:switch|switched|switching|move|moved|moving|migrate|migrated|migrating|gone|going back) (?:back |over |away )?(?:to (?:another (?:app|tool|product|framework|platform|service|provider)|a different (?:app|tool|product|framework|platform|service|provider)|a competitor)|from (?:this app|the app))\b/,
  /\b(?:i|i've|i'm|i am|i'll|we|so|now|just|therefore|and|ended up|went ahead and)(?: have| had| will be| will| am)?(?: now| just| immediately| already| actually)? (?:uninstalled|uninstalling|deleted|deleting) (?:it|this app|the app|this game|this from my [a-z]{2,12})\b/,
  /(?:^|, |\b(?:i|i'm|so|now|then|it|and) )uninstall(?:ed|ing)(?: it| now| this)?$/,
  /^(?:uninstall(?:ed|ing)|deleted|deleting)(?: (?:it|this|the app|this app|now|asap|immediately))?$/,
  /\b(?:will|gonna|going to|time to|about to|had to) (?:uninstall|delete (?:it|this app|the app))\b/,
  /\b(?:i|we|i'm|i've|we've|i'll|just|so|be|will|and)(?: have| had| will be| am| be| just){0,2} cancell?(?:ed|ing) (?:my|our|the) (?:subscription|account|membership|plan|premium|service)\b/,
  /\b(?:looking|look|searching|search) for (?:an? |another |some |other )?(?:alternatives?|replacement app|different app|another app|better app)\b/,
  /\b(?:i|we|i've|we've|have)(?: have)?(?: now| just| since)? (?:stopped using|quit using|given up on|gave up on|abandoned|ditched) (?:it|this app|the app|this|the product|the service)\b/,
  /\b(?:i'm|we're|i am|we are) (?:done with|giving up on|leaving|ditching|dumping|abandoning) (?:it|this app|the app|you|the platform)\b/,
  /\b(?:won't|will not|never) (?:be )?(?:buy(?:ing)?|renew(?:ing)?) (?:it|this|this app|again|my subscription|anything from)\b/,
];
/** Taken away and put back: a remedy that was tried. */
const PUT_BACK =
  /\bre-? ?(?:install|download|load)|\b(?:install|download|log|sign)(?:ed|ing)? (?:it )?(?:back|again)\b|\b(?:contemplat|consider|think)ing (?:of |about )?|\bor (?:delete|uninstall)|\b(?:numerous|several|many|few|multiple) times\b|\brestart|\bstill (?:no|not|won't|doesn't|nothing)\b/;

const OWN_USES = [
  /\bdog[- ]?food(?:ed|ing)\b/,
  /\b(?:i|we)(?:'ve| have)?(?: just)? (?:ran|run|bumped) into (?:this|it|that|the same)(?: issue| problem| bug| error| case)? (?:myself|ourselves|(?:while|when) (?:using|working|writing|building))\b/,
  /\b(?:i|we) (?:just )?(?:hit|noticed|found|discovered|encountered|stumbled (?:on|upon|across|over)|came across) (?:this|it|that)(?: issue| problem| bug| one)? (?:myself|ourselves|(?:while|when) using|in (?:my|our) own|(?:while|when) (?:building|writing|working on) (?:my|our) )/,
  /\b(?:this|that|which) (?:bit|annoyed|bugged|drove) (?:me|us)\b/,
  /\bscratch(?:es|ing|ed)? (?:my|our) own itch\b/,
  /\b(?:i|we) (?:kept|keep) (?:hitting|running into|tripping over|getting bitten)\b/,
];

/** A word of every phrase above: nine commits in ten hold none, and need not be cleaned and cut into sentences. */
const OWN_USE_WORDS =
  /food|into|\bhit\b|notic|found|discover|encounter|stumbl|across|\bbit\b|annoy|bugged|drove|itch|kept|keep/i;

export function mayTellOwnUse(text: string): boolean {
  return OWN_USE_WORDS.test(text);
}

const HELPS = [
  /\b(?:it|this|that|everything|all|which|fix|solution|patch|workaround|build|version|update|release)(?: now)?(?: just)?(?: does)? (?:works?|working|worked|helps|helped|solves|solved|fixes|fixed|resolves|resolved)(?: it| this| that| my| the| perfectly| great| fine| well| like| now| for me| for us| as expected| again| beautifully|[.!,]|$)/,
  /\b(?:works?|working) (?:perfectly|great|fine|well|now|again|for me|for us|as expected|like a charm|beautifully|flawlessly)\b/,
  /\b(?:i )?can (?:now )?confirm (?:that )?(?:it|this|that|the)(?:'s| is| fix| issue| bug| problem| has)?.{0,60}\b(?:works?|working|fixed|resolved|solved|gone)\b/,
  /\bconfirmed (?:working|fixed|resolved|as fixed)\b/,
  /\b(?:problem|issue|bug|crash|error)(?: is| has been| seems| appears)?(?: now| to be)? (?:solved|resolved|fixed|gone)\b/,
  /\b(?:that|this|it) did (?:it|the trick)\b|\bdoes the trick\b/,
  /\b(?:thanks?|thank you|thx)(?: so much| a lot| very much| again)? for (?:the (?:fix|quick|fast|help|solution|workaround|update|release|support)|fixing|solving|your (?:help|quick|fast|support)|implementing|adding|resolving|this fix)\b/,
];

/** Nothing but thanks. With more around them they may thank for a promise. */
const BARE_THANKS =
  /^(?:ok |okay |great|perfect|awesome|cool|nice|excellent|wonderful|brilliant|many |big )?[,!. ]{0,2}(?:thanks?|thank you|thx)(?: you)?(?: so much| a lot| very much| a ton| a bunch| again| guys| all| everyone| @[\w-]{1,40}| \w{1,20}){0,2}[!. :)]{0,6}$/;

/** Words before a phrase that turn it round, make it a wish or put it into the past. */
const TURNED =
  /\b(?:not|n't|never|no|hardly|neither|nor|without|isn't|wasn't|aren't|doesn't|don't|didn't|won't|wouldn't|dont|cant|would|could|should|might|if|unless|wish|hope|hoping|hopefully|until|unlikely|nothing|far from|used to|was|were|supposed to|expect(?:ed|ing)?|make sure|before|than|why|how come)\b/;
/** Leaving and own use are told in such words, too: only these turn them. */
const UNDONE =
  /\b(?:not|n't|never|isn't|wasn't|don't|didn't|won't|if|unless|instead of|without|before|how to|cannot|can't|please|try|tried|should|could you|to reproduce)\b/;
const STILL =
  /\b(?:still|but|only|will|crash(?:es|ed)|fails|error|looking forward|one more|another|noticed|my (?:router|network|mistake|fault)|to confirm|workaround|however|unfortunately|doesn't|does not|didn't|did not|isn't|is not|not work|no longer works|in advance|except|only when|only if|only works|again (?:fails|broken)|used to|should|would|when will|any (?:news|update|progress)|reopen)\b/;
/** Thanks that answer nothing yet. */
const COURTESY =
  /\b(?:in advance|for (?:the|your) (?:report|reporting|feedback|suggestion|interest|patience|reply|response|answer|info|information)|for reporting|for looking|any(?:way| help))\b/;

/** A word of every phrase above: most texts hold none, and are looked at no further. */
const MAYBE = new RegExp(
  anyOf(
    // Praise.
    /lov(?:e|ing)|great|awesome|amazing|fantastic|excellent|brilliant|wonderful|superb|outstanding|incredible|perfect/,
    /terrific|fabulous|flawless|beautiful|charm|works?|working|keep up|recommend|best|live without|saver|changer|must|star/,
    // Leaving.
    /switch|mov(?:e|ing)|migrat|going|went|gone|uninstall|delet|cancel|looking|look for|search|stopped|quit|gave up|given up/,
    /giving|abandon|ditch|dropp|done with|finished|leaving|dump|money|refund|won't|will not|never/,
    // Own use.
    /food|into|myself|ourselves|own|internally|every ?day|daily|production|bit|annoy|bug|dr[io]ve|itch|kept|keep/,
    // It helped.
    /help|solv|fix|resolv|confirm|trick|thank|thx/,
  ),
);

/**
 * What a person's text says, as bits. `lang` is what the source tells; without it the words tell. Praise and leaving are
 * read in reviews, posts and surveys alone: in a tracker such words tell where a problem does not show ("works perfectly
 * on iOS"), what was tried ("I uninstalled it"), or what is wanted.
 */
export function wordingOf(prose: string, lang: string | null, review: boolean): number {
  if (prose === '') return 0;
  const lower = prose.toLowerCase().replace(/[’`]/g, "'");
  // Most texts hold none of the words; only where praise is looked for does it matter in which language they are.
  const maybe = MAYBE.test(lower);
  if (!maybe && !review) return 0;
  if (!isEnglish(prose, lang)) return UNREAD;
  const sentences = sentencesOf(lower);
  let said = review && asksIn(sentences, lower) ? ASKS : 0;
  if (!maybe) return said;
  let doubt = lower.includes('?');
  if (BARE_THANKS.test(lower)) said |= HELPED;
  for (const sentence of sentences) {
    if (review && says(sentence, PRAISES, TURNED)) said |= PRAISE;
    if (review && says(sentence, LEAVINGS, UNDONE)) said |= LEAVING;
    if (says(sentence, OWN_USES, UNDONE)) said |= OWN_USE;
    if (!COURTESY.test(sentence) && says(sentence, HELPS, TURNED)) said |= HELPED;
    if (STILL.test(sentence)) doubt = true;
  }
  if (said & LEAVING && PUT_BACK.test(lower)) said &= ~LEAVING;
  return doubt ? said & ~HELPED : said;
}

const LONGEST_SENTENCE = 400;
const MOST_SENTENCES = 60;
/** How far before a phrase a word turns it round. */
const NEAR = 45;

function sentencesOf(lower: string): readonly string[] {
  return lower
    .split(/[.!?]{1,5}(?=\s|$)|\n{1,3}|;\s/, MOST_SENTENCES)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 2 && sentence.length <= LONGEST_SENTENCE);
}

function says(sentence: string, phrases: readonly RegExp[], turned: RegExp): boolean {
  for (const phrase of phrases) {
    const match = phrase.exec(sentence);
    if (!match) continue;
    const before = sentence.slice(Math.max(0, match.index - NEAR), match.index);
    if (!turned.test(before.slice(before.lastIndexOf(',') + 1))) return true;
  }
  return false;
}

/** Words that are common in English and in none of its neighbours; two in fifty would do, one in eight is usual. */
const COMMON = new Set(
  "the and is it to of this that for my with not you we are but have be when if thanks works it's i'm don't can't".split(
    ' ',
  ),
);
/** Fewer words than this tell no language. */
const LEAST_WORDS = 8;

export function isEnglish(prose: string, lang: string | null): boolean {
  if (lang !== null) return /^en\b/i.test(lang);
  const words =
    prose
      .slice(0, 1_000)
      .toLowerCase()
      .match(/[\p{L}']{1,40}/gu) ?? [];
  const latin = words.reduce((count, word) => count + (/^[a-z']/.test(word) ? 1 : 0), 0);
  if (latin < 0.8 * words.length) return false;
  if (words.length < LEAST_WORDS) return true;
  return words.reduce((count, word) => count + (COMMON.has(word) ? 1 : 0), 0) >= 0.04 * words.length;
}
