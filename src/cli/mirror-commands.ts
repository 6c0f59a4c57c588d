/** The command of the Mirror Test, as the table of commands has it. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const MIRROR_COMMANDS: readonly Command[] = [
  {
    name: 'mirror',
    aliases: [],
    usage: '[open | links | close | result | rounds | import | export …]',
    summary:
      'The Mirror Test: what leaders, staff and customers think, beside the evidence. Alone it asks you, here and now.',
    flags: [
      { name: 'name', kind: 'string', takes: '<words>', help: 'open, import: what the round is called.' },
      { name: 'open', kind: 'boolean', help: 'open, import: names of the team are shown to all who take part.' },
      { name: 'team', kind: 'string', takes: '<number>', help: 'open: how many leaders and staff there are.' },
      {
        name: 'for',
        kind: 'string',
        takes: '<roles>',
        help: 'links: leaders,staff,customers for one link each, or leaders=3 for a link per person.',
      },
      { name: 'address', kind: 'string', takes: '<url>', help: 'links: where people reach `bifocal serve`.' },
      { name: 'svg', kind: 'string', takes: '<folder>', help: 'links: also write each as a QR code.' },
      { name: 'at', kind: 'string', takes: '<date>', help: 'import: the day on which a table of answers closed.' },
      { name: 'rows', kind: 'boolean', help: 'export: single answers, of an open round alone.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal mirror', 'seven questions to yourself, and what the evidence says'],
      ['bifocal mirror open --name "Autumn"', 'begin an anonymous round'],
      ['bifocal mirror links --for leaders,staff,customers', 'a link for each role'],
      ['bifocal mirror links --for leaders=3 --svg codes', 'three links for one person each, with QR codes'],
      ['bifocal mirror close', 'end it; then its figures are shown'],
      ['bifocal mirror result', 'question by question, the newest round'],
      ['bifocal mirror import answers.csv --at 2026-02-28', 'answers that were collected elsewhere'],
      ['bifocal mirror export autumn.csv', 'the figures of the newest round'],
    ],
  },
  {
    name: 'year',
    aliases: [],
    usage: '',
    summary:
      'A year on one page: where the product stood, how far leaders and staff lay apart, which promises were kept.',
    flags: [JSON_FLAG, { ...PRODUCT_FLAG, help: 'The product; that of this folder when left out.' }, STORE_FLAG],
    examples: [['bifocal year', 'the 52 weeks before the newest reading or round; the app prints it on one page']],
  },
  {
    name: 'weights',
    aliases: [],
    usage: '[<question>:<times> …]',
    summary: 'Say where either lens would stand if some questions counted more or less; the reading stays as it is.',
    flags: [JSON_FLAG, PRODUCT_FLAG, STORE_FLAG],
    examples: [
      ['bifocal weights', 'each question once, as the reading counts them, and how many random weightings agree'],
      ['bifocal weights told:3 loved:0', 'who is told counts three times, whether it is loved is left out'],
    ],
  },
];
