/** Who gains by what a sentence says: the customer, in what they can do, save or become; else the product or its makers are spoken of. */

const PEOPLE =
  '(?:you|your [a-z]{2,20}|users?|people|customers|readers|riders?|guests?|members|patients|students|everyone|anyone|teams?|developers?|programmers?|companies|organi[sz]ations|families|children)';

/** What somebody can do, is spared, or becomes; by the verb that says so and never by the pronoun alone. */
const GAINS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:lets?|letting|allow(?:s|ing)?|enabl(?:es?|ing)|help(?:s|ing)?|empower(?:s|ing)?|free(?:s|ing)) ${PEOPLE}\\b`,
    'i',
  ),
  new RegExp(`\\bso (?:that )?${PEOPLE}\\b`, 'i'),
  new RegExp(`\\bgive(?:s)? ${PEOPLE}\\b`, 'i'),
  /^no (?:setup|installation|configuration|coding|training|sign-?up|waiting|risk|risks)\b/i,
  /\bget(?:ting)? (?:up and running|started (?:in|quick|easy)|(?:a|an|your) [\w-]{2,20} in (?:seconds|minutes))\b|\byou (?:actually |really )?own\b/i,
  /\bno [\w-]{2,20}(?: [\w-]{2,20}){0,2} to (?:learn|remember|configure|install|maintain|manage)\b/i,
  /\bto (?:build|write|make|ship|grow|find|reach|learn|understand|work) (?:better|faster|more|what)\b/i,
  /\bmak(?:es?|ing) (?:[\w-]{2,20} ){1,3}(?:clear|easy|easier|simple|simpler|possible|fun|faster|safer|pleasant|a breeze)\b|\bimprov(?:es?|ing) the experience\b/i,
  /\b(?:you|people|users|teams) (?:get|achieve|gain|never|no longer|only (?:need|have|pay|write)|don't (?:have|need|pay)|do not (?:have|need|pay)|spend|save|own|keep|stay|have (?:control|peace|hassle))\b/i,
  /\b(?:sav(?:es?|ing)) (?:you |your |time|money|hours|days|effort)/i,
  /\bwithout (?:having|needing|worrying|waiting|writing|learning|leaving|paying|losing|touching|the (?:hassle|need|pain))\b/i,
  /\b(?:no more|no need (?:to|for)|never (?:miss|lose|wait|worry|again)|stop (?:worrying|waiting|writing|wasting)|worry[- ]free|hassle[- ]free|peace of mind|spend (?:less|more) time|get (?:things|work|more) done|stay (?:in|on|focused|safe))\b/i,
];
const MUST = /\byou (?:must|should|agree|may not|have to|need to|are (?:required|responsible))\b/i;
const MAKERS =
  /\b(?:we (?:are|have been|were|have|believe|love|built|make|started|won|pride)|our (?:mission|team|company|story|vision|values|history|awards?|investors|offices?|founders?)|(?:founded|established) (?:in|by)|award[- ]winning)\b/i;

export type Gain = 'customer' | 'maker' | 'product';

export function gainOf(text: string): Gain {
  const said = text.slice(0, 1_000).replaceAll('’', "'");
  if (!MUST.test(said) && GAINS.some((words) => words.test(said))) return 'customer';
  return MAKERS.test(said) ? 'maker' : 'product';
}
