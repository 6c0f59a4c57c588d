/** Reads the import specifiers of a module, with the line they stand on and whether they are of types alone. */

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `import type` or `export type`: nothing of it is left at run time. */
  readonly types: boolean;
}

const STATIC = /^(import|export)\s+(type\s+)?(?:[\w*\s{},$]*?\s?from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

export function importsOf(code: string): Import[] {
  const found: Import[] = [];
  for (const match of code.matchAll(STATIC)) {
    found.push({ specifier: match[3] ?? '', line: lineAt(code, match.index), types: match[2] !== undefined });
  }
  for (const match of code.matchAll(DYNAMIC)) {
    found.push({ specifier: match[1] ?? '', line: lineAt(code, match.index), types: false });
  }
  return found;
}

function lineAt(code: string, index: number): number {
  return code.slice(0, index).split('\n').length;
}
