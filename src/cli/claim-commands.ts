/** The commands about what the brand claims, as the table of commands has them. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const CLAIM_COMMANDS: readonly Command[] = [
  {
    name: 'claims',
    aliases: [],
    usage: '[number]',
    summary: 'What the brand says, held against what shipped and what customers say: unsaid strengths first.',
    flags: [
      {
        name: 'of',
        kind: 'string',
        takes: '<target>',
        help: 'Read this first; without it, the folder that you are in.',
      },
      { name: 'confirm', kind: 'boolean', help: 'This conflict is one: the claim counts as contradicted.' },
      { name: 'dispute', kind: 'boolean', help: 'This verdict is wrong: it is set aside.' },
      { name: 'undo', kind: 'boolean', help: 'Take back what was decided about this claim last.' },
      {
        name: 'theirs',
        kind: 'boolean',
        help: 'It is somebody else’s product: told as seen from outside, from now on.',
      },
      { name: 'ours', kind: 'boolean', help: 'It is our own product after all.' },
      { name: 'reason', kind: 'string', takes: '<text>', help: 'Why, kept with the decision.' },
      { name: 'all', kind: 'boolean', help: 'List every claim, also those that no longer stand.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal claims', 'the ledger of this folder’s product'],
      ['bifocal claims 3f2a', 'one claim with its history and both sides'],
      ['bifocal claims 3f2a --confirm', 'the conflict is one'],
      [
        'bifocal claims --of github:owner/name --theirs',
        'a rival’s ledger: what conflicts is told as seen from outside',
      ],
      ['bifocal claims 3f2a --dispute --reason "it moved to the core"', 'the verdict is wrong'],
    ],
  },
  {
    name: 'check',
    aliases: [],
    usage: '[target]',
    summary:
      'For pull requests: fails on what the documents offer although a commit removed it, and on confirmed contradictions.',
    flags: [
      {
        name: 'allow',
        kind: 'string',
        takes: '<names>',
        help: 'Names that are offered on purpose although they are gone, separated by commas.',
      },
      {
        name: 'min',
        kind: 'string',
        takes: '<bars>',
        help: 'Also fail where the whole interval of a lens lies below its bar: product=40,customer=40.',
      },
      {
        name: 'baseline',
        kind: 'string',
        takes: '<file>',
        help: 'Also fail where a lens surely fell since this reading, which `bifocal --json` printed.',
      },
      { name: 'annotations', kind: 'boolean', help: 'Print workflow commands that mark lines in a pull request.' },
      { name: 'sarif', kind: 'string', takes: '<file>', help: 'Also write SARIF 2.1.0 for code scanning.' },
      { name: 'all', kind: 'boolean', help: 'List every note, not the first eight.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal check', 'does the README still offer what is gone? Ends with 3 when it does'],
      ['bifocal check --min product=40 --baseline before.json', 'with bars for the reading'],
      ['bifocal check --annotations --sarif bifocal.sarif', 'in a workflow'],
    ],
  },
];
