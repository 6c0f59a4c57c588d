/** Which files of a repository are documents of its product, told by their paths alone. */

const README = /^readme(?:\.[a-z]+)?$/i;

/** Text that people read as it is, best first: the order in which hosts choose the README to show. */
const TEXT = ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rst', 'adoc', 'asciidoc', 'rdoc', 'org', 'textile', 'txt', ''];

/** Folders whose pages speak to customers, wherever they stand in the tree. */
const DOC_FOLDERS = new Set(['doc', 'docs', 'documentation', 'guide', 'guides', 'manual', 'site', 'website']);

/** Folders whose texts are material for tests, other people's, generated, or copied into a customer's project. */
const SKIPPED = new Set(
  [
    'fixture fixtures __fixtures__ test tests __tests__ spec testdata test-data e2e __snapshots__ snapshots',
    'node_modules vendor vendored third_party third-party bower_components playground template templates',
    'dist build out target coverage tmp versioned_docs',
  ].flatMap((line) => line.split(' ')),
);

const CHANGELOG = /^(?:changelog|changes|history|news|release[-_ ]?notes?|releases)(?:[-_.].*)?$/i;

/** Words in a path that say the page is about what was, or is only meant: it offers nothing as it is now. */
const PAST =
  /(?:^|[/_.-])(?:migrat\w*|upgrad\w*|release[-_]?notes?|changelog|changes|history|whats[-_]?new|deprecat\w*|legacy|archived?|blog|news|rfcs?|adrs?|decisions?|proposals?|plans?|specs?|designs?|brainstorm|notes|post-?mortem|roadmap|\d{4}-\d{2}-\d{2})(?=$|[/_.-])/i;
const VERSIONED = /(?:^|\/)(?:version-|v)?\d+\.(?:\d+|x)(?:\.[\dx]+)?(?:[-_a-z]*)?(?:\/|\.\w+$)/i;

/** Languages that documentation is translated into most; `en` is the text itself. */
const LANGUAGES = new Set(
  'ar bg bn ca cs da de el es et fa fi fr he hi hr hu id it ja kk ko lt lv ms nb nl no pl pt ro ru sk sl sr sv ta th tr uk vi zh zht zhs cn jp kr tw br'.split(
    ' ',
  ),
);

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** How good a root README a path is: 0 is best, null when it is none. */
export function readmeRank(path: string): number | null {
  if (path.includes('/') || !README.test(path)) return null;
  const rank = TEXT.indexOf(extensionOf(path));
  return rank < 0 ? null : rank;
}

export function isReadme(path: string): boolean {
  const name = nameOf(path);
  return README.test(name) && TEXT.includes(extensionOf(name));
}

function isSkipped(folders: readonly string[]): boolean {
  return folders.some(
    (folder) => SKIPPED.has(folder.toLowerCase()) || folder.startsWith('.') || folder.startsWith('template-'),
  );
}

/** True for READMEs below the root and for pages of text in a folder of documentation. */
export function isDocument(path: string): boolean {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  if (folders.length === 0 || isSkipped(folders) || CHANGELOG.test(name)) return false;
  if (isReadme(path)) return true;
  const extension = extensionOf(name);
  return (
    extension !== '' && TEXT.includes(extension) && folders.some((folder) => DOC_FOLDERS.has(folder.toLowerCase()))
  );
}

/** True for pages about what was, and for translations: neither offers anything about the product as it is. */
export function speaksOfThePast(path: string): boolean {
  return PAST.test(path) || VERSIONED.test(path) || isTranslation(path);
}

/** A folder or file end that names a language: `docs/ja/`, `README.zh-CN.md`, `README-ko.md`, `i18n/`. */
function isTranslation(path: string): boolean {
  return path
    .toLowerCase()
    .split('/')
    .some((part) => {
      if (/^(?:i18n|l10n|locales?|translations?)$/.test(part) || isLanguage(part)) return true;
      const ending = /^[\w-]*?[-_.]([a-z]{2,3}(?:[-_][a-z]{2,4})?)\.[a-z]+$/.exec(part)?.[1];
      return ending !== undefined && isLanguage(ending);
    });
}

function isLanguage(part: string): boolean {
  return part.length <= 7 && LANGUAGES.has(part.split(/[-_]/)[0] ?? '') && /^[a-z]{2,3}(?:[-_][a-z]{2,4})?$/.test(part);
}

/** READMEs first, then what lies nearer to the root: what a cap leaves out is then the least read. */
export function byNearness(a: string, b: string): number {
  const readme = Number(isReadme(b)) - Number(isReadme(a));
  if (readme !== 0) return readme;
  const depth = a.split('/').length - b.split('/').length;
  if (depth !== 0) return depth;
  return a < b ? -1 : a > b ? 1 : 0;
}
