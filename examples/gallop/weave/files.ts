/** Gallop's files as the diary builds them: rules kept as named lines, recorded rides as tests, pages as paragraphs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Notes } from './shipped.ts';

export type Tree = ReadonlyMap<string, string>;

/** Pages that are kept whole in claimed/, one file for each of their versions. */
const PAGES: Readonly<Record<string, string>> = {
  README: 'README.md',
  home: 'site/index.md',
  help: 'site/help.md',
  roadmap: 'site/roadmap.md',
  prices: 'site/prices.md',
};

export function pathOf(place: string): string {
  if (place in PAGES) return PAGES[place] as string;
  if (place === 'ci') return '.ci/stable.yml';
  if (/^(?:site|docs)\//.test(place)) return `${place}.md`;
  return place.startsWith('test/') ? `${place}.test.ts` : `src/${place}.ts`;
}

/** What people read in the log. */
export function subjectOf({ place, subject }: Entry): string {
  const [fact, ...rest] = subject.split(': ');
  if (place === 'map/lanes') return `map: ${fact}, ${rest.join(': ')}`;
  if (place === 'stable/horses') return `stable: ${fact}, ${rest.join(': ')}`;
  if (place.startsWith('test/')) return `test: ${subject}`;
  if (place.startsWith('docs/')) return `docs: ${subject}`;
  const page = /^site\/(\w+)$/.exec(place)?.[1];
  return page === undefined ? subject : `${page === 'index' ? 'site' : page}: ${subject}`;
}

/** The tree after one change. */
export function changed(tree: Tree, entry: Entry, folder: string): Tree {
  const next = new Map(tree);
  const path = pathOf(entry.place);
  for (const step of stepsOf(entry)) {
    const before = next.get(path);
    if (step === '!rm') {
      if (before === undefined) throw new Error(`${entry.day}: there is no ${path} to remove`);
      next.delete(path);
    } else next.set(path, stepped(before, step, entry, folder));
  }
  return next;
}

function stepsOf({ place, subject, steps, day }: Entry): readonly string[] {
  if (steps.length > 0) return steps;
  if (place.startsWith('test/') || place === 'ci') return [subject];
  const [fact, ...rest] = subject.split(': ');
  if (rest.length === 0) throw new Error(`${day}: what does "${subject}" do?`);
  return [`'${fact?.replaceAll("'", "\\'")}': '${rest.join(': ').replaceAll("'", "\\'")}'`];
}

function stepped(before: string | undefined, step: string, { place, subject }: Entry, folder: string): string {
  if (step.startsWith('= '))
    return readFileSync(join(folder, 'claimed', place.toLowerCase(), `${step.slice(2)}.md`), 'utf8');
  const path = pathOf(place);
  const swap = /^(.+) => (.+)$/.exec(step);
  if (swap && path.endsWith('.md')) {
    if (!before?.includes(swap[1] as string)) throw new Error(`${path} does not say "${swap[1]}"`);
    return before.replace(swap[1] as string, swap[2] as string);
  }
  if (path.endsWith('.md')) return paragraph(before, step.replace(/^\+ /, ''), place, subject);
  if (path.endsWith('.yml')) return `${before ?? '# What runs when something is pushed\nsteps:\n'}  - name: ${step}\n`;
  return place.startsWith('test/') ? tested(before, step, place) : ruled(before, step, place);
}

function paragraph(before: string | undefined, text: string, place: string, subject: string): string {
  const name = place.split('/').at(-1) as string;
  const start = before ?? (text.startsWith('# ') ? '' : `# ${capital(name)}\n`);
  const said = place === 'docs/answers' ? `**${subject}.** ${text}` : text;
  return `${start}${start === '' ? '' : '\n'}${said}\n`;
}

/** Tests play recorded rides. */
function tested(before: string | undefined, step: string, place: string): string {
  const name = step.replaceAll("'", "\\'");
  const ride = step
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const start =
    before ??
    `/** Rides that ${capital(place.slice(5)).toLowerCase()} must get right. */\nimport { replay, test } from './replay.ts';\n`;
  return `${start}\ntest('${name}', () => replay('${ride}'));\n`;
}

/** A file of rules: one named line each, replaced where it stands. */
function ruled(before: string | undefined, step: string, place: string): string {
  const [, key, value] = /^('(?:[^'\\]|\\.)+'|\w+): (.+)$/.exec(step) ?? [];
  if (key === undefined || value === undefined) throw new Error(`${place}: cannot read the rule ${step}`);
  const name = (place.split('/').at(-1) as string).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const lines = (
    before ?? `/** ${capital(place.split('/').join(', '))}. */\nexport const ${name} = {\n} as const;\n`
  ).split('\n');
  const line = `  ${key}: ${value},`;
  const at = lines.findIndex((each) => each.startsWith(`  ${key}: `));
  if (at >= 0) lines[at] = line;
  else lines.splice(lines.length - 2, 0, line);
  return lines.join('\n');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A release counts up the manifest and opens a section of the changelog. */
export function released(tree: Tree, { day }: Entry, { version, name, lines }: Notes): Tree {
  const next = new Map(tree);
  const title = `## ${version} - ${day}\n\n${name === null ? '' : `*${name}*\n\n`}${lines.join('\n')}\n`;
  const [head = '', ...older] = (tree.get('CHANGELOG.md') ?? '# What changed\n').split(/\n(?=## )/);
  next.set('CHANGELOG.md', [head, title, ...older].join('\n'));
  return next.set(
    'package.json',
    manifest(tree, (json) => ({ ...json, version })),
  );
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private: true;
  readonly dependencies: Readonly<Record<string, string>>;
}

const FIRST: Manifest = {
  name: 'gallop',
  version: '0.1.0',
  private: true,
  dependencies: {
    'hay-js': '2.1.0',
    reins: '0.9.2',
    'lane-graph': '1.0.4',
    farrier: '3.2.0',
    'oat-parser': '1.4.1',
    bridle: '0.3.0',
  },
};

export function manifest(tree: Tree, change: (json: Manifest) => Manifest = (json) => json): string {
  const text = tree.get('package.json');
  const json = text === undefined ? FIRST : (JSON.parse(text) as Manifest);
  return `${JSON.stringify(change(json), null, 2)}\n`;
}

/** The robot takes the next version of the next dependency. */
export function bumped(tree: Tree, turn: number): { readonly tree: Tree; readonly subject: string } {
  const { dependencies } = JSON.parse(manifest(tree)) as Manifest;
  const names = Object.keys(dependencies);
  const name = names[turn % names.length] as string;
  const from = dependencies[name] as string;
  const [major = 0, minor = 0, patch = 0] = from.split('.').map(Number);
  const to = turn % 3 === 0 ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
  const text = manifest(tree, (json) => ({ ...json, dependencies: { ...json.dependencies, [name]: to } }));
  return { tree: new Map(tree).set('package.json', text), subject: `Bump ${name} from ${from} to ${to}` };
}
