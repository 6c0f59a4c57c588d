/** Problems that are told in other words than the claim that they belong to: costs that came unsaid, and answers that did not come. */
import { ANSWER_IN_TIME, attributeOf } from '#language/claims/classes.ts';

export interface Otherwise {
  readonly id: string;
  readonly claims: (text: string) => boolean;
  /** A sentence of whoever met it. */
  readonly told: RegExp;
  /** A line of the documents that says how it is. */
  readonly admits: RegExp;
}

const ABSENT = /^\W{0,3}(?:no|never|without|zero)\b/i;

/** Two amounts that should be one, a price asked for in advance, something on top. */
const UNTOLD_COST = new RegExp(
  [
    String.raw`\b(?:shown|showed|said|says|quoted|advertised|told me)\b\D{0,20}\d[\d.]{0,9}\D{1,40}\b(?:paid|took|charged|cost|billed|was)\b\D{0,20}\d`,
    String.raw`\b(?:price|fare|fee|cost|charge|total)s?\b.{0,40}\b(?:first|before(?:hand)?|up ?front|in advance|at the end|afterwards?)\b`,
    String.raw`\b(?:hidden|surprise|unexpected|undisclosed|extra|additional)\b.{0,20}\b(?:fees?|charges?|costs?)\b`,
    String.raw`\b(?:fees?|charges?|costs?)\b.{0,20}\b(?:hidden|extra|added)\b`,
    String.raw`\bcharged (?:extra|more|double)\b|\bovercharged\b|\bsurcharges?\b|[£$€]\s?\d[\d.]{0,9} (?:more|extra|on top)\b`,
    String.raw`\b(?:how would (?:i|we) have known|nobody (?:said|told)|was(?:n['’]t| not) told|without (?:saying|telling))\b.{0,60}\b(?:price|fare|fee|cost|charge)`,
  ].join('|'),
  'i',
);

/** Who wrote and heard nothing, or wrote again. */
const NO_ANSWER = new RegExp(
  [
    String.raw`\bno(?:body| one|-one)?\b.{0,20}\b(?:answer\w{0,3}|repl(?:y|ies|ied)|respon[ds]\w{0,3}|wrote back)\b`,
    String.raw`\b(?:never|not|n['’]t|still)\b.{0,20}\b(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|heard (?:back|from)|hear(?:d)? back)\b`,
    String.raw`\b(?:wrote|written|writing|emailed|mailed)\b.{0,40}\b(?:(?:weeks?|months?) ago|twice|(?:two|three|four|five|six|several|many) times|last (?:week|month|\w{3,6}day)|again|since)\b`,
    String.raw`\b(?:second|third|fourth|fifth) (?:letter|mail|email|e-mail|message|time (?:i|of) (?:ask\w*|writ\w*))\b|\bunanswered\b`,
    String.raw`\bused to (?:answer|reply|respond|write back)\b|\b(?:someone|somebody|a person|anyone|anybody) (?:who|that|to) (?:answers?|repl(?:y|ies)|responds?)\b`,
  ].join('|'),
  'i',
);

export const OTHERWISE: readonly Otherwise[] = [
  {
    id: 'untold cost',
    claims: (text) => ABSENT.test(text) && attributeOf(text) === 'price',
    told: UNTOLD_COST,
    admits:
      /\b(?:fees?|charges?|costs?|prices?|fares?)\b.*\b(?:extra|surcharges?|plus|added|depends?|var(?:y|ies)|may)\b|\b(?:extra|surcharges?)\b.*[£$€]\s?\d/i,
  },
  {
    id: 'no answer',
    claims: (text) => ANSWER_IN_TIME.test(text),
    told: NO_ANSWER,
    admits:
      /\b(?:answers?|repl(?:y|ies)|support|letters?|mail)\b.*\b(?:may take|longer|delay\w*|later?|slow\w*|behind|sorry|not (?:always|every|yet)|mornings only|few of us)\b/i,
  },
];
