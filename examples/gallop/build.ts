/** `npm run gallop -- <folder>` rebuilds Gallop's repository there; without a folder it writes the evidence files beside this one anew. */
import { fileURLToPath } from 'node:url';
import { buildRepository } from './weave/repository.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const [target] = process.argv.slice(2);

try {
  if (target !== undefined) {
    const { commits, shas } = buildRepository(HERE, target);
    console.log(`${commits.length} commits in ${target}, head ${shas.get(commits.length)}`);
  } else {
    const { writeEvidence } = await import('./weave/evidence.ts');
    for (const line of await writeEvidence(HERE)) console.log(line);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
