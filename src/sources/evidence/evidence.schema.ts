/** The evidence format, version 1: what `manifest.json` and one line of a `.jsonl` file may hold. Guide: docs/guide/evidence-format.md. */
import { z } from 'zod';
import { EVIDENCE_KINDS } from '#core/evidence.ts';

const EVIDENCE_FORMAT = 'bifocal.evidence/1';

/** An id longer than this is a text by mistake (the store cuts at 500 and adds a digest). */
const Id = z.string().min(1).max(2_000);
const Text = z.string().max(4_000_000);
const Word = z.string().min(1).max(200);

/** `2024-01-02`, or an instant with its zone: a time of day without one names a different moment on every machine. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

const Time = z
  .union([z.int(), z.string().regex(ISO)])
  .describe('An ISO 8601 day (midnight UTC) or instant with its zone, or milliseconds since 1970 in UTC.');

const Author = z
  .strictObject({
    space: Word.describe('Where the handle is unique: `email`, `github.com`, `shop.example`.'),
    handle: Word,
    name: z.string().max(400).optional(),
    alias: z
      .strictObject({ space: Word, handle: Word, because: Word.describe('What shows that both are one person.') })
      .optional(),
  })
  .describe('Kept as a keyed pseudonym, never as the handle.');

export const EvidenceManifest = z
  .strictObject({
    format: z.literal(EVIDENCE_FORMAT),
    product: z.strictObject({
      name: Word,
      kind: Word.describe('`software`, `drink`, `shop`, `service` …'),
      customers: Word.optional().describe('What customers are called in sentences: `guests`, `members` …'),
    }),
    origin: Word.optional().describe(
      'The origin of rows that name none. Without it: `evidence:` and the product’s name.',
    ),
    observedUntil: Time.optional().describe(
      'The time up to which these files are complete. Without it: the newest row.',
    ),
  })
  .describe('manifest.json of an evidence folder.');

export const EvidenceRow = z
  .strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    type: Word.describe('What it is within its kind: `commit`, `issue`, `review`, `readme` …'),
    externalId: Id.describe(
      'Its id where it comes from. Kind, origin and external id make one row; a later one replaces it.',
    ),
    at: Time.describe('When it happened or was said.'),
    author: Author.nullable().optional(),
    origin: Word.optional(),
    threadId: Id.nullable().optional().describe('The conversation, page or product that it belongs to.'),
    changedAt: Time.nullable().optional(),
    title: Text.nullable().optional(),
    body: Text.nullable().optional(),
    url: z.string().max(4_000).nullable().optional(),
    lang: z.string().max(40).nullable().optional().describe('BCP 47: `en`, `pt-BR`.'),
    line: Word.nullable().optional().describe('The product line, where a product has several.'),
    version: Word.nullable().optional(),
    amount: z.number().nullable().optional().describe('The number of a rating, a price, a point on a scale.'),
    data: z.record(z.string().max(200), z.json()).nullable().optional(),
    gone: z.boolean().optional().describe('It was there and is not any more.'),
  })
  .describe('One line of a .jsonl file: one piece of evidence.');
export type EvidenceRow = z.infer<typeof EvidenceRow>;

/** Published as docs/reference/evidence.schema.json. */
export function evidenceJsonSchema(): Record<string, unknown> {
  const { $schema, $defs, ...row } = z.toJSONSchema(EvidenceRow, { io: 'input' });
  const { $schema: _, $defs: more, ...manifest } = z.toJSONSchema(EvidenceManifest, { io: 'input' });
  return {
    $schema,
    title: EVIDENCE_FORMAT,
    description: 'One line of a .jsonl file of an evidence folder; its manifest.json is under $defs/manifest.',
    $ref: '#/$defs/row',
    $defs: { row, manifest, ...$defs, ...more },
  };
}
