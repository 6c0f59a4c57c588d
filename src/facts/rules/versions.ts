/** Reads and compares versions as sources hand them over, so that one version told in three places is one release. */

export interface Version {
  readonly numbers: readonly number[];
  /** Lower case, without joints: `rc1`, `beta2`; empty for a final one. */
  readonly pre: string;
}

const VERSION = /^v?(\d{1,15}(?:[._]\d{1,15}){0,5})[-._~]?(.{0,80})$/i;

/** null where no number leads. Build metadata behind `+` says nothing about which version it is. */
export function readVersion(text: string): Version | null {
  const match = VERSION.exec(text.trim());
  if (!match) return null;
  const numbers = (match[1] as string).split(/[._]/).map(Number);
  const rest = (match[2] as string).replace(/\+.{0,80}$/, '');
  return { numbers, pre: spelled(rest) };
}

/** The same for all spellings: `v1.0` and `1.0.0`, `2.0.0-rc.1` and `2.0.0.RC1`. */
export function versionKey(text: string): string {
  const version = readVersion(text);
  if (version === null) return text.trim().toLowerCase();
  const numbers = [...version.numbers];
  while (numbers.length > 1 && numbers.at(-1) === 0) numbers.pop();
  return version.pre === '' ? numbers.join('.') : `${numbers.join('.')}-${version.pre}`;
}

/** By numbers, then a pre-release before its final one. */
export function compareVersions(one: Version, other: Version): number {
  for (let at = 0; at < Math.max(one.numbers.length, other.numbers.length); at += 1) {
    const difference = (one.numbers[at] ?? 0) - (other.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  if (one.pre === other.pre) return 0;
  if (one.pre === '' || other.pre === '') return one.pre === '' ? 1 : -1;
  return comparePre(one.pre, other.pre);
}

function comparePre(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [left, right] = [a[at] ?? '', b[at] ?? ''];
    if (left === right) continue;
    const [x, y] = [Number(left), Number(right)];
    if (left !== '' && right !== '' && Number.isFinite(x) && Number.isFinite(y)) return x - y;
    return left < right ? -1 : 1;
  }
  return 0;
}

function parts(pre: string): readonly string[] {
  return pre.match(/\d+|[a-z]+/g) ?? [];
}

function spelled(rest: string): string {
  return rest
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^alpha/, 'a')
    .replace(/^beta/, 'b')
    .replace(/^(?:pre|preview|c)(?=\d|$)/, 'rc');
}

/** Years and days as versions (`2024.1`, `20240131`): their parts say when, not how much. */
export function isCalendar({ numbers }: Version): boolean {
  const [first = 0] = numbers;
  return (first >= 1990 && first <= 2100) || (first >= 19_900_101 && first <= 21_001_231);
}

/** Which part of a version grew: 0 the first, 1 the second … ; −1 when none did. */
export function grownPart(before: Version, after: Version): number {
  for (let at = 0; at < Math.max(before.numbers.length, after.numbers.length); at += 1) {
    const difference = (after.numbers[at] ?? 0) - (before.numbers[at] ?? 0);
    if (difference !== 0) return difference > 0 ? at : -1;
  }
  return -1;
}
