/** `npm run readme -- <repository>` puts the head of a real reading into the README, as 100 columns print it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The head of a reading: what the year went into. The rest is in the guide. */
const HEAD_ENDS = '\n THE LOOP';
const [target = '.'] = process.argv.slice(2);
const REGION = /<!-- reading -->[\s\S]*?<!-- \/reading -->/;

// A store of its own, so that nothing that was read before has a say.
const home = mkdtempSync(join(tmpdir(), 'bifocal-readme-'));
const run = spawnSync(process.execPath, ['src/cli/main.ts', target], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, BIFOCAL_HOME: home, COLUMNS: '100', NO_COLOR: '1' },
});
rmSync(home, { recursive: true, force: true });

if (run.status !== 0) {
  console.error(`The reading did not come about:\n${run.stderr}`);
  process.exitCode = 1;
} else {
  const head = run.stdout.split(HEAD_ENDS)[0]?.trimEnd() ?? '';
  const name = head.trim().split(' ')[0];
  const block = `<!-- reading -->\n\n\`\`\`text\n$ bifocal ../${name}\n\n${head}\n\`\`\`\n\n<!-- /reading -->`;
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  writeFileSync(
    join(root, 'README.md'),
    readme.replace(REGION, () => block),
  );
  console.log('README.md shows the newest reading.');
}
