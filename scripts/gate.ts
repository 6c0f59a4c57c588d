/** `npm test`: every check that a change must pass, one line each, two at a time; the last line counts. */
import { fileURLToPath } from 'node:url';
import { BUILD, type Outcome, STEPS, type Step } from './gate/steps.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LANES = 2;

async function take(step: Step): Promise<Outcome> {
  const begun = performance.now();
  const outcome = await step.run(root);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  const note = outcome.note === undefined ? '' : ` (${outcome.note})`;
  console.log(`${outcome.ok ? 'ok    ' : 'failed'} ${seconds} s  ${step.name}${note}`);
  if (!outcome.ok) console.log(`${outcome.output}\n       to mend it: ${step.remedy}\n`);
  return outcome;
}

/** Each lane takes the next step as soon as it is free. */
async function takeAll(steps: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.push(await take(step));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

// Before everything else, because tests of the built command line run what it writes.
const outcomes = [await take(BUILD), ...(await takeAll(STEPS))];

const skipped = outcomes.flatMap((outcome) => outcome.skipped);
for (const name of skipped) console.log(`not run: ${name}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
