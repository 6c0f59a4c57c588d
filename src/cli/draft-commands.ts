/** The command that lets a language model draft, as the table of commands has it. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const DRAFT_COMMANDS: readonly Command[] = [
  {
    name: 'draft',
    aliases: [],
    usage: 'need <need> | note <ask> | summary',
    summary: 'Let a language model of yours draft words; what the evidence does not bear is left out and counted.',
    flags: [
      {
        name: 'writer',
        kind: 'string',
        takes: '<address>',
        help: 'The OpenAI-compatible endpoint of the model, such as Ollama; texts are sent there after you agreed.',
      },
      { name: 'model', kind: 'string', takes: '<name>', help: 'The name that the endpoint knows the model by.' },
      { name: 'yes', kind: 'boolean', help: 'Send the texts without asking.' },
      JSON_FLAG,
      { ...PRODUCT_FLAG, help: 'The product that is written about; that of this folder when left out.' },
      STORE_FLAG,
    ],
    examples: [
      [
        'bifocal draft need 3 --writer http://localhost:11434 --model qwen3',
        'what the third need is, from what people said',
      ],
      ['bifocal draft note 1f3a9c21', 'a note to whoever asked, once BIFOCAL_WRITER and BIFOCAL_WRITER_MODEL are set'],
      ['bifocal draft summary', 'the newest reading in some sentences'],
    ],
  },
];
