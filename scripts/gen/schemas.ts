/** The published JSON schemas, from the same zod schemas that the program checks its own output and input with. */
import { z } from 'zod';
import { Reading } from '#core/reading.ts';
import type { GeneratedFile } from './generated-file.ts';

export function schemas(): GeneratedFile[] {
  return [schema('reading', 'A reading, as `bifocal reflect --json` prints it.', Reading)];
}

function schema(name: string, description: string, type: z.ZodType): GeneratedFile {
  const { $schema, ...rest } = z.toJSONSchema(type);
  return {
    path: `docs/reference/${name}.schema.json`,
    text: `${JSON.stringify({ $schema, title: name, description, ...rest }, null, 2)}\n`,
  };
}
