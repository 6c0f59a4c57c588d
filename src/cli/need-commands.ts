/** The commands about what people need, as the table of commands has them. */
import { EMBEDDER_FLAGS } from './embedder-asked.ts';
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const NEED_COMMANDS: readonly Command[] = [
  {
    name: 'needs',
    aliases: [],
    usage: '[need | merge | split | move | rename | confirm | undo …]',
    summary: 'Say what people need beneath what they ask for, most people first; correct it, and later runs obey.',
    flags: [
      { name: 'all', kind: 'boolean', help: 'List all needs, or all asks of one.' },
      { name: 'name', kind: 'string', takes: '<words>', help: 'split: what the new need is called.' },
      { name: 'because', kind: 'string', takes: '<words>', help: 'Why you decide so; kept with what you decided.' },
      { name: 'by', kind: 'string', takes: '<name>', help: 'Who decides; kept with what was decided.' },
      { name: 'fresh', kind: 'boolean', help: 'Find them anew from all feedback; what people decided still holds.' },
      ...EMBEDDER_FLAGS,
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal needs', 'the needs of the product of this folder, by how many people ask'],
      ['bifocal needs 3', 'the third of them: what they asked for, and what they need'],
      ['bifocal needs merge 7 3', 'the seventh is really the third'],
      ['bifocal needs split 3 1f3a9c21 9b0c11d4 --name "When it arrives"', 'these two asks are a need of their own'],
      ['bifocal needs move 1f3a9c21 5', 'this ask belongs to the fifth; `none` for none'],
      ['bifocal needs rename 3 "Arrive on time"', 'your words for it'],
      ['bifocal needs confirm 3 1f3a9c21', 'this ask does belong there; without one, all of them'],
      ['bifocal needs undo', 'take back what was decided last'],
    ],
  },
  {
    name: 'similar',
    aliases: [],
    usage: '<text>',
    summary: 'Say what has been said like this: before you ask for something again, see who did.',
    flags: [...EMBEDDER_FLAGS, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG],
    examples: [['bifocal similar "the horse comes late"', 'the eight pieces of feedback that are most like it']],
  },
];
