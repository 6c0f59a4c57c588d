/** Reads addresses of a repository's own files on its host, so that they are held against its tree like relative links. */
import type { Git } from '#core/source.ts';
import type { DocumentText } from './documents.ts';
import { toldPlace } from './told-place.ts';

/** Where the repository lies, and which branches of an address mean the tree that is read. */
export interface OwnPlace {
  /** `github.com/owner/name`, lower case; none where nothing says so. */
  readonly places: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
}

/** Where one of the two is no branch any more, hosts lead to the one that took its place. */
const USUAL = ['main', 'master'];
/** Manifests of somebody else's code that lies in the tree name another repository. */
const NOT_OURS =
  /(?:^|\/)(?:node_modules|vendor|fixtures?|__fixtures__|tests?|__tests__|spec|examples?|playground|templates?|template-[^/]*|demos?)\//i;
const ADDRESS =
  /(?:https?:\/\/|git@|ssh:\/\/git@)(?:www\.)?(github\.com|gitlab\.com)[/:]([\w.-]{1,100})\/([\w.-]{1,100})/i;
const ADDRESS_OF_FILE =
  /^https?:\/\/(?:www\.)?((?:github|gitlab)\.com\/[\w.-]{1,100}\/[\w.-]{1,100})\/(?:-\/)?(?:blob|tree|raw)\/([^/?#]{1,100})\/([^?#]{1,400})/i;

export const NOWHERE: OwnPlace = { places: new Set(), branches: new Set() };

export async function readOwnPlace(git: Git, manifests: readonly DocumentText[]): Promise<OwnPlace> {
  const told = toldPlace(git);
  const [remote, known, checkedOut] = await Promise.all([told.remote, told.branches, told.checkedOut]);
  const names = new Set(known.map((name) => name.replace(/^origin\//, '')));
  const branches = new Set(['HEAD', checkedOut, ...USUAL.filter((name) => !names.has(name))]);
  const places = [placeIn(remote), mostNamed(manifests)].filter((place) => place !== null);
  return { places: new Set(places), branches };
}

/** The path that an address of the own repository leads to, `/` in front; null for every other address. */
export function ownPathOf(address: string, { places, branches }: OwnPlace): string | null {
  const [, place = '', branch = '', path = ''] = ADDRESS_OF_FILE.exec(address) ?? [];
  if (!places.has(place.toLowerCase()) || !branches.has(branch)) return null;
  const bare = path.replace(/\/+$/, '');
  if (bare === '' || /[{}<>*$|…\s]|\.\./.test(bare)) return null;
  try {
    return `/${decodeURIComponent(bare)}`;
  } catch {
    return null;
  }
}

/** What most manifests say; where two are named as often, nobody can tell. */
function mostNamed(manifests: readonly DocumentText[]): string | null {
  const named = new Map<string, number>();
  for (const { path, text } of manifests) {
    if (NOT_OURS.test(path)) continue;
    const place = placeNamedIn(text.split('\n'));
    if (place !== null) named.set(place, (named.get(place) ?? 0) + 1);
  }
  const [first, second] = [...named].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** `repository`, else what is said to be its source; an object in JSON has its address within the next lines. */
function placeNamedIn(lines: readonly string[]): string | null {
  for (const key of [/^\s{0,8}["']?repository\b/i, /^\s{0,8}["']?(?:source|source[- _]code|code|homepage)\b/i]) {
    const line = lines.findIndex((one) => key.test(one));
    const place = line < 0 ? null : placeIn(lines.slice(line, line + 4).join('\n'));
    if (place !== null) return place;
  }
  return null;
}

function placeIn(text: string): string | null {
  const [, host, owner, name] = ADDRESS.exec(text) ?? [];
  return host === undefined ? null : `${host}/${owner}/${name}`.replace(/\.git$/, '').toLowerCase();
}
