/** `bifocal bench`: how well Bifocal does on data whose truth somebody knows. */
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import { benchClaims } from '#engine/bench/claims.ts';
import { benchDuplicates, type DuplicatesBench } from '#engine/bench/duplicates.ts';
import { benchGroups, type GroupsBench } from '#engine/bench/groups.ts';
import { benchKinds } from '#engine/bench/kinds.ts';
import { benchRepositoryLinks } from '#engine/bench/link-repository.ts';
import { benchLinks } from '#engine/bench/links.ts';
import { targetNamed } from '#engine/named-target.ts';
import type { Asked } from './arguments.ts';
import { claimsWords } from './bench-claims-words.ts';
import { kindsWords, learningOf } from './bench-kinds.ts';
import { linksWords } from './bench-links-words.ts';
import { costWords, share } from './bench-words.ts';
import { embedderAsked } from './embedder-asked.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

const KINDS = 'groups, kinds, duplicates, claims, links';

export async function benchCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [kind, ...files] = asked.targets;
  const print = (found: object, words: string) =>
    terminal.print(asked.flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : words);
  if (kind === 'groups') {
    const [file] = named(files, 1, 'groups <file> --text <column> --label <column>', terminal);
    const { text, label } = asked.flags;
    if (typeof text !== 'string' || typeof label !== 'string') throw usage('groups needs --text and --label.');
    const found = await benchGroups(file as string, text, label, terminal.signal, await embedderAsked(asked, terminal));
    print(found, groupsWords(found));
    return 0;
  }
  if (kind === 'kinds') {
    const [file] = named(files, 1, 'kinds <file> --text <column> --label <column>', terminal);
    const { text, label } = asked.flags;
    if (typeof text !== 'string' || typeof label !== 'string') throw usage('kinds needs --text and --label.');
    const found = await benchKinds({ file: file as string, text, label, ...learningOf(asked) }, terminal.signal);
    print(found, `${kindsWords(found)} ${costWords(found)}\n`);
    return 0;
  }
  if (kind === 'duplicates') {
    const [items, pairs] = named(files, 2, 'duplicates <items> <pairs>', terminal);
    const found = await benchDuplicates(items as string, pairs as string, terminal.signal);
    print(found, duplicatesWords(found));
    return 0;
  }
  if (kind === 'claims') {
    const [file] = named(files, 1, 'claims <gold> --repositories <folder>', terminal);
    const { repositories } = asked.flags;
    if (typeof repositories !== 'string') throw usage('claims needs --repositories: the folder that they lie in.');
    const found = await benchClaims(file as string, resolve(terminal.cwd, repositories), terminal.signal);
    print(found, `${[...claimsWords(found), costWords(found)].map((line) => ` ${line}`).join('\n')}\n`);
    return 0;
  }
  if (kind === 'links') {
    const found = await linksFound(asked, files, terminal);
    print(found, linksWords(found));
    return 0;
  }
  throw usage(kind === undefined ? `Say what to measure: ${KINDS}.` : `bench knows no “${kind}”; it knows ${KINDS}.`);
}

async function linksFound(asked: Asked, targets: readonly string[], terminal: Terminal) {
  const { cwd, env, signal } = terminal;
  const [target] = targets;
  if (target !== undefined && targets.length === 1) {
    return withStore(asked, terminal, async (store) =>
      benchRepositoryLinks(store, {
        ...{ target: await targetNamed(store, target, cwd, env), signal, env },
        onProgress: () => undefined,
      }),
    );
  }
  const { issues, commits, gold } = asked.flags;
  if (typeof issues !== 'string' || typeof commits !== 'string' || typeof gold !== 'string') {
    throw usage('It is `bench links <repository>`, or `bench links --issues <file> --commits <file> --gold <file>`.');
  }
  const at = (file: string) => resolve(cwd, file);
  return benchLinks({ issues: at(issues), commits: at(commits), gold: at(gold) }, signal);
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'bench' });
}

function named(files: readonly string[], count: number, shape: string, { cwd }: Terminal): string[] {
  if (files.length !== count) throw usage(`It is \`bench ${shape}\`.`);
  return files.map((file) => resolve(cwd, file));
}

function groupsWords(found: GroupsBench): string {
  const { b3 } = found;
  const lines = [
    `${thousands(found.n)} texts with ${thousands(found.labels)} known needs. Found ${thousands(found.found)} in ${thousands(found.themes)} themes.`,
    `Agreement     AMI ${share(found.ami)}   NMI ${share(found.nmi)}   ARI ${share(found.ari)}`,
    `B-cubed       precision ${share(b3.precision)}   recall ${share(b3.recall)}   F1 ${share(b3.f1)}`,
    `Unsorted      ${thousands(found.unsorted)}`,
    ...(found.embedder === null ? [] : [`Vectors by ${found.embedder}`]),
    costWords(found),
    '',
    ...found.largest.flatMap(({ size, name, statement }) => [
      `${thousands(size).padStart(6)}  ${name}`,
      ...(statement === null ? [] : [`        “${statement}”`]),
    ]),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join('\n')}\n`;
}

function duplicatesWords(found: DuplicatesBench): string {
  const lines = [
    `${thousands(found.pairs)} known pairs, each sought among ${thousands(found.items)} items.`,
    ...(found.outside > 0 ? [`Left out, because one of both is not among them: ${thousands(found.outside)}.`] : []),
    `Found         first ${share(found.recallAt1)}   among five ${share(found.recallAt5)}   among ten ${share(found.recallAt10)}`,
    `Mean of 1/rank ${share(found.mrr)}`,
    costWords(found),
  ];
  return `${lines.map((line) => ` ${line}`).join('\n')}\n`;
}
