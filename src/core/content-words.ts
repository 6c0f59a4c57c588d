/** The words of a text that carry meaning, and how alike two texts are by them. */

const EMPTY = new Set(
  'a an and any are as at be been but by can do for from has have how if in into is it its more not of on one or our so than that the their them then there these they this to us was we what when which who will with you your'.split(
    ' ',
  ),
);

/** Words that carry meaning, lower case, without plural s, marks and addresses. */
export function contentWords(text: string): ReadonlySet<string> {
  const bare = text
    .replace(/\]\([^)]{0,500}\)|https?:\/\/\S{1,500}|<[^>]{0,300}>/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase();
  const words = bare.match(/[\p{L}\p{N}][\p{L}\p{N}'-]{0,40}/gu) ?? [];
  return new Set(words.map((word) => word.replace(/'s$|(?<=\p{L}{3})s$/u, '')).filter((word) => !EMPTY.has(word)));
}

/** Shared words as a part of all: 1 for the same wording in any order. */
export function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, one.size + other.size - shared);
}
