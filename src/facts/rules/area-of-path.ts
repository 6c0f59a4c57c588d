/** Which area one path belongs to, by its folders and its name; what nothing else claims is product. */
import { anyOf } from '#core/any-of.ts';
import type { Area } from '../values.ts';
import {
  BUILT_FOLDER,
  CAMEL_TEST_FOLDER,
  CODE_ROOTS,
  EXAMPLE_SCAFFOLD,
  GENERATED_FILE,
  GENERATED_FOLDERS,
  INNER_DOCS,
  INNER_PROSE,
  LOOSE_TEST_FOLDERS,
  PICTURE,
  PLAN_AT_ROOT,
  PLAN_IN_DOCS,
  PROSE,
  PROSE_OR_PLAIN,
  README,
  ROOT_TOOLING_FOLDERS,
  TELLING_FOLDERS,
  TELLING_PICTURE,
  TEST_COMPANY,
  TEST_FILE,
  TEST_WORDS,
  TOOLING_FOLDERS,
  UNPACKED,
} from './area-words.ts';
import { isChangelog, isLock, isManifest, isVersionFile } from './bookkeeping.ts';

/** Settings of tools by their name, at any depth. */
const SETTINGS = new RegExp(
  `^${anyOf(
    // Compilers and checkers.
    /tsconfig[\w.-]{0,40}\.json|jsconfig\.json|[\w.-]{1,60}\.config\.(?:js|ts|mjs|cjs|mts|cts|json)|analysis_options\.yaml/,
    /rustfmt\.toml|clippy\.toml|deny\.toml|build\.rs|tox\.ini|noxfile\.py|pytest\.ini|mypy\.ini|ruff\.toml/,
    // What builds it.
    /makefile(?:\.[\w.]{1,20})?|gnumakefile|justfile|taskfile\.ya?ml|configure\.ac|[\w.-]{1,60}\.cmake|gradlew(?:\.bat)?/,
    /[\w.-]{1,80}\.(?:pbxproj|xcconfig|xcscheme|xcworkspacedata)/,
    // Where it runs.
    /dockerfile(?:\.[\w.-]{1,40})?|docker-compose[\w.-]{0,40}|compose\.ya?ml|procfile|vagrantfile/,
    // What checks, publishes and cites it.
    /versioneer\.py|jenkinsfile|appveyor\.yml|codecov\.yml|netlify\.toml|vercel\.json|fly\.toml|renovate\.json5?/,
    /citation\.cff|proguard[\w.-]{0,30}/,
  )}$`,
  'i',
);

/** At the root, files of these kinds are settings and starters; `action.yml` is what users of an action get. */
const ROOT_SETTINGS = /\.(?:ya?ml|toml|ini|cfg|json5?|jsonc|lock|sh|bat|ps1|nix|neon|properties|xml|dist)$/i;
const ACTION = /^action\.ya?ml$/i;

/** Files that a generator hands to its users stand in such folders; a manifest there is part of the product. */
const TEMPLATE_FOLDER = /^templates?(?:$|-)/;

/** What app stores show of the product. */
const STORE_LISTING = /(?:^|\/)fastlane\/metadata\//;

const TRADE_FOLDERS = new Set([
  'models',
  'views',
  'controllers',
  'components',
  'pages',
  'routes',
  'domains',
  'features',
]);
const APPS_THAT_TELL = new Set(['www', 'web-site', 'marketing-site', 'storefront-docs']);
const CODE_FILE = /\.(?:py|rb|php|go|java|cs|ex|exs|rs|kt)$/i;

/** `inPackage(depth)`: the folder of so many segments is itself code, as a Python package is without any `src`. */
export function areaOfPath(path: string, inPackage: (depth: number) => boolean = () => false): Area {
  const segments = path.split('/');
  const name = segments.pop() as string;
  const folders = segments.map((segment) => segment.toLowerCase());
  if (isGenerated(folders, name) || EXAMPLE_SCAFFOLD.test(path) || UNPACKED.test(path)) return 'generated';
  if (isTest(segments, folders, name, inPackage)) return 'upkeep';
  const code = codeDepth(folders, inPackage);
  const outer = folders.slice(0, code);
  if (outer.some((folder) => TELLING_FOLDERS.has(folder)) && !isAppFolder(outer, name))
    return areaInDocs(path, folders, name);
  if (folders[0] === 'apps' && APPS_THAT_TELL.has(folders[1] ?? '')) return areaInDocs(path, folders, name);
  if (STORE_LISTING.test(path)) return 'telling';
  const template = folders.some((folder, depth) => depth > 0 && TEMPLATE_FOLDER.test(folder));
  if (template) return 'product';
  if (isManifest(path) || isLock(path) || isVersionFile(path) || isChangelog(path) || SETTINGS.test(name))
    return 'upkeep';
  if (isHidden(folders, name)) return TELLING_PICTURE.test(name) ? 'telling' : 'upkeep';
  if (outer.some((folder) => TOOLING_FOLDERS.has(folder)) || ROOT_TOOLING_FOLDERS.has(folders[0] ?? ''))
    return 'upkeep';
  return code === folders.length && folders.length < 3
    ? areaOfOuterFile(folders, name)
    : areaOfInnerFile(code < folders.length, name);
}

function isGenerated(folders: readonly string[], name: string): boolean {
  if (GENERATED_FILE.test(name)) return true;
  const vendor = folders.indexOf('vendor');
  // `vendor` is also a word of trade: under models or pages it is a part of the product.
  if (vendor >= 0 && !folders.slice(0, vendor).some((folder) => TRADE_FOLDERS.has(folder))) return true;
  return folders.some((folder) => GENERATED_FOLDERS.has(folder) || BUILT_FOLDER.test(folder));
}

function isTest(
  segments: readonly string[],
  folders: readonly string[],
  name: string,
  inPackage: (depth: number) => boolean,
): boolean {
  if (TEST_FILE.test(name)) return true;
  if (segments.some((segment, at) => isTestFolder(segment, folders[at] as string))) return true;
  return folders.slice(0, codeDepth(folders, inPackage)).some((folder) => LOOSE_TEST_FOLDERS.has(folder));
}

function isTestFolder(segment: string, folder: string): boolean {
  if (!/tests?|specs?|e2e|fixture|mock|snapshots|cypress|playwright/i.test(folder)) return false;
  const words = folder.split(/[._-]/).filter((word) => word !== '');
  if (TEST_WORDS.has(words.at(-1) ?? '')) return true;
  return CAMEL_TEST_FOLDER.test(segment) || (words[0] === 'test' && TEST_COMPANY.has(words[1] ?? ''));
}

/** How many folders stand before the first that holds code; all of them when none does. */
function codeDepth(folders: readonly string[], inPackage: (depth: number) => boolean): number {
  const depth = folders.findIndex((folder, at) => CODE_ROOTS.has(folder) || inPackage(at + 1));
  return depth < 0 ? folders.length : depth;
}

/** A web application may be called `blog`: code of a server language in it is the application. */
function isAppFolder(outer: readonly string[], name: string): boolean {
  return outer.includes('blog') && CODE_FILE.test(name);
}

function areaInDocs(path: string, folders: readonly string[], name: string): Area {
  if (isManifest(path) || isLock(path) || isChangelog(path)) return 'upkeep';
  if (folders.some((folder) => INNER_DOCS.has(folder)) || isInnerProse(name) || PLAN_IN_DOCS.test(name))
    return 'upkeep';
  return 'telling';
}

function isInnerProse(name: string): boolean {
  return INNER_PROSE.test(name) && PROSE_OR_PLAIN.test(name);
}

function isHidden(folders: readonly string[], name: string): boolean {
  return name.startsWith('.') || folders.some((folder) => folder.startsWith('.'));
}

/** A file at the root, or in a folder of one package that is no code root. */
function areaOfOuterFile(folders: readonly string[], name: string): Area {
  if (README.test(name)) return 'telling';
  if (isInnerProse(name) || (folders.length === 0 && PLAN_AT_ROOT.test(name))) return 'upkeep';
  if (PROSE.test(name) || TELLING_PICTURE.test(name)) return 'telling';
  if (folders.length > 0) return 'product';
  if (PICTURE.test(name)) return 'telling';
  if (/\.txt$/i.test(name)) return 'telling';
  return ROOT_SETTINGS.test(name) && !ACTION.test(name) ? 'upkeep' : 'product';
}

/** Prose in code is content or a prompt; a README there is for builders. */
function areaOfInnerFile(inCode: boolean, name: string): Area {
  if (README.test(name)) return inCode ? 'upkeep' : 'telling';
  if (isInnerProse(name)) return 'upkeep';
  if (!inCode && PROSE.test(name)) return 'telling';
  return 'product';
}
