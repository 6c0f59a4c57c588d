/** The registries of audits, facts and sources: sorted static imports, so that types and searches find every unit. */
import { type GeneratedFile, HEADER, identifierOf, unitFilesIn, unitsIn } from './generated-file.ts';

export function registries(root: string): GeneratedFile[] {
  return [
    {
      path: 'src/audits/registry.ts',
      text: auditRegistry(unitsIn(root, 'src/audits')),
    },
    {
      path: 'src/findings/registry.ts',
      text: findingRegistry(unitsIn(root, 'src/findings')),
    },
    {
      path: 'src/facts/registry.ts',
      text: factRegistry(unitFilesIn(root, 'src/facts')),
    },
    {
      path: 'src/sources/registry.ts',
      text: sourceRegistry(unitsIn(root, 'src/sources')),
    },
  ];
}

function auditRegistry(ids: readonly string[]): string {
  return [
    `/** Every audit, by id. ${HEADER} */`,
    "import type { Audit } from '#core/audit.ts';",
    ...ids.map((id) => `import ${identifierOf(id)} from './${id}/${id}.ts';`),
    '',
    `export const AUDITS: readonly Audit[] = [${ids.map(identifierOf).join(', ')}];`,
    '',
  ].join('\n');
}

function findingRegistry(ids: readonly string[]): string {
  return [
    `/** Every kind of finding, by id. ${HEADER} */`,
    "import type { FindingKind } from '#core/finding.ts';",
    ...ids.map((id) => `import ${identifierOf(id)} from './${id}/${id}.ts';`),
    '',
    `export const FINDINGS: readonly FindingKind[] = [${ids.map(identifierOf).join(', ')}];`,
    '',
  ].join('\n');
}

function factRegistry(ids: readonly string[]): string {
  return [
    `/** Every fact, by id. ${HEADER} */`,
    "import type { Fact } from './define-fact.ts';",
    ...ids.map((id) => `import ${identifierOf(id)} from './${id}.ts';`),
    '',
    `export const FACTS: readonly Fact[] = [${ids.map(identifierOf).join(', ')}];`,
    '',
  ].join('\n');
}

/** Sources load when they are used: each brings its own client libraries. */
function sourceRegistry(ids: readonly string[]): string {
  return [
    `/** Every source, by id, loaded when it is used. ${HEADER} */`,
    "import type { Source } from '#core/source.ts';",
    '',
    'export const SOURCES: Readonly<Record<string, () => Promise<Source>>> = {',
    ...ids.map((id) => `  ${key(id)}: async () => (await import('./${id}/${id}.ts')).default,`),
    '};',
    '',
  ].join('\n');
}

function key(id: string): string {
  return id.includes('-') ? `'${id}'` : id;
}
