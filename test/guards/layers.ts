/** Which folder of src may import which: the table of the house, as data. A folder may always import itself. */

interface Layer {
  readonly folder: string;
  readonly imports: readonly string[];
  /** Folders of which only types may be imported. */
  readonly types: readonly string[];
}

function layer(folder: string, imports: readonly string[], types: readonly string[] = []): Layer {
  return { folder, imports, types };
}

export const LAYERS: readonly Layer[] = [
  layer('core', []),
  layer('language', ['core']),
  layer('store', ['core']),
  layer('sources', ['core']),
  layer('facts', ['core', 'language'], ['store']),
  layer('audits', ['core'], ['facts']),
  layer('findings', ['core'], ['facts']),
  layer('reading', ['core', 'audits']),
  layer('bridge', ['core', 'reading']),
  layer('mirror', ['core'], ['store']),
  layer('report', ['core']),
  layer('engine', [
    'core',
    'language',
    'store',
    'sources',
    'facts',
    'audits',
    'findings',
    'reading',
    'bridge',
    'mirror',
  ]),
  layer('server', ['core', 'store', 'engine', 'mirror', 'report']),
  layer('cli', ['core', 'engine', 'report', 'server']),
];

/** What `folder` may import, in words, for the guard's message. */
export function allowance(folder: string): string {
  const found = LAYERS.find((one) => one.folder === folder);
  if (!found) return `${folder} is no folder of the house`;
  const words = [...found.imports, ...found.types.map((name) => `types of ${name}`)];
  return `${folder} may import ${words.length === 0 ? 'nothing' : words.join(', ')}`;
}

export function mayImport(folder: string, other: string, typesOnly: boolean): boolean {
  if (folder === other) return true;
  const found = LAYERS.find((one) => one.folder === folder);
  if (!found) return false;
  return found.imports.includes(other) || (typesOnly && found.types.includes(other));
}
