/** Names of things in a sentence of a page: what stands in code or as a link, what it explains, and words written as names are. */

/** `webassets`_ and [MySQL](…), or an item that begins with `webassets`. */
const MARKED = /`([^`\n]{2,60})`_|\[`?([^\]`\n]{2,60})`?\](?=[([])|^\s*(?:[-*+]\s+)?\[?`{1,2}([^`\n]{2,60})`/g;
/** Within a sentence a plain small word in code is a value as often as a name: it must be written as a name is. */
const IN_CODE = /`([^`\n]{0,40}[\p{Lu}\p{N}_-][^`\n]{0,40})`/gu;
/** MySQL, LESS, GraphQL; Docker after a small word: in a title every word begins large. */
const WRITTEN = /(?<![\p{L}\p{N}_-])(\p{L}[\p{L}\p{N}]*(?:\p{Ll}\p{Lu}|\p{Lu}{2})[\p{L}\p{N}]*)(?![\p{L}\p{N}_])/gu;
const CAPITAL = /(?<=(?:^|\s)\p{Ll}{1,20},? )\p{Lu}\p{Ll}[\p{L}\p{N}]+/gu;
/** `Kramdown: a converter`, of an item. */
const EXPLAINED = /^\s*(?:[-*+]\s+)?(\p{Lu}[\p{L}\p{N}]{2,39})(?=: \S|\s[-–—]\s)/u;
/** Three letters (HMR, ESM, ORM) are a word of the trade more often than a thing. */
const NAME = /^[\p{L}][\p{L}\p{N}_-]{3,39}$/u;
/** Where things are had, run and told of, not what they are. */
const PLACES =
  /^(?:license|readme|changelog|contributing|copying|pypi|npmjs?|github|gitlab|homebrew|windows|macos|linux|ubuntu|debian|fedora|android|browsers?|web|server|client|mobile|desktop|terminal|cloud)$/i;
/** What is linked to a repository of its own is told there. */
export const ELSEWHERE = /(?:\[|^)[^\][\n]{0,200}\]\(https?:\/\/(?:github|gitlab|codeberg|bitbucket)\.[^)\n]{0,300}\)/g;
const ADDRESS = /(?<=\])\([^)\n]{0,500}\)|https?:\/\/\S+/g;

/** Names that may be a folder, a file, a package or a word of code: one word each, as they are written. */
export function namesWritten(raw: string): ReadonlySet<string> {
  const here = raw.replace(ELSEWHERE, ' ');
  const said = here.replace(ADDRESS, ' ');
  const found = [
    ...[...here.matchAll(MARKED)].map((one) => one[1] ?? one[2] ?? one[3] ?? ''),
    ...[...here.matchAll(IN_CODE)].map((one) => one[1] ?? ''),
    ...[...said.matchAll(WRITTEN)].map((one) => one[1] ?? ''),
    ...[...said.matchAll(CAPITAL)].map(([word]) => word),
    EXPLAINED.exec(said)?.[1] ?? '',
  ];
  return new Set(found.map(bare).filter((one) => NAME.test(one) && !PLACES.test(one)));
}

/** `LoadTemplates()` and `timeout: Number` are of what stands before the mark. */
function bare(name: string): string {
  return name.replace(/(?:\(.*\)?|: .*|=.*)$/, '');
}

/** The same in small letters. */
export function namedThings(raw: string): ReadonlySet<string> {
  return new Set([...namesWritten(raw)].map((one) => one.toLowerCase()));
}
