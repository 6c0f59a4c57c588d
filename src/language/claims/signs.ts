/** What speaks for and against a sentence being a claim, as named yes-or-no signs. Which weigh how much is fitted. */
import { anyOf } from '#core/any-of.ts';
import type { Statement } from './statements.ts';

/** What is known of the page besides the sentence. */
export interface PageSense {
  /** Small-letter words of the page's name. */
  readonly names: ReadonlySet<string>;
}

/** Orders to the reader, with which an instruction opens. */
const ORDERS = anyOf(
  /please|see|read|check|visit|join|run|install|create|open|follow|go to|ask|become|set|note|try|download|clone|click|submit/,
  /let's|let us|take|learn|sign|subscribe|find|get started|make sure|feel free|copy|save|start|stay|watch|view|explore|report/,
  /fork|consider|refer|change|put|replace|update|upgrade|edit|press|type|discuss|share|thanks|thank|contribute|help|browse/,
  /head|migrate|special|show your|support this|support the|enjoy/,
);
const STILL = /(?:also |already |only |even |now |still |fully |automatically )/.source;
/** What a product does, in the present tense. */
const DOES = anyOf(
  /supports?|provides?|works?|allows?|lets?|helps?|includes?|offers?|comes?|makes?|generates?|uses?|runs?|takes?|adds?/,
  /has|have|can|could|will|is|are|does|doesn't|isn't|requires?|returns?|detects?|handles?|gives?|enables?|features?/,
  /renders?|ships?|integrates?|analy[sz]es|aims?|bundles?|respects?|keeps?|stays?|scales?|powers?|pipes?|starts?/,
  /communicates?|respects?|accepts?|considers?|focuses/,
);
/** Words of what it can. */
const ABLE = anyOf(
  /supports?|support for|supported|built-?in|built on|built from|integrat\w{1,6}|compatible|compatibility|native(?:ly)?/,
  /out[- ]of[- ](?:the[- ])?box|extensible|customi[sz]able|configurable|available|works? (?:on|in|with|as|like)|runs? (?:on|in)/,
  /first[- ]class|automatic(?:ally)?|by default|cross-platform|self-host\w{0,3}|open[- ]source|lets? you|helps?|provides?/,
  /offers?|includes?|generates?|detect\w{0,4}/,
);
/** Words of how good it is. */
const QUALITY = anyOf(
  /fast(?:er|est)?|quick(?:ly)?|lightning|blazing(?:ly)?|ultra\w{0,6}|lightweight|light|tiny|small|simple|simpl[ey]|easy|easily/,
  /easiest|powerful|modern|flexible|elegant|beautiful|delightful|robust|reliable|trusted|secure|safe|privacy|private|smart/,
  /instant(?:ly)?|efficient|effortless(?:ly)?|seamless(?:ly)?|friendly|intuitive|minimal\w{0,3}|next[- ]generation|expressive/,
  /concise|feature-rich|rich|scalable|productive|glamorous|perfect|great|best|complete|popular|free|clean|fun|pretty|highly/,
  /optimi[sz]ed|full|fully|stable|human\w{0,2}|loved|award\w{0,8}|never|always|every/,
);

/** Linear expressions over one sentence, at most some hundred letters: they see outside text. */
const IN_TEXT: Readonly<Record<string, RegExp>> = {
  asksFor: new RegExp(`^(?:\\W{0,3})${ORDERS}\\b`, 'i'),
  conditional:
    /^(?:\W{0,3})(?:if|to|when|whenever|before|after|once|in order|for (?:more|example|a|the|further|details|additional)|whether|alternatively|or\b|now|then|as the name|here'?s?|first|finally|make|suppose|assuming|even with)\b/i,
  question: /\?\W{0,3}$/,
  opensList: /:\W{0,3}$/,
  points:
    /https?:\/\/|→|»|\bsee\b|\bclick\b|\bmore information\b|\bdetails\b|\bdocs?\b|\bdocumentation\b|\bguide\b|\breadme\b|\btutorial\b/i,
  makers:
    /\b(?:contribut\w{1,8}|maintain(?:er|ers|ed)\b|sponsor\w{0,4}|backers?|donat\w{1,4}|pull requests?|stargazers?|licen[cs]\w{1,3}|copyright|code of conduct|thanks|community|discord|twitter|newsletter|issues?|roadmap|credits?|bug reports?|conduct|repo(?:sitory)?)\b/i,
  we: /^(?:we|our|i|my|us)\b|\b(?:we|our)\b/i,
  youCan: /\byou (?:can|will|'ll|may|get|have)\b|\byou(?:’|')ll\b|\blets? you\b|\ballows? (?:you|users?|for)\b/i,
  youMust: /\byou (?:must|need|should|have to|want|would|are|might)\b|\byou'(?:d|re)\b/i,
  does: new RegExp(`^(?:[\`\\p{Lu}][^.!?]{0,60}|it|they|this|these|that)\\s${STILL}?${DOES}\\b`, 'iu'),
  able: new RegExp(`\\b${ABLE}\\b`, 'i'),
  quality: new RegExp(`\\b${QUALITY}\\b`, 'i'),
  number:
    /\b\d{1,3}(?:[.,]\d{1,3}){0,2}\s{0,2}(?:x\b|%|kb\b|mb\b|gb\b|ms\b|k\b|stars?|users?|millions?|languages?|integrations?|minutes?|seconds?|hours?|days?|times\b|riders?|customers?|people|teams?|companies|dependenc)|\bzero\b|\bmillions?\b|\bone (?:click|tap|command)\b|[£$€]\s?\d/i,
  compares:
    /\b(?:than|unlike|alternative to|compared (?:to|with)|versus|vs\.?|instead of|better|faster|similar to|clone of|clone with|replacement)\b/i,
  without: /^(?:\W{0,3})(?:no|zero|without|not|free|never)\b|\bwithout\b/i,
  defines: /^[^.!?]{1,60}\s(?:is|are|was)\s(?:an?|the|one of)\b/i,
  menu: /(?:\s[•·|]\s.{1,60}){2}|^\W{0,3}\w{1,20}\s[•·|]\s/,
  code: /^`|\$ |--\w|[{};=]{2}|=>|\bnpm\b|\bbrew\b|\bpip\b/,
  past: /\b(?:was|were|had|did|created|removed|deprecated|moved|began)\b/i,
  past3:
    /^(?:this|that|these|those) (?:example|section|page|guide|command|project|will|is|represents|means|includes|can)\b/i,
  generic:
    /^(?:there (?:is|are|was|were)|one of|as\b|each|every (?:time|tool)|traditional|developers|people|most|many|some|several|it is up to|it'?s up to|older|newer|understanding|the (?:larger|more|location|team|first time|new|result))\b/i,
  gerund: /^\p{L}{2,14}ing\b/u,
  passive:
    /\b(?:is|are|can be) (?:also |always |automatically |only |currently |not )?(?:provided|supported|available|stored|linked|processed|bundled|installed|included|made|built|designed|based|needed|required|written|optimi[sz]ed|shipped|tested|used)\b/i,
  willBe: /\bwill be (?:\p{L}{2,14}ly )?\p{L}{2,14}(?:ed|led|en)\b/iu,
  should: /\b(?:should|must|need to|have to|recommend\w{0,3}|advised?|prefer(?:red)?|consider)\b/i,
  useThis: /^(?:use|using|run|running|set|add)\b/i,
  actor:
    /^(?:`[^`]{1,40}`|[\p{L}\p{N}.-]{2,24})(?: v?\d[\w.]*)? (?:also |already |only |fully |automatically |now )?(?:\p{L}{2,14}s|can|will|does|has)\b/iu,
  soon: /\b(?:soon|coming|upcoming|planned|will be|by (?:the end|christmas)|next (?:year|month|quarter)|this (?:spring|summer|autumn|fall|winter))\b/i,
  others: /\b(?:many|most|some|other|several|few) (?:of|tools?|open|libraries|projects?|suites?|people|also)\b/i,
};

const SELLING =
  /feature|highlight|\bwhy\b|what(?:'s|’s| is|\sdoes)|about|overview|\bgoals?\b|benefit|introduc|at a glance|capabilit|advantage|philosoph|ecosystem|reasons?|welcome|command|packages/i;
const SERVING = new RegExp(
  anyOf(
    // How to have it and use it.
    /install|contribut|licen[cs]e|sponsor|backer|donat|\blinks?\b|support|communit|resource|getting started|get started|usage/,
    /quick ?start|example|build|develop|credit|documentation|docs|conduct|changelog|release|related|contents|help|\btest|setup/,
    /set up|require|download|community|team|background|roadmap|updat|note|running|recipes|error|migrat|integrations in/,
    // What stands beside it.
    /acknowledg|thank|demo|screenshot|tutorial|diving|faq|question|next steps|learn|prerequisite|instruction|origin|history/,
    /compatib|get help/,
  ),
  'i',
);

/** Under such a heading a sentence without the product's name speaks of the world around it. */
const AROUND = /\b(?:why|origins?|background|motivation|history)\b/i;

/** Words before a sentence that change nothing of what it asserts. */
const OPENERS =
  /^(?:(?:NOTE|IMPORTANT|TIP|WARNING|CAUTION)\b[:!]?\s*|note that\s+|(?:however|finally|moreover|in addition|additionally|also|but|and|so|further|furthermore|put simply),?\s+)+/i;

export const SIGNS: readonly string[] = [
  'always',
  'heading',
  'item',
  'cell',
  'summary',
  'linked',
  'opening',
  'selling',
  'serving',
  'sellingItem',
  'servingItem',
  'servingParagraph',
  'byName',
  'named',
  'pronoun',
  'short',
  'brief',
  'long',
  'small',
  'exclaims',
  'headingSays',
  'aroundIt',
  ...Object.keys(IN_TEXT),
];

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]|[’']s$/gu, '');
}

/** One look at the whole sentence lets most pass that say no name. */
function mayName(text: string, names: ReadonlySet<string>): boolean {
  const letters = lettersOf(text);
  for (const name of names) if (letters.includes(name)) return true;
  return false;
}

/** One figure, 0 or 1, for each of `SIGNS`. */
export function signsOf(statement: Statement, { names }: PageSense): Float64Array {
  const { place, under, linked, block } = statement;
  const text = statement.text.slice(0, 600).replace(OPENERS, '');
  const words = text.split(' ');
  const first = (/[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '').toLowerCase();
  const over = under.slice(-2).join(' / ');
  const selling = SELLING.test(over);
  const serving = !selling && SERVING.test(over);
  const named = mayName(text, names) && words.some((word) => names.has(lettersOf(word)));
  const said: Readonly<Record<string, boolean>> = {
    always: true,
    heading: place === 'heading',
    item: place === 'item',
    cell: place === 'cell',
    summary: place === 'summary',
    linked,
    opening: under.length <= 1 && block < 12 && place !== 'heading',
    selling,
    serving,
    sellingItem: selling && place === 'item',
    servingItem: serving && place === 'item',
    servingParagraph: serving && place === 'paragraph',
    byName: names.has(first),
    named,
    pronoun: /^(?:it|its|they)\b/i.test(text),
    short: words.length <= 3,
    brief: words.length > 3 && words.length <= 6,
    long: words.length > 28,
    small: /^\p{Ll}/u.test(text) && !names.has(first),
    exclaims: /!\W{0,3}$/.test(text),
    headingSays: place === 'heading' && words.length >= 5 && !text.endsWith('?'),
    aroundIt: place === 'paragraph' && AROUND.test(under.at(-1) ?? '') && !named,
  };
  return Float64Array.from(SIGNS, (sign) => Number(said[sign] ?? (IN_TEXT[sign] as RegExp).test(text)));
}

/** Words of the page's first heading, or of the product as somebody named it. */
export function namesOf(...said: readonly string[]): Set<string> {
  const common = new Set(
    'the a an of for to and is simple your in on with what why welcome home help centre page introduction features'.split(
      ' ',
    ),
  );
  return new Set(
    said.flatMap((one) => one.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !common.has(word)),
  );
}
