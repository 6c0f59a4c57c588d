/** Holds the order of the house: who may import whom, how an import is written, and that nothing goes in a circle. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { type Import, importsOf } from './imports-of.ts';
import { allowance, LAYERS, mayImport } from './layers.ts';
import { files, text } from './tree.ts';

interface Edge extends Import {
  readonly from: string;
  /** A path from the root, or null for packages and Node's own modules. */
  readonly to: string | null;
}

const modules = files(/^(src|web)\/.*\.tsx?$/);
/** Tests and their cases may look wherever they need to; the order is for what runs. */
const running = modules.filter((path) => !/\.(test|cases)\.tsx?$/.test(path));
const edges = running.flatMap((from) =>
  importsOf(text(from)).map((found): Edge => ({ ...found, from, to: resolved(from, found.specifier) })),
);

function resolved(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return null;
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** How the program comes to an edge: from the command line's door, module by module. */
function chainTo(edge: Edge): string {
  const cameFrom = new Map<string, string | null>([['src/cli/main.ts', null]]);
  for (const path of cameFrom.keys()) {
    for (const { from, to } of edges) if (from === path && to !== null && !cameFrom.has(to)) cameFrom.set(to, path);
  }
  const chain = [edge.to ?? edge.specifier];
  for (let at: string | null = edge.from; at !== null; at = cameFrom.get(at) ?? null) chain.unshift(at);
  return chain.join('\n    → ');
}

function offence(edge: Edge, because: string): string {
  return `${edge.from}:${edge.line} imports ${edge.specifier}: ${because}\n    ${chainTo(edge)}`;
}

test('every folder of src is in the table of the house', () => {
  const folders = [...new Set(files(/^src\/[^/]+\//).map(folderOf))];
  expect(folders.filter((folder) => !LAYERS.some((layer) => layer.folder === folder))).toEqual([]);
});

test('a folder imports only what the table of the house allows', () => {
  const offences = edges
    .filter(({ from, to }) => from.startsWith('src/') && to?.startsWith('src/'))
    .filter(({ from, to, types }) => !mayImport(folderOf(from), folderOf(to ?? ''), types))
    .map((edge) => offence(edge, allowance(folderOf(edge.from))));
  expect(offences.join('\n')).toBe('');
});

test('the web app imports only types, and only of core and report', () => {
  const offences = edges
    .filter(({ from, to }) => from.startsWith('web/') && to?.startsWith('src/'))
    .filter(({ to, types }) => !types || !['core', 'report'].includes(folderOf(to ?? '')))
    .map((edge) => offence(edge, 'web may import types of core and report'));
  expect(offences.join('\n')).toBe('');
});

test('an import says .ts, and is written # across folders of src and ./ among neighbours', () => {
  const offences = edges
    .filter(({ from, to }) => from.startsWith('src/') && to !== null)
    .filter(({ from, to, specifier }) => {
      if (!specifier.endsWith('.ts')) return true;
      if (!specifier.startsWith('#')) return folderOf(from) !== folderOf(to ?? '');
      return posix.dirname(from) === posix.dirname(to ?? '');
    })
    .map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`);
  expect(offences.join('\n')).toBe('');
});

test('every import leads to a file', () => {
  const offences = edges
    .filter(({ to }) => to !== null && !modules.includes(to))
    .map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`);
  expect(offences.join('\n')).toBe('');
});

test('no module imports itself by a roundabout way', () => {
  const value = edges.filter(({ types, to }) => !types && to !== null);
  const next = new Map(
    running.map((path) => [path, value.filter(({ from }) => from === path).map(({ to }) => to ?? '')]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join('\n    → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const other of next.get(path) ?? []) visit(other, [...trail, path]);
    done.add(path);
  };
  for (const path of running) visit(path, []);
  expect(circles.join('\n')).toBe('');
});
