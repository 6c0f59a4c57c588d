/** How people write in a change that something goes, and what follows the verb. */
import type { Evidence } from '#core/evidence.ts';
import { textsIn } from './fields.ts';

const OPENS =
  '^(?:\\w{1,12}(?:\\([^)]{0,60}\\))?!?: ?|\\[[^\\]]{1,24}\\] ?|(?:fix|close|resolve)(?:e?[sd])? #\\d{1,6}[:,.]? ?)?(?:[\\w/-]{1,24}: )?';
const REMOVES = new RegExp(
  `${OPENS}(?:(?:remov(?:e[sd]?|ing)|drop(?:s|ped|ping)?|delet(?:e[sd]?|ing)) support (?:for|of)|remov(?:e[sd]?|ing)|drop(?:s|ped|ping)?|delet(?:e[sd]?|ing)|retired?s?|discontinued?|withdraw|withdrew|rip out|end(?:s|ed)? support for|stop(?:s|ped)? supporting|no longer supports?|takes?|took|gets? rid of|kill(?:s|ed)?)\\s+(.{3,160})`,
  'i',
);
/** Changes of texts, tests and upkeep. */
const DULL =
  /^(?:\w{1,12}(?:\([^)]{0,60}\))?!?: ?)?(?:docs?|tests?|ci|style|bump|typo|readme|merge|release|lint|upgrade|translate|campaign|stories|changelog)\b|\b(?:readme|typo|changelog)\b/i;
/** `take the second horse's button out`, `takes the map away`. */
const TAKEN = /\b(?:out|away)\b/i;
const END_OF_THING =
  /[:;(]|\.\s|\s(?:from|in favou?r of|as|because|since|for|until|due|when|while|by|before|after|instead|until|with|to|so|which|that|in|on)\s/i;

/** Taken out of what runs for the makers, or for a while: customers still have it. */
const NOT_FOR_CUSTOMERS =
  /\b(?:from|in|for) (?:the )?(?:tests?|testing|ci|travis|appveyor|builds?|matrix|docker ?files?|docker images?|(?:\w+ )?(?:typings|declarations))\b|\btemporar|\bfor now\b|\buntil\b/i;
/** It goes from one place, and may stand in others; from the core or the interface it is gone. */
const FROM_ONE_PLACE =
  /\bfrom (?!(?:the )?(?:core|api|public|package|project|code ?base|distribution|product|extras|repo(?:sitory)?|tree)\b)/i;
/** It goes in some cases, and stays in others. */
const IN_SOME_CASES = /\b(?:when|if|unless|while|during|in case|where|except)\b/i;
/** It is had elsewhere from now on: a page that says where is right. */
export const MOVES_OUT =
  /\bin(?:to)? `?[\w@/]{1,30}-[\w-]{2,30}|\b(?:extract\w*|mov(?:e|es|ed|ing)|split\w*|separate\w*|continues? on|spun|own (?:repo\w*|package|gem|module|plugin|project)|external\w*)\b/i;
/** `python < 3.6`: what goes is older than what is named, or holds for a part alone. */
export const OLDER = /[<>≤≥]|\b(?:(?:older|earlier|lower|less) than|below|prior to)\b|\d\+/i;

/** What a change says that it takes away, up to where it says why or whence; null where it takes nothing away. */
export function objectOf(title: string): string | null {
  const said = REMOVES.exec(title.slice(0, 240));
  const object = said?.[1];
  if (said === null || object === undefined || DULL.test(title)) return null;
  const takes = /\b(?:takes?|took)\s$/i.test(said[0].slice(0, said[0].length - object.length));
  if (takes && !TAKEN.test(object)) return null;
  return object.split(END_OF_THING)[0]?.replace(/[.!]+$/, '') ?? null;
}

/** Words that code has for what customers have: `the Loggly transport`, `encryptable module`. */
const NOUN =
  'support|supports|modules?|plugins?|transports?|adapt[eo]rs?|drivers?|backends?|providers?|integrations?|implementations?|features?|formats?|engines?|options?|flags?|switch(?:es)?|commands?|parameters?|settings?|modes?|methods?|class(?:es)?|traits?|functions?|apis?|extensions?|middlewares?|components?|librar(?:y|ies)|libs?|packages?|bindings?|interfaces?|attributes?|propert(?:y|ies)|widgets?|filters?|themes?|servers?|clients?|tasks?|subcommands?|schemas?';
/** Words around a name that are none of it. */
export const AROUND = new RegExp(`^(?:the|all|our|its?|built-?in|for|experimental|${NOUN})$`, 'i');
/** A bare name may be anything of it; with such a word, customers had it. */
export const FOR_CUSTOMERS = new RegExp(`\\b(?:${NOUN})\\b`, 'i');

/** Whether a change says that it takes away, or replaces, what has this name, for good and from everywhere. */
export function takesAway(title: string, name: string): boolean {
  const object = objectOf(title.replace(/\breplac(?:e[sd]?|ing)\b/i, 'remove').replace(/ (?:by|with) .*$/i, ''));
  return object?.toLowerCase().includes(name) === true && !isPartly(title);
}

/** It goes from one place, in some cases, or to a place of its own. */
export function isPartly(title: string): boolean {
  return [FROM_ONE_PLACE, IN_SOME_CASES, MOVES_OUT, NOT_FOR_CUSTOMERS].some((sign) => sign.test(title));
}

const TEXT =
  /(?:^|\/)(?:docs?|website|examples?|tests?|__tests__|specs?|\.github)\/|\.(?:md|rst|mdx|markdown|adoc|asciidoc|rdoc|txt)$|(?:^|\/)(?:readme|changelog|changes|authors|\.[^/]+)$/i;

/** A change of texts, tests and settings of the house takes nothing from customers, whatever it says. */
export function isOfTexts({ type, data }: Evidence): boolean {
  if (type !== 'commit') return false;
  const paths = textsIn(data, 'paths') ?? [];
  return paths.length > 0 && paths.every((path) => TEXT.test(path.slice(2)));
}
