/** `npm run readme` puts a real reading of this repository into the README, as a terminal of 100 columns prints it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const REGION = /<!-- reading -->[\s\S]*?<!-- \/reading -->/;

// A store of its own, so that nothing that was read before has a say.
const home = mkdtempSync(join(tmpdir(), 'bifocal-readme-'));
const run = spawnSync(process.execPath, ['--conditions=bifocal-source', 'src/cli/main.ts', '.'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, BIFOCAL_HOME: home, COLUMNS: '100', NO_COLOR: '1' },
});
rmSync(home, { recursive: true, force: true });

if (run.status !== 0) {
  console.error(`The reading did not come about:\n${run.stderr}`);
  process.exitCode = 1;
} else {
  const block = `<!-- reading -->\n\n\`\`\`text\n$ bifocal\n\n${run.stdout.trimEnd()}\n\`\`\`\n\n<!-- /reading -->`;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  writeFileSync(
    join(root, 'README.md'),
    readme.replace(REGION, () => block),
  );
  console.log('README.md shows the newest reading.');
}
