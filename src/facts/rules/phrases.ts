/** A short list of English phrases by which people praise, leave, tell of their own use, or say that something helped. */

export const PRAISE = 1;
export const LEAVING = 2;
export const OWN_USE = 4;
export const HELPED = 8;
/** It reads as a language that the list does not know. */
export const UNREAD = 16;

const THING =
  '(?:app|apps|application|tool|product|library|lib|framework|project|software|program|game|site|service|package|plugin|extension|sdk|platform|piece of software|update|feature|features|ui|design|interface)';
const GOOD =
  '(?:great|awesome|amazing|fantastic|excellent|brilliant|wonderful|superb|outstanding|incredible|lovely|perfect|terrific|fabulous)';

const PRAISES = [
  /\b(?:i|we|still|really|absolutely|just|simply|totally)(?: really| absolutely| just| simply| totally| do)?,? lov(?:e|ed|ing) (?:this|it|using|the (?:app|new|way|fact|look|ui|design|tool|product|simplicity)|your|how)\b/,
  /^(?:love|loving|loved) (?:this|it|the|using|your|how)\b/,
  new RegExp(`\\b${GOOD}(?: little| new| free| open[- ]source| fun| looking){0,2} ${THING}\\b`),
  /\b(?:is|are|it's|its|works?|working|just|so|really|absolutely|been|looks?) (?:really |absolutely |just |so |pretty |truly )?(?:awesome|amazing|fantastic|excellent|brilliant|superb|outstanding|flawless|flawlessly|beautifully|like a charm)\b/,
  /\bworks? (?:great|perfectly|wonderfully|very well|really well|so well)\b/,
  /\bkeep up the (?:good|great|awesome|amazing|excellent|fantastic) work\b/,
  new RegExp(
    `\\b(?:thanks?|thank you)(?: so much| a lot| very much| again)? for (?:the|this|such an?|your|all the|making (?:this|such an?)|creating (?:this|such an?)|building (?:this|such an?)|an?) (?:${GOOD}|hard work|good work|great)\\b`,
  ),
  /\b(?:highly|strongly|definitely|would|totally|absolutely) recommend(?:ed)? (?:it|this|to)\b|\bhighly recommend(?:ed)?\b/,
  /\bbest (?:app|tool|product|library|framework|game|software|program|one)(?: i| we| out there| ever| on| for| available| in| there is)\b/,
  /\b(?:can't|cannot|couldn't) live without (?:it|this)\b|\b(?:life[- ]?saver|game[- ]?changer|a must[- ]have)\b/,
  /\b(?:5|five) stars?\b(?! (?:if|when|once|after|but))/,
];

const LEAVINGS = [
  /\b(?:i|we|i've|we've|i'm|we're|i am|we are|i'll|we'll|will be|going to|about to|had to|have to|decided to|forced to|just)(?: have| am| are| be)?(?: now| already| just| finally)? (?:switch|switched|switching|move|moved|moving|migrate|migrated|migrating|gone|going back|went|went back) (?:back |over |away )?(?:to (?:another|a different|a competitor|other|something else|someone else|native|react native|flutter|ionic|xamarin|cordova|phonegap)|from (?:this|it|the app))\b/,
  /\b(?:uninstall(?:ed|ing)?|delet(?:e|ed|ing)) (?:it|this|the|this app|the app|this game)(?: app| game)?(?: immediately| now| right away| asap| today|[.!,]|$| because| after| until| from my)/,
  /^uninstall(?:ed|ing)?\b(?!.{0,80}\b(?:reinstall|re-install|install))/,
  /\b(?:will|gonna|going to|time to|about to|had to|have to) (?:uninstall|delete (?:it|this|the app))\b(?!.{0,80}\b(?:reinstall|re-install|install|again))/,
  /\bcancell?(?:ed|ing)? (?:my|our|the) (?:subscription|account|membership|plan|premium|service)\b/,
  /\b(?:looking|look|searching|search) for (?:an? |another |some |other )?(?:alternatives?|replacement app|different app|another app|better app)\b/,
  /\b(?:i|we|i've|we've|have)(?: have)?(?: now| just| since)? (?:stopped using|quit using|given up on|gave up on|abandoned|ditched|dropped) (?:it|this|the app|this app|titanium|the product|the service)\b/,
  /\b(?:i'm|we're|i am|we are) (?:done with|finished with|giving up on|leaving|ditching|dumping|abandoning) (?:it|this|the app|this app|you|the platform|titanium)\b/,
  /\b(?:want|give me|get|need) (?:my|our) money back\b|\b(?:want|demand|need|get|requesting|asking for|like) a (?:full )?refund\b/,
  /\b(?:won't|will not|never|not) (?:be )?(?:us(?:e|ing)|buy(?:ing)?|renew(?:ing)?) (?:it|this|this app|the app|again|my subscription|anything from)(?: app)?(?: again| any ?more| anymore|[.!]|$)/,
];

const OWN_USES = [
  /\bdog[- ]?food(?:ed|ing|s)?\b/,
  /\b(?:ran|run|running|bumped|bump) into (?:this|it|that|the same|an? [\w -]{1,40})(?: issue| problem| bug| error| case)?(?: myself| ourselves)? (?:while|when) (?:using|working|writing|building|upgrading|migrating|developing|deploying|testing (?:my|our))\b/,
  /\b(?:i|we) (?:just )?(?:hit|ran into|noticed|found|discovered|encountered|saw|stumbled (?:on|upon|across|over)|came across) (?:this|it|that)(?: issue| problem| bug| one)? (?:myself|ourselves|while using|when using|in (?:my|our) own|while (?:building|writing|working on) (?:my|our|an?))\b/,
  /\b(?:i|we)(?:'ve| have)?(?: been| also| already)? us(?:e|ed|ing) (?:this|it|that)(?: feature| tool| app| library| ourselves| myself)? (?:ourselves|myself|internally|every ?day|daily|in (?:my|our) own|in production|at work|at (?:my|our) (?:company|work|job))\b/,
  /\b(?:for|in|with|on) (?:my|our) own (?:use|needs?|apps?|sites?|blog|projects?|products?|workflow|servers?|machines?|website|phone|data|team)\b/,
  /\b(?:this|it|that|which) (?:bit|bites|annoys|annoyed|bugs|bugged|drove|drives) (?:me|us)\b/,
  /\bscratch(?:es|ing|ed)? (?:my|our|an|your) (?:own )?itch\b|\beat(?:ing)? (?:my|our) own dog ?food\b/,
  /\b(?:i|we) (?:kept|keep) (?:hitting|running into|forgetting|tripping over|getting bitten)\b/,
];

const HELPS = [
  /\b(?:it|this|that|everything|all|which|fix|solution|patch|workaround|build|version|update|release)(?: now)?(?: just)?(?: does)? (?:works?|working|worked|helps|helped|solves|solved|fixes|fixed|resolves|resolved)(?: it| this| that| my| the| perfectly| great| fine| well| like| now| for me| for us| as expected| again| beautifully|[.!,]|$)/,
  /\b(?:works?|working) (?:perfectly|great|fine|well|now|again|for me|for us|as expected|like a charm|beautifully|flawlessly)\b/,
  /\b(?:i )?can (?:now )?confirm (?:that )?(?:it|this|that|the)(?:'s| is| fix| issue| bug| problem| has)?.{0,60}\b(?:works?|working|fixed|resolved|solved|gone)\b/,
  /\bconfirmed (?:working|fixed|resolved|as fixed)\b/,
  /\b(?:problem|issue|bug|crash|error)(?: is| has been| seems| appears)?(?: now| to be)? (?:solved|resolved|fixed|gone)\b/,
  /\b(?:that|this|it) did (?:it|the trick)\b|\bdoes the trick\b/,
  /^(?:ok |okay |great|perfect|awesome|cool|nice|excellent|wonderful|brilliant|many |big )?[,!. ]{0,2}(?:thanks?|thank you|thx)(?: you)?(?: so much| a lot| very much| a ton| a bunch| again| guys| all| everyone| @[\w-]{1,40}| \w{1,20})?[!. :)]{0,6}$/,
  /\b(?:thanks?|thank you|thx)(?: so much| a lot| very much| again)? for (?:the (?:fix|quick|fast|help|solution|workaround|update|release|support)|fixing|solving|your (?:help|quick|fast|support)|implementing|adding|resolving|this fix)\b/,
];

/** Words before a phrase that turn it round, make it a wish or put it into the past. */
const TURNED =
  /\b(?:not|n't|never|no|hardly|neither|nor|without|isn't|wasn't|aren't|doesn't|don't|didn't|won't|wouldn't|would|could|should|might|if|unless|wish|hope|hoping|hopefully|until|unlikely|nothing|far from|used to|was|were|supposed to|expect(?:ed|ing)?|make sure|before|than|why|how come)\b/;
/** Leaving and own use are told in such words, too: only these turn them. */
const UNDONE =
  /\b(?:not|n't|never|isn't|wasn't|don't|didn't|won't|if|unless|instead of|without|before|how to|cannot|can't|please|try|tried|should|could you|to reproduce)\b/;
const STILL =
  /\b(?:still|but|however|unfortunately|doesn't|does not|didn't|did not|isn't|is not|not work|no longer works|in advance|except|only when|only if|only works|again (?:fails|broken)|used to|should|would|when will|any (?:news|update|progress)|reopen)\b|\?/;
/** Thanks that answer nothing yet. */
const COURTESY =
  /\b(?:in advance|for (?:the|your) (?:report|reporting|feedback|suggestion|interest|patience|reply|response|answer|info|information)|for reporting|for looking|any(?:way| help))\b/;

const MAYBE =
  /lov(?:e|ing)|great|awesome|amazing|fantastic|excellent|brilliant|wonderful|superb|outstanding|incredible|perfect|terrific|fabulous|flawless|beautiful|charm|works?|working|keep up|recommend|best|live without|saver|changer|must|star|switch|mov(?:e|ing)|migrat|going|went|gone|uninstall|delet|cancel|looking|look for|search|stopped|quit|gave up|given up|giving|abandon|ditch|dropp|done with|finished|leaving|dump|money|refund|won't|will not|never|food|into|myself|ourselves|own|internally|every ?day|daily|production|bit|annoy|bug|dr[io]ve|itch|kept|keep|help|solv|fix|resolv|confirm|trick|thank|thx/;

/** What a person's text says, as bits. `lang` is what the source tells; without it the words tell. */
export function wordingOf(prose: string, lang: string | null): number {
  if (prose === '') return 0;
  if (!isEnglish(prose, lang)) return UNREAD;
  const lower = prose.toLowerCase().replace(/[’`]/g, "'");
  if (!MAYBE.test(lower)) return 0;
  let said = 0;
  let doubt = false;
  for (const sentence of sentencesOf(lower)) {
    if (says(sentence, PRAISES, TURNED)) said |= PRAISE;
    if (says(sentence, LEAVINGS, UNDONE)) said |= LEAVING;
    if (says(sentence, OWN_USES, UNDONE)) said |= OWN_USE;
    if (!COURTESY.test(sentence) && says(sentence, HELPS, TURNED)) said |= HELPED;
    if (STILL.test(sentence)) doubt = true;
  }
  return doubt ? said & ~HELPED : said;
}

const LONGEST_SENTENCE = 400;
const MOST_SENTENCES = 60;
/** How far before a phrase a word turns it round. */
const NEAR = 45;

function sentencesOf(lower: string): readonly string[] {
  return lower
    .split(/[.!?]{1,5}(?=\s|$)|\n{1,3}|;\s/, MOST_SENTENCES)
    .map((sentence, index, all) => sentence.trim() + (index < all.length - 1 ? '' : ''))
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

/** The commonest words of English; two in a hundred words would do, one in eight is usual. */
const COMMON =
  /\b(?:the|a|an|and|is|it|to|of|i|in|this|that|for|on|my|with|not|you|was|we|are|but|have|as|be|when|if|so|app|thanks|works?)\b/gi;

function isEnglish(prose: string, lang: string | null): boolean {
  if (lang !== null) return /^en\b/i.test(lang);
  const text = prose.slice(0, 1_000);
  const words = text.match(/[\p{L}']{1,40}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (letters > 0 && latin / letters < 0.8) return false;
  return words < 8 || (text.match(COMMON)?.length ?? 0) / words >= 0.04;
}
