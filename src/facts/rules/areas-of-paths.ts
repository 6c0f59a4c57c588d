/** The areas of all paths of one history together: what each path alone cannot tell is told by its neighbours. */
import type { Area, Areas } from '../values.ts';
import { areaOfPath } from './area-of-path.ts';
import { README } from './area-words.ts';
import { isBookkeeping, nameOf } from './bookkeeping.ts';

/** Below this share of the touches that are product or telling, a history is one of telling with a few scripts beside it. */
const HARDLY_A_PRODUCT = 0.05;

const TELLING_IS_PRODUCT =
  'texts and pages count as the product: hardly anything else was found, as in a book or a site';
const UPKEEP_IS_PRODUCT = 'settings and scripts count as the product: hardly anything else was found';

/** `touches`: how often each path was touched, in the order of `paths`. */
export function areasOfPaths(paths: readonly string[], touches: ArrayLike<number>): Areas {
  const packages = pythonPackages(paths);
  const of = paths.map((path) =>
    areaOfPath(path, packages.size === 0 ? undefined : (depth) => packages.has(upTo(path, depth))),
  );
  const sum = (area: Area) => of.reduce((total, each, index) => total + (each === area ? (touches[index] ?? 0) : 0), 0);
  const product = sum('product');
  const telling = sum('telling');
  if (product > 0 && product >= HARDLY_A_PRODUCT * (product + telling)) return { of, because: null };
  const upkeep = sum('upkeep');
  if (telling === 0 && upkeep === 0) return { of, because: null };
  if (telling * 2 >= upkeep || product > 0)
    return { of: tellingAsProduct(paths, of, touches), because: TELLING_IS_PRODUCT };
  return { of: of.map((area, index) => keptAsProduct(area, paths[index] as string)), because: UPKEEP_IS_PRODUCT };
}

/** The README still tells about the pages beside it, unless it is what is mostly worked on, as in a list. */
function tellingAsProduct(paths: readonly string[], of: readonly Area[], touches: ArrayLike<number>): readonly Area[] {
  const tells = (path: string) => !path.includes('/') && README.test(path);
  let readme = 0;
  let pages = 0;
  for (const [index, path] of paths.entries()) {
    if (of[index] !== 'telling') continue;
    if (tells(path)) readme += touches[index] ?? 0;
    else pages += touches[index] ?? 0;
  }
  return of.map((area, index) => {
    if (area !== 'telling') return area;
    return pages > readme && tells(paths[index] as string) ? 'telling' : 'product';
  });
}

function keptAsProduct(area: Area, path: string): Area {
  if (area !== 'upkeep' || path.startsWith('.github/') || /^licen[cs]e/i.test(nameOf(path))) return area;
  return isBookkeeping(path) && !/^dockerfile/i.test(nameOf(path)) ? area : 'product';
}

/** Folders that hold an `__init__.py`. */
function pythonPackages(paths: readonly string[]): ReadonlySet<string> {
  const ending = '/__init__.py';
  return new Set(paths.filter((path) => path.endsWith(ending)).map((path) => path.slice(0, -ending.length)));
}

/** The first `depth` folders of a path. */
function upTo(path: string, depth: number): string {
  let end = -1;
  for (let each = 0; each < depth; each += 1) end = path.indexOf('/', end + 1);
  return path.slice(0, end);
}
