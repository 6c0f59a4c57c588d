/** Takes every issue key out of a text, so that a link can be looked for as if nobody had written it down. */

const ADDRESS = /https?:\/\/\S{1,300}\/(?:issues|pull|pulls|merge_requests|browse|commit|tickets?)\/[\w#?=&.-]{1,80}/gi;
const NUMBER = /(?:[\w.-]{1,40}\/[\w.-]{1,100})?#\d{1,8}\b|\bgh-\d{1,8}\b/gi;
const KEY = /\b[A-Z][A-Z0-9]{1,15}-\d{1,7}[a-z]?\b/g;
/** `1161` alone may be a key without its letters; of two digits and less it is a count, and a version has dots. */
const ALONE = /(?<![\w.])\d{3,8}(?![\w.])/g;

/** `keys`: those of the issues; what stands before their numbers is also taken out in other spellings, `aloy_12`. */
export function keyRemover(keys: Iterable<string>): (text: string) => string {
  const prefixes = new Set<string>();
  for (const key of keys) {
    const letters = /^([A-Za-z][A-Za-z0-9]{1,15})-\d+$/.exec(key)?.[1];
    if (letters !== undefined) prefixes.add(letters);
  }
  const spelled =
    prefixes.size === 0
      ? null
      : new RegExp(`(?<![A-Za-z])(?:${[...prefixes].sort().join('|')})[\\s_-]{0,2}\\d{1,7}[a-z]?(?![A-Za-z0-9])`, 'gi');
  return (text) => {
    const plain = text.replace(ADDRESS, ' ').replace(NUMBER, ' ').replace(KEY, ' ');
    return (spelled === null ? plain : plain.replace(spelled, ' ')).replace(ALONE, ' ');
  };
}
