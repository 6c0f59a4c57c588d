/** What the product calls itself: its remote's address, else a manifest at the commit read, else its README. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { readHeads, readTexts } from './documents-objects.ts';
import { toldPlace } from './told-place.ts';

/** Manifests at the root, in the order they are believed. `*.gemspec` is named after its file. */
const MANIFESTS: readonly (readonly [path: string, name: (text: string) => string | undefined])[] = [
  ['package.json', nameInJson],
  ['Cargo.toml', (text) => inSection(text, 'package')],
  ['pyproject.toml', (text) => inSection(text, 'project') ?? inSection(text, 'tool.poetry')],
  ['setup.cfg', (text) => inSection(text, 'metadata')],
  ['setup.py', (text) => /\bname\s{0,4}=\s{0,4}["']([^"'\n]{1,100})["']/.exec(text)?.[1]],
  ['go.mod', (text) => lastSegment((/^module[ \t]+(\S{1,300})/m.exec(text)?.[1] ?? '').replace(/\/v\d+$/, ''))],
];

const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.rst', 'README', 'README.markdown'];

/** A manifest or README larger than this is not read for a name. */
const LONGEST = 200_000;

/** What many repositories call their root package without meaning the product. */
const NAMELESS = /^(?:root|monorepo|workspace|workspaces|repo|repository|project|app|main|src|source|packages|git)$/;

export async function readProductName(git: Git, head: string, folder: string): Promise<string | null> {
  return meaningful(lastSegment(await toldPlace(git).remote)) ?? (await inTree(git, head)) ?? inPath(folder);
}

async function inTree(git: Git, head: string): Promise<string | null> {
  let files: ReadonlyMap<string, string>;
  try {
    files = await rootFiles(git, head);
  } catch (error) {
    // A clone without trees or contents still has a folder to be named after.
    if (error instanceof BifocalError && error.code === 'GIT_FAILED') return null;
    throw error;
  }
  const wanted = [...MANIFESTS.map(([manifest]) => manifest), ...READMES].filter((path) => files.has(path));
  const blobs = wanted.map((path) => files.get(path) as string);
  const small = (await readHeads(git, blobs)).map((head) => head !== null && head.size <= LONGEST);
  const read = await readTexts(
    git,
    blobs.filter((_, at) => small[at]),
  );
  const texts = new Map(wanted.filter((_, at) => small[at]).map((path, at) => [path, read[at]?.text ?? '']));
  for (const [path, name] of MANIFESTS) {
    const found = meaningful(name(texts.get(path) ?? ''));
    if (found !== null) return found;
  }
  const gemspec = [...files.keys()].find((path) => path.endsWith('.gemspec'));
  if (gemspec !== undefined) return gemspec.slice(0, -'.gemspec'.length);
  return meaningful(firstHeading(READMES.map((path) => texts.get(path)).find((text) => text) ?? ''));
}

/** Path to blob of the files at the root. */
async function rootFiles(git: Git, head: string): Promise<ReadonlyMap<string, string>> {
  const listed = (await git.text(['ls-tree', '-z', '--full-tree', head])).split('\0');
  return new Map(
    listed.flatMap((entry) => {
      const [mode, type, blob = '', path] = entry.split(/[ \t]/, 4);
      return type === 'blob' && mode !== '120000' && path !== undefined ? [[path, blob] as const] : [];
    }),
  );
}

function nameInJson(text: string): string | undefined {
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' ? lastSegment(name) : undefined;
  } catch {
    return undefined;
  }
}

/** `name = "x"` in one section of a TOML or INI file. */
function inSection(text: string, section: string): string | undefined {
  let inside = false;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed.startsWith('[')) inside = trimmed.startsWith(`[${section}]`);
    else if (inside && trimmed.startsWith('name')) {
      const name = /^name\s*=\s*["']?([^"'\s]{1,100})/.exec(trimmed)?.[1];
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** The words of the first heading of the first rank, up to a colon or dash: what follows them is a motto. */
function firstHeading(text: string): string {
  const start = text.slice(0, 5_000);
  const html = start.search(/<h1[ >]/i);
  const mark = start.search(/^# /m);
  const isMark = mark !== -1 && (html === -1 || mark < html);
  if (!isMark && html === -1) return '';
  const heading = isMark ? start.slice(mark + 2).split('\n', 1)[0] : start.slice(html).split(/<\/h1/i, 1)[0];
  const words = (heading as string).replace(/<[^>]{0,300}>|!\[[^\]]{0,200}\]|\]\([^)]{0,300}\)|[[*_`#]/g, ' ');
  const line = words.split('\n').find((one) => /[\p{L}\p{N}]/u.test(one)) ?? '';
  return (line.split(/\s[-–—|:]\s|:\s/, 1)[0] as string).replace(/\s+/g, ' ').trim().slice(0, 40);
}

/** `widget` of `git@host:owner/widget.git`, `https://host/widget/`, `../widget/.git`, `@scope/widget`. */
function lastSegment(address: string): string {
  const parts = address.split(/[/\\:]/).map((part) => part.replace(/\.(?:git|bundle)$/, ''));
  return parts.findLast((part) => part !== '') ?? '';
}

/** The innermost folder that is named after something. */
function inPath(folder: string): string | null {
  const names = folder.split(/[/\\]/).map((part) => meaningful(lastSegment(part)));
  return names.findLast((name) => name !== null) ?? null;
}

/** A name that names something, without what only says that it is a repository. */
function meaningful(name: string | undefined): string | null {
  const bare = (name ?? '').trim().replace(/[-_.](?:monorepo|root|workspace|repo|all)$/i, '');
  return bare === '' || NAMELESS.test(bare.toLowerCase()) ? null : bare.slice(0, 100);
}
