/** In which mood a sentence speaks of what a product does: glad, sad, or neither; a wish is no praise, whatever words it is in. */
import { asksIn } from './asking.ts';

const GLAD =
  /\b(?:love[sd]?|great|excellent|perfect\w*|thank\w*|good|wonderful|best|works? (?:well|great|fine)|glad|happy|lovely|nice|brilliant|easy|easily|fast|quick\w*|reliab\w+|impress\w+|amazing|awesome|delight\w*|pleas\w+|recommend\w*|beautiful\w*|on time|like[sd]? (?:the|that|how|it)|helps?|superb|fantastic)\b/i;
/** Warmer than merely glad: what is praised in such words is told to others. */
export const WARM =
  /\b(?:love[sd]?|great|excellent|perfect|wonderful|best|brilliant|amazing|awesome|lovely|favou?rite|beautiful|fantastic|superb|marvellous|the reason)\b/i;
export const SAD =
  /\b(?:late|waited|waiting|slow\w*|broken|breaks|crash\w*|fail\w*|hidden|charged|wrong|missing|bad|worse|worst|disappoint\w*|lie[sd]?|untrue|unfortunately|nobody|unreliable|refund|annoy\w*|gone|surcharge|extra|useless|terrible|awful|hate[sd]?|stopped working|cancel\w*|not (?:true|work\w*|there|what|once|a single)|never (?:came|arriv\w*|works?|got|answer\w*|heard)|no (?:answer|reply|horse|longer)|n['’]t (?:work|come|arrive|find|open|there|answer)|still waiting|weeks?|forever)\b/i;
/** Words of mood name nothing that could be praised. */
export const MOOD =
  /\b(?:good|please|wonderful|lovely|amazing|brilliant|excellent|perfect|favou?rite|fantastic|awesome|beautiful|street|app|second|thank\w*|love\w*|like\w*|great|nice|best|soft|calm|somebody|someone|anybody|nobody|say\w*|said|mean\w*|one|day|days|time|times|first|last|year|years|week|man|woman|people|told|tell|still|never|always|everyone|again|much|little|old|own|knew|know|think|want\w*|made|make|came|come|home|put|morning|night|right|left|down|after|before|back|really|better|place|quite|whole|long|kind|way|since|another|done|might|must|though|enough|ever|believe|called?)\b/gi;
const TURNED = /\b(?:not|n['’]t|never|no|hardly|without|if|would|could|wish|should|used to|unless)\b/i;
/** What is wanted, or would be better, is not there; what somebody else's has is not this one's. */
const WISHED =
  /^\W{0,3}(?:more|better|easier|faster|nicer|improved?|support|ability|able|need|add|allow|make|having|an? (?:better|nicer|easier|good|way))\b|\b(?:i|we|you|it|they|people|users)(?:'d)? (?:really |still |also |just )?(?:want|needs?|wish|hope|prefer)\b|\bwant to\b|\bneeded\b|\bmore eas(?:y|ily)\b|\beasier\b|\bmore (?:like|of)\b|\bas (?:good|easy|nice|well) as\b|\bbest (?:way|practice)s?\b/i;
/** Questions whose answers name what is missing, hard, or somebody else's: nothing said to them is praise. */
const ASKED_OTHERWISE =
  /wish|want|need|chang|improv|enhanc|missing|difficult|hinder|hard|pain|challeng|frustrat|other|tools?\b|integrat|instead|alternativ|suggest|request|would|should|problem|wrong|dislike|least/i;
/** Those whose answers tell what is wrong. */
const ASKED_TROUBLE =
  /wish|chang|improv|enhanc|missing|difficult|hinder|hard|pain|challeng|frustrat|not[ _](?:address|work|like)|problem|wrong|dislike|least|anything|comment|feedback/i;

/** What an answer may be of: praise where nothing else was asked for, and trouble where that was. */
export function answersTo(question: string | null): { readonly praise: boolean; readonly trouble: boolean } {
  if (question === null) return { praise: true, trouble: true };
  return { praise: !ASKED_OTHERWISE.test(question), trouble: ASKED_TROUBLE.test(question) };
}

/** Words of trouble outweigh praise, and praise that is turned round is none. */
export function moodOf(sentence: string): 'glad' | 'sad' | 'even' {
  if (SAD.test(sentence)) return 'sad';
  return GLAD.test(sentence) && !TURNED.test(sentence) && !isWish(sentence) ? 'glad' : 'even';
}

function isWish(sentence: string): boolean {
  const lower = sentence.toLowerCase();
  return WISHED.test(sentence) || asksIn([lower.trim()], lower);
}

/** A word of mood is not what somebody is glad of. */
export function isMood(word: string): boolean {
  return GLAD.test(word) || SAD.test(word);
}
