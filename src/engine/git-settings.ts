/** What git is started with: nothing of the machine, and nothing of the repository that could run a program. */
import type { RepositoryPlace } from './git-folder.ts';

/** Overrules settings of an untrusted repository that run programs, reach out, or change what is printed. */
const OVERRULED: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.alternateRefsCommand=',
  'core.askPass=',
  'core.sshCommand=false',
  'core.attributesFile=/dev/null',
  'credential.helper=',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'log.showSignature=false',
  'log.showRoot=true',
  'log.mailmap=true',
  'mailmap.file=',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
  'diff.algorithm=myers',
  'diff.indentHeuristic=true',
  'diff.interHunkContext=0',
  'diff.relative=false',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.srcPrefix=a/',
  'diff.dstPrefix=b/',
  'diff.orderFile=/dev/null',
  'diff.submodule=short',
  'diff.suppressBlankEmpty=false',
];

/** Commands that show differences would start a repository's own diff programs without these. */
const SHOWS_DIFFERENCES = new Set(['log', 'diff', 'show', 'diff-tree']);

/** The whole command line for one command on one git folder. */
export function commandLine(place: RepositoryPlace, args: readonly string[]): string[] {
  const where = place.workTree === null ? '--bare' : `--work-tree=${place.workTree}`;
  const settings = OVERRULED.flatMap((setting) => ['-c', setting]);
  let at = 0;
  while (args[at] === '-c') at += 2;
  const command = args[at] ?? '';
  const safe = SHOWS_DIFFERENCES.has(command) ? ['--no-ext-diff', '--no-textconv', '--no-color'] : [];
  return [
    `--git-dir=${place.gitFolder}`,
    where,
    '--no-pager',
    ...settings,
    ...args.slice(0, at + 1),
    ...safe,
    ...args.slice(at + 1),
  ];
}

/** Variables that programs need in order to start at all; everything else of the outside stays outside. */
const KEPT = ['PATH', 'SYSTEMROOT', 'WINDIR', 'TEMP', 'TMP', 'TMPDIR', 'LD_LIBRARY_PATH'];

export function environment(outside: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const name of KEPT) if (outside[name] !== undefined) kept[name] = outside[name];
  return {
    ...kept,
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_PAGER: 'cat',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Into a pipe git would write each commit by itself: 117,802 writes on rails.
    GIT_FLUSH: '0',
    // Rows must not change with what is grafted on one machine only.
    GIT_NO_REPLACE_OBJECTS: '1',
    // A partial clone stays as it is: git older than 2.45 does not know the first, so every protocol is closed too.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}
