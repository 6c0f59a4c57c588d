/** The published JSON schemas, from the same zod schemas that the program checks its own output and input with. */
import { z } from 'zod';
import { Reading } from '#core/reading.ts';
import { evidenceJsonSchema } from '#sources/evidence/evidence.schema.ts';
import type { GeneratedFile } from './generated-file.ts';

export function schemas(): GeneratedFile[] {
  return [file('reading', readingJsonSchema()), file('evidence', evidenceJsonSchema())];
}

function readingJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(Reading);
  return { $schema, title: 'bifocal.reading/1', description: 'What `bifocal reflect --json` prints.', ...rest };
}

function file(name: string, schema: Record<string, unknown>): GeneratedFile {
  return { path: `docs/reference/${name}.schema.json`, text: `${JSON.stringify(schema, null, 2)}\n` };
}
