/** Kettle: two years of a small invented product, as a real repository, with releases, notes, docs and one thing gone. */
import { DAY } from '#core/time.ts';
import { GitWorld, type Made } from './git-world.ts';

const START = Date.UTC(2024, 0, 8);
const MAKERS = ['Ada Maker <ada@example.org>', 'Ben Tinker <ben@example.org>', 'Cy Polish <cy@example.org>'];

/** Weekly changes for two years, a release every four weeks but none in the last twelve. */
export function kettle(options: { bare?: boolean } = {}): GitWorld {
  const world = new GitWorld({ ...options, name: 'kettle' });
  world.commit('feat: boil water', {
    at: START,
    author: MAKERS[0] ?? '',
    files: {
      'package.json': '{"name":"kettle","bin":{"kettle":"src/main.ts"}}\n',
      'README.md': readme(['--watch']),
      'CHANGELOG.md': '# Changelog\n',
      'src/main.ts': `${body('main', 0)}\nconst watch = argv.includes('--watch');\n`,
      ...Object.fromEntries(Array.from({ length: 40 }, (_, part) => [`src/part-${part}.ts`, body(`part ${part}`, 0)])),
    },
  });
  const notes: string[] = [];
  let last: Made | null = null;
  for (let week = 1; week <= 104; week += 1) {
    const at = START + week * 7 * DAY;
    for (let change = 0; change < 2; change += 1) last = workOf(world, week, change, at + change * DAY);
    if (week === 90) dropWatch(world, at + 3 * DAY);
    if (week % 4 === 0 && week <= 92) last = release(world, week / 4, at + 4 * DAY, notes);
  }
  if (last === null) throw new Error('the kettle never boiled');
  world.save();
  return world;
}

function workOf(world: GitWorld, week: number, change: number, at: number): Made {
  const part = (week * 2 + change) % 40;
  const fix = (week + change) % 3 === 0;
  return world.commit(
    fix ? `fix: part ${part} no longer drips (#${week})` : `feat: part ${part} whistles in week ${week}`,
    {
      at,
      author: MAKERS[(week + change) % MAKERS.length] ?? '',
      files: { [`src/part-${part}.ts`]: body(`part ${part}`, week) },
    },
  );
}

function dropWatch(world: GitWorld, at: number): void {
  world.commit('Drop --watch: nobody can make it hold on a slow disk', {
    at,
    files: { 'src/main.ts': body('main', 90) },
  });
}

function release(world: GitWorld, minor: number, at: number, notes: string[]): Made {
  notes.unshift(
    `## [1.${minor}.0] - ${new Date(at).toISOString().slice(0, 10)}\n\n### Added\n\n- parts that whistle\n`,
  );
  const made = world.commit(`chore: release 1.${minor}.0`, {
    at,
    files: { 'CHANGELOG.md': `# Changelog\n\n${notes.join('\n')}` },
  });
  world.tag(`v1.${minor}.0`, made, { message: `Kettle 1.${minor}.0`, at });
  return made;
}

function readme(flags: readonly string[]): string {
  return `# Kettle\n\nBoils water.\n\n## Usage\n\n\`\`\`sh\n${flags.map((flag) => `kettle ${flag}`).join('\n')}\n\`\`\`\n`;
}

/** Forty lines, a few of which differ from week to week. */
function body(name: string, week: number): string {
  return Array.from(
    { length: 40 },
    (_, line) => `// ${name}, line ${line}${line % 10 === 3 ? ` as of week ${week}` : ''}`,
  ).join('\n');
}
