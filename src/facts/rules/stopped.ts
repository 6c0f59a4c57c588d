/** Finds the sentence in a README by which its makers say that they stopped: about this product, not a dependency or an option. */

/** Nobody announces an end further down; it also bounds the work. */
const MOST_TEXT = 60_000;
const LONGEST_SENTENCE = 600;
/** Banners and unnamed subjects (`the project`) count at the top only. */
const TOP_BLOCKS = 8;

const STATE =
  '(?:(?:no longer|not)(?: being| actively| officially| currently| really){0,3} (?:maintained|supported|developed|updated|in (?:active )?development|under (?:active )?development)(?! (?:on|in|with|by|for|under|as|to)\\b)|unmaintained|deprecated|archived|abandoned|discontinued|retired|sunset(?:ted)?|obsolete|dead|defunct|(?:at )?(?:its )?end[- ]of[- ]life|superseded by|in (?:an )?archived? (?:mode|state))';
const ENDED =
  '(?:ended|stopped|ceased|reached (?:its )?end[- ]of[- ]life|been (?:archived|deprecated|discontinued|abandoned|retired|superseded|sunset|shut down|unmaintained))';
const VERB =
  "(?: project| repository| package| library| module)? ?(?:is|are|was|has been|have been|’s|'s)(?: now| currently| officially| hereby| effectively| considered){0,2} ";
const THING =
  '(?:project|repository|repo|package|library|lib|module|plugin|extension|crate|gem|app|application|tool|software|product|program|codebase|addon|add-on)';

const THIS_IS = new RegExp(`\\bthis ${THING}${VERB}${STATE}\\b`, 'i');
const THIS_HAS = new RegExp(`\\bthis ${THING} (?:has|had)(?: now| officially){0,2} ${ENDED}\\b`, 'i');
const THIS_MOVED = /\bthis (?:project|repository|repo)(?: has| is)(?: now| been){0,2} moved\b.{0,200}(?:https?:|\]\()/i;
const WE_STOPPED =
  /\b(?:no longer|not|stopped|ceased)(?: actively| currently){0,2} (?:maintain(?:s|ing)?|support(?:s|ing)?|develop(?:s|ing)?|work(?:s|ing)? on) this(?: (?:project|repository|repo|package|library|module|plugin|app|tool|software|anymore))?(?:[\s.,!]|$)/i;
const WORK_ENDED = new RegExp(
  `\\b(?:development|maintenance|support|work) (?:of|for|on) this ${THING} (?:has|is|was)(?: been| now| officially){0,2} (?:stopped|ceased|ended|discontinued|over|suspended)\\b`,
  'i',
);
const THE_IS = new RegExp(`^the ${THING}${VERB}${STATE}\\b`, 'i');

/** Only once it has happened: conditions, wishes and plans are none. */
const UNSURE =
  /\b(?:if|unless|whenever|once|until|may|might|could|should|would|will|won't|soon|plan(?:s|ned)?|not yet|never)\b/i;

const BANNER =
  /^(?:deprecated|archived|unmaintained|discontinued|abandoned|obsolete|retired|defunct|end[- ]of[- ]life|not maintained|no longer (?:maintained|supported))(?: (?:project|repository|repo|package|library|and (?:unmaintained|archived|read-only)))?(?:$|\s{0,3}[!.:,;–—(-]|\s{1,3}in favou?r of\b|\s{1,3}(?:use|see)\b)/i;
const TITLE_MARK =
  /[([\s–—:-](?:deprecated|archived|unmaintained|discontinued|abandoned|no longer maintained)[)\]!]?$/i;
const BADGE =
  /unmaintained\.tech\/badge|no-maintenance-intended|repostatus\.org\/badges\/[\w.-]{1,20}\/(?:abandoned|unmaintained|moved)|img\.shields\.io\/badge\/[\w.%-]{0,40}(?:deprecated|unmaintained|discontinued|maintained-no)\b/i;

/** The words as they stand in the text; null when it says no such thing. */
export function saidStopped(text: string): string | null {
  const blocks = blocksOf(text.slice(0, MOST_TEXT));
  const name = nameIn(blocks);
  for (const [place, block] of blocks.entries()) {
    const top = place < TOP_BLOCKS;
    const banner = top ? bannerOf(block) : null;
    if (banner !== null) return banner;
    for (const sentence of sentencesOf(block)) {
      if (sentence.length <= LONGEST_SENTENCE && ends(plain(sentence), name, top)) return sentence;
    }
  }
  return null;
}

function ends(sentence: string, name: string | null, top: boolean): boolean {
  if (UNSURE.test(sentence)) return false;
  if ([THIS_IS, THIS_HAS, THIS_MOVED, WE_STOPPED, WORK_ENDED].some((pattern) => pattern.test(sentence))) return true;
  if (top && THE_IS.test(sentence)) return true;
  return name !== null && endsByName(sentence, name);
}

/** `Acme Mail is discontinued`, `Acme no longer supports Acme Mail`: the name must be the whole subject or object. */
function endsByName(sentence: string, name: string): boolean {
  const lower = sentence.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const before = lower.slice(Math.max(0, at - 60), at);
    const after = lower.slice(at + wanted.length, at + wanted.length + 120);
    const starts = /^$|(?:^|[.!,;:(]\s{0,3}|\b(?:that|so|as|and|the) )$/.test(before);
    if (starts && (BY_NAME.test(after) || HAS_BY_NAME.test(after))) return true;
    if (
      /\bno longer(?: actively| officially)? (?:maintains?|supports?|develops?) $/.test(before) &&
      /^(?:$|[\s,.!;])/.test(after)
    )
      return true;
  }
  return false;
}

const BY_NAME = new RegExp(`^${VERB}${STATE}\\b`, 'i');
const HAS_BY_NAME = new RegExp(`^ (?:has|had)(?: now| officially){0,2} ${ENDED}\\b`, 'i');

/** A banner that says nothing else, in a heading, in bold or as a badge. */
function bannerOf(block: string): string | null {
  for (const line of block.split('\n')) {
    const heading = /^\s{0,3}(?:[>\s]{0,6}#{1,6}\s|\s{0,3}<h[1-6]\b)/.test(line);
    const marked =
      heading || /^[>\s]{0,6}(?:[-*]\s{1,3})?(?:\*\*|__|`|:\w{1,30}:|\p{Extended_Pictographic}|\[!?[A-Z])/u.test(line);
    const words = plain(line);
    if (/deprecated[*_]{0,3}:?[*_]{0,3}\s{0,3}`/i.test(line)) continue;
    if (marked && words.length <= 200 && BANNER.test(words) && !UNSURE.test(words)) return line.trim();
    if (heading && words.length <= 120 && TITLE_MARK.test(words)) return line.trim();
    const badge = BADGE.exec(line);
    if (badge) return badge[0];
  }
  return null;
}

/** Paragraphs and headings, code left out. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence: string | null = null;
  const close = () => {
    if (block.length > 0) blocks.push(block.join('\n'));
    block = [];
  };
  for (const line of text.split('\n')) {
    const mark = /^\s{0,3}(```|~~~)/.exec(line)?.[1] ?? null;
    if (mark !== null) {
      fence = fence === null ? mark : fence === mark ? null : fence;
      close();
    } else if (fence !== null || /^(?: {4}|\t)/.test(line)) close();
    else if (line.trim() === '') close();
    else if (/^\s{0,3}#{1,6}\s/.test(line)) {
      close();
      blocks.push(line);
    } else block.push(line);
  }
  close();
  return blocks;
}

function sentencesOf(block: string): readonly string[] {
  return block.split(/(?<=[.!?])[*_]{0,3}\s{1,20}|\n(?=\s{0,6}[-*+] )/).map((sentence) => sentence.trim());
}

/** Without the marks of Markdown and HTML, pictograms and white space; links keep their words and their address. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,300}>/g, ' ')
    .replace(/^[>\s#*_-]{1,40}/gm, '')
    .replace(/[*_`~]{1,3}|\p{Extended_Pictographic}|\u{FE0F}|:[a-z_]{2,30}:/gu, '')
    .replace(/\[!(?:NOTE|WARNING|IMPORTANT|CAUTION|TIP)\]\\?/g, '')
    .replace(/\[([^\]]{0,200})\](?!\()/g, '$1')
    .replace(/\s{1,200}/g, ' ')
    .trim();
}

/** The product's name as its first heading gives it, up to a dash, a colon or a link. */
function nameIn(blocks: readonly string[]): string | null {
  const heading = blocks.slice(0, TOP_BLOCKS).find((block) => /^\s{0,3}#\s|<h1\b/.test(block));
  if (heading === undefined) return null;
  const name =
    plain(heading.split('\n')[0] ?? '')
      .split(/\s[-–—|:]\s|:\s|\s?[([]/)[0]
      ?.trim() ?? '';
  return /^[\p{L}\p{N}][\p{L}\p{N} .@/_-]{1,40}$/u.test(name) && name.split(' ').length <= 4 ? name : null;
}
