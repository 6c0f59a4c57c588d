/** Names of things in a sentence of a page, lower case: what stands in code or as a link, and words written as names are. */

/** `webassets`, `webassets`_ and [MySQL](…). */
const MARKED = /`([^`\n]{2,60})`|\[([^\]\n]{2,60})\](?=[([])/g;
/** MySQL, LESS, GraphQL; Docker after a small word: in a title every word begins large. */
const WRITTEN = /(?<![\p{L}\p{N}_-])(\p{L}[\p{L}\p{N}]*(?:\p{Ll}\p{Lu}|\p{Lu}{2})[\p{L}\p{N}]*)(?![\p{L}\p{N}_])/gu;
const CAPITAL = /(?<=(?:^|\s)\p{Ll}{1,20},? )\p{Lu}\p{Ll}[\p{L}\p{N}]+/gu;
const NAME = /^[\p{L}][\p{L}\p{N}_-]{2,39}$/u;
const ADDRESS = /(?<=\])\([^)\n]{0,500}\)|https?:\/\/\S+/g;

/** Names that may be a folder, a file or a package: one word each. */
export function namedThings(raw: string): ReadonlySet<string> {
  const said = raw.replace(ADDRESS, ' ');
  const found = [
    ...[...raw.matchAll(MARKED)].map((one) => one[1] ?? one[2] ?? ''),
    ...[...said.matchAll(WRITTEN)].map((one) => one[1] ?? ''),
    ...[...said.matchAll(CAPITAL)].map(([word]) => word),
  ];
  return new Set(found.filter((one) => NAME.test(one)).map((one) => one.toLowerCase()));
}
