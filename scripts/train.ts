/**
 * Trains the models that ship: `node scripts/train.ts <folder of data>` writes src/language/classify/weights. The same data
 * give the same bytes. Learns only from what may be shipped, and never from the parts that bench/kinds.ts measures on.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { featuresOf } from '#language/classify/features.ts';
import { learnEach, learnExclusive } from '#language/classify/learn.ts';
import type { Model } from '#language/classify/model.ts';
import { pack } from '#language/classify/packed.ts';
import { KINDS, MOOD, PROBLEM_OR_REQUEST, REQUIREMENT, ROLES } from '#language/classify/settings.ts';
import { type Labelled, oldIssues, requirements, senti4sd } from '../bench/kinds/data.ts';
import { kindExamples, roleRows } from '../bench/kinds/examples.ts';
import { statements } from '../bench/kinds/statements.ts';

/** Weights kept for each head; with twice as many no figure moved. */
const KEPT = 40_000;

const WEIGHTS = fileURLToPath(new URL('../src/language/classify/weights/', import.meta.url));

function write(name: string, what: string, model: Model): void {
  const packed = pack(model, KEPT);
  const text = `/** ${what} Written by scripts/train.ts. */
import type { PackedModel } from '../packed.ts';

// biome-ignore format: one line for each head
export const ${name.toUpperCase()}: PackedModel = ${JSON.stringify(packed).replace(/\{"label"/g, '\n{"label"')};
`;
  writeFileSync(`${WEIGHTS}${name}.ts`, text);
  console.log(`${name}: ${Math.round(text.length / 1000)} kB`);
}

function exclusive(
  rows: readonly Labelled[],
  settings: Parameters<typeof learnExclusive>[3] & { labels: readonly string[] },
): Model {
  return learnExclusive(
    settings.labels,
    rows.map(({ text }) => featuresOf(text)),
    rows.map(({ label }) => label),
    settings,
  );
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder of data: node scripts/train.ts <folder>');
write('mood', 'Negative, neutral or positive.', exclusive(senti4sd(folder, 'train'), MOOD));
write(
  'requirement',
  'Matters to whoever builds the product, or noise.',
  exclusive(await requirements(folder), REQUIREMENT),
);
write(
  'tracker',
  'Problem or request, of an issue with title and text.',
  exclusive(await oldIssues(folder), PROBLEM_OR_REQUEST),
);
const said = await statements(folder);
write(
  'kinds',
  'Problem, request, question, praise, leaving; several may hold.',
  learnEach(KINDS.labels, await kindExamples(folder, said), KINDS),
);
write('roles', 'Ask, reason, situation or other, of one sentence.', exclusive(roleRows(said), ROLES));
