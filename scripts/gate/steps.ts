/** The steps of the gate: what each runs, and the command that mends what it finds. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, type Report } from './count-tests.ts';
import { type Ran, runCommand } from './run-command.ts';

export interface Outcome {
  readonly ok: boolean;
  /** Shown after the step's name. */
  readonly note?: string;
  /** Shown when it failed. */
  readonly output: string;
  readonly passed: number;
  readonly failed: number;
  /** Tests that said what they need and did not find. */
  readonly skipped: readonly string[];
}

export interface Step {
  readonly name: string;
  readonly remedy: string;
  run(root: string): Promise<Outcome>;
}

const SOURCE = ['--disable-warning=ExperimentalWarning'];

const KNIP = ['node_modules/.bin/knip', '--treat-config-hints-as-errors'];

export const BUILD: Step = step('build', 'npm run build', [process.execPath, ...SOURCE, 'scripts/build.ts']);

/** Independent of one another; the longest first, so that two cores are kept busy to the end. */
export const STEPS: readonly Step[] = [
  { name: 'tests', remedy: 'node_modules/.bin/vitest run <file>', run: tests },
  step('generated files', 'npm run gen', [process.execPath, ...SOURCE, 'scripts/gen.ts', '--check']),
  step('formatting and lint', 'npm run format', ['node_modules/.bin/biome', 'check', '--error-on-warnings', '.']),
  step('types', 'node_modules/.bin/tsc -p .', ['node_modules/.bin/tsc', '--noEmit', '-p', '.']),
  step('types of the app', 'node_modules/.bin/tsc -p web', ['node_modules/.bin/tsc', '--noEmit', '-p', 'web']),
  step('unused code', 'remove it, or knip --fix', KNIP),
  step('package', 'see "files" in package.json', [process.execPath, ...SOURCE, 'scripts/gate/check-package.ts']),
];

function step(name: string, remedy: string, command: readonly string[]): Step {
  return { name, remedy, run: async (root) => outcomeOf(await runCommand(root, command)) };
}

function outcomeOf({ ok, output }: Ran): Outcome {
  return { ok, output, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
}

async function tests(root: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-gate-'));
  try {
    const file = join(folder, 'vitest.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const ran = await runCommand(root, ['node_modules/.bin/vitest', 'run', ...reporters]);
    const count = countTests(reportIn(file));
    const silent = count.silent.map((name) => `left out without a reason: ${name}`).join('\n');
    // Vitest also fails for errors outside of any test, which its report does not list.
    const beside = !ran.ok && count.failed === 0 ? 1 : 0;
    const failed = count.failed + beside + (count.passed === 0 ? 1 : 0);
    return {
      ok: failed === 0,
      note: `${count.passed} passed`,
      output: `${ran.output}\n${silent}`.trim(),
      passed: count.passed,
      failed,
      skipped: count.excused.map((name) => name.replace(root, '')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty report when Vitest did not come so far as to write one. */
function reportIn(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { testResults: [] };
    throw error;
  }
}
