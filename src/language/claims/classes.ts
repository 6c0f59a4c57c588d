/** What kind of thing a claim says, and of which quality: by words, the more checkable class first. */
import { anyOf } from '#core/any-of.ts';

export const CLASSES = [
  'promise',
  'service',
  'social-proof',
  'comparison',
  'quantity',
  'puffery',
  'capability',
] as const;
export type ClaimClass = (typeof CLASSES)[number];

/** Product qualities of ISO/IEC 25010:2023 in plain words, and what else customers weigh: price and service. */
export const ATTRIBUTES = [
  'speed',
  'ease',
  'reliability',
  'security',
  'compatibility',
  'portability',
  'flexibility',
  'price',
  'service',
  'function',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** A time within which somebody does something, and other words of service. */
const SERVICE = anyOf(
  /within (?:a|an|one|\d{1,3}) (?:hour|day|week|minute|working day|business day)s?|24\/7|around the clock/,
  /maint(?:ained|enance) (?:mode|until|by)|no longer maintained|we (?:maintain|host|reply|answer|respond)|do it all for you/,
  /uptime|SLA\b|guarantee[ds]?|money[- ]back|refunds?|support (?:hours|team|from)|long[- ]term support/,
  /security (?:fixes|updates|patches)|in maintenance|do not expect|answers? from a person|seven days a week/,
);

const QUANTITY = anyOf(
  // A number with its unit.
  /x\b|%|kb\b|mb\b|gb\b|ms\b|s\b|k\b/,
  /(?:languages?|integrations?|minutes?|seconds?|hours?|days?|times|dependenc\w{1,3}|items?|formats?|platforms?|lines?|steps?|clicks?|taps?|districts|horses)\b/,
);
const QUANTITY_IN_WORDS = anyOf(
  /\b(?:zero|exactly 0|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:dependenc\w{1,3}|clicks?|taps?|minutes?|seconds?|hours?|steps?|config\w{0,8})\b/,
  /[£$€]\s?\d|\bmillions? of\b|\bin seconds\b|\btotally free\b|\bfree of charge\b|\bat no charge\b/,
);

const OF_CLASS: readonly (readonly [ClaimClass, RegExp])[] = [
  [
    'promise',
    /\b(?:coming soon|soon\b|will (?:be (?:added|available|supported|released)|arrive|come|ship|continue to develop)|upcoming|planned for|we (?:plan|promise) to|on the roadmap|from (?:this|next) (?:spring|summer|autumn|fall|winter|year|month)|by (?:year['’]s end|christmas|the end of)|Q[1-4] 20\d\d|(?:spring|summer|autumn|fall|winter) 20\d\d)/i,
  ],
  ['service', new RegExp(`\\b${SERVICE}\\b`, 'i')],
  [
    'social-proof',
    /\b(?:loved by|trusted by|used in production|(?<!-)used by(?! (?:the|an?|this|that|its|your|other|subsequent) (?!world|likes|largest|biggest|top|people|community|teams?|compan))|powers? (?:many|millions|thousands|over)|relied on|most[- ](?:popular|depended|downloaded|used)|award[- ]winning|as seen (?:in|on)|rated \d|chose .{1,60} as|engine behind|(?:\d[\d,.]{0,8}|millions of|thousands of)\s?(?:k\+?|\+)? ?(?:stars|users|customers|riders|downloads|companies|teams|people|developers))\b/i,
  ],
  [
    'comparison',
    /\b(?:alternative to|unlike|than (?:the |other |any |most |in )?[\w.-]{2,30}|compared (?:to|with)|similar to|replacement for|instead of|the (?:only|fastest|easiest|best|first|most) [\w-]{2,30}|number one|no\.? ?1\b|most (?:also )?(?:do|require|suites|tools))\b/i,
  ],
  ['quantity', new RegExp(`\\b\\d{1,4}(?:[.,]\\d{1,3}){0,2}\\s?${QUANTITY}|${QUANTITY_IN_WORDS}`, 'i')],
];

/** Words that praise and that nobody can check. The list is also the baseline that detection is held against. */
export const PUFFERY = new RegExp(
  `\\b${anyOf(
    /amazing|award[- ]winning|awesome|beautiful(?:ly)?|best|blazing(?:ly)?|brilliant|classic|cutting[- ]edge|delightful/,
    /easiest|easy|effortless(?:ly)?|elegant(?:ly)?|excellent|expressive|fast|faster|fastest|fun|glamorous|great/,
    /human[- ]friendly|incredible|incredibly|innovative|instant(?:ly)?|intuitive|leading|lightning|lightweight|love(?:d|ly)?/,
    /magic(?:al)?|memorable|minimal|modern|never|next[- ]gen(?:eration)?|perfect|popular|powerful|premium|pretty|quickest/,
    /reliable|revolutionary|rich|robust|seamless(?:ly)?|simple|simply|sleek|smart|state[- ]of[- ]the[- ]art|stunning|super/,
    /trusted|ultimate|ultra\w{0,6}|unique|unlimited|unmatched|unrivalled|world[- ]class/,
  )}\\b`,
  'i',
);

/** What a claim names that can be looked for: with any of it, praise is not all that it is. */
const CHECKABLE =
  /`|\b(?:support\w{0,3}|supports|API|CLI|SQL|JSON|HTML|CSS|XML|HTTP|TypeScript|JavaScript|Python|Java|Ruby|Rust|Node|Windows|Linux|macOS|Docker|Git|plugins?|librar(?:y|ies)|framework|compilers?|server|command-line|command line|browsers?|client|generator|tool|database|export|import|integration|convert\w{0,3}|search\w{0,3}|file|files|render\w{0,3}|built-in)\b/i;

/** An answer from somebody within a time: a promise wherever it stands. */
export const ANSWER_IN_TIME =
  /\b(?:answers?|repl(?:y|ies)|respon[ds]\w{0,3}|hear (?:back|from))\b.{0,40}\bwithin (?:an?|one|two|three|\d{1,3}) (?:working |business )?(?:minute|hour|day|week)s?\b/i;

export function classOf(text: string): ClaimClass {
  for (const [name, words] of OF_CLASS) if (words.test(text)) return name;
  return PUFFERY.test(text) && !CHECKABLE.test(text) ? 'puffery' : 'capability';
}

const OF_ATTRIBUTE: readonly (readonly [Attribute, RegExp])[] = [
  [
    'speed',
    /\b(?:fast(?:er|est)?|speed|quick(?:ly|est)?|slow|instant(?:ly)?|lightning|blazing(?:ly)?|ultrafast|performan\w{1,4}|lightweight|efficient|milliseconds?|minutes?|seconds?|wait(?:ing|ed|s)?|on time|late|delay(?:ed|s)?|memory|small|tiny|kb|punctual)\b/i,
  ],
  [
    'security',
    /\b(?:secur\w{1,4}|safe(?:ty|ly)?|privacy|private|encrypt\w{0,4}|sandbox\w{0,3}|injection|vulnerab\w{1,6}|your data|control of|auth\w{0,12}|passwords?|GDPR|audit)\b/i,
  ],
  [
    'reliability',
    /\b(?:reliab\w{1,5}|robust|stable|stability|trusted|battle[- ]tested|crash\w{0,3}|uptime|never (?:fails?|loses?)|fault|recover\w{0,2}|always|every time|production|well[- ]tested|bugs?|broken)\b/i,
  ],
  [
    'price',
    /\b(?:free|price[ds]?|pricing|costs?|fees?|charge[ds]?|cheap\w{0,3}|afford\w{1,4}|pay\w{0,4}|bill\w{0,3}|fares?|subscription|per-seat|refunds?|expensive)\b|[£$€]\s?\d/i,
  ],
  [
    'service',
    /\b(?:maintain\w{0,3}|maintenance|answers?|repl(?:y|ies)|respon\w{1,4}|customer service|help desk|support team|within a day|around the clock|contact|we host|managed)\b/i,
  ],
  [
    'portability',
    /\b(?:windows|linux|macos|mac os|os ?x|android|ios|iphone|browsers?|docker|self-host\w{0,3}|runtimes?|platforms?|cross-platform|portable|binar(?:y|ies)|node(?:\.js)?|deno|bun|cloud|serverless|java \d|python \d)\b/i,
  ],
  [
    'compatibility',
    /\b(?:compatib\w{1,6}|integrat\w{1,6}|works? with|interop\w{0,12}|standards?|drop-in|import existing|plugins? for|alternative to|migrat\w{1,4})\b/i,
  ],
  [
    'flexibility',
    /\b(?:extensib\w{1,5}|plugins?|customi[sz]\w{1,6}|configur\w{1,8}|flexib\w{1,5}|pluggable|modular|composable|scal\w{1,6}|options?|themes?)\b/i,
  ],
  [
    'ease',
    /\b(?:eas(?:y|ily|ier|iest)|simpl\w{1,4}|intuitive|friendly|effortless(?:ly)?|straightforward|minimal|no setup|just works|concise|delightful|human\w{0,2}|beginner\w{0,2}|documentation|clean|one (?:tap|click))\b/i,
  ],
];

export function attributeOf(text: string): Attribute {
  return OF_ATTRIBUTE.find(([, words]) => words.test(text))?.[0] ?? 'function';
}

/** True where a sentence is praise without a number, a source, or anything that could be looked for. */
export function isVague(text: string): boolean {
  return PUFFERY.test(text) && !CHECKABLE.test(text) && !/\d|https?:/.test(text);
}
