/** The commands of what others open: the app with its API, and the server for assistants. */
import { type Command, JSON_FLAG, PRODUCT_FLAG, STORE_FLAG } from './flags.ts';

export const SERVER_COMMANDS: readonly Command[] = [
  {
    name: 'serve',
    aliases: [],
    usage: '',
    summary:
      'Open Bifocal in the browser: the app, its API and progress; for this machine alone, or with sign-in for a team.',
    flags: [
      {
        name: 'port',
        kind: 'string',
        takes: '<number>',
        help: 'Listen here; 4848 without it, 0 for any that is free.',
      },
      {
        name: 'host',
        kind: 'string',
        takes: '<name>',
        help: 'Listen at this name or address; 127.0.0.1 without it. Any that others reach needs --url.',
      },
      {
        name: 'url',
        kind: 'string',
        takes: '<address>',
        help: 'Where others find it, as https://bifocal.example: people then sign in.',
      },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal serve', 'the app at http://127.0.0.1:4848'],
      ['bifocal serve --port 0', 'at any address that is free, which is printed'],
      ['bifocal serve --url https://bifocal.example', 'for a team, behind a proxy that speaks TLS; with sign-in'],
    ],
  },
  {
    name: 'mcp',
    aliases: [],
    usage: '',
    summary: 'Let an assistant ask: a Model Context Protocol server on standard input and output.',
    flags: [
      {
        name: 'decide',
        kind: 'boolean',
        help: 'Let it also decide about claims, links, needs and actions: else it only reads.',
      },
      STORE_FLAG,
    ],
    examples: [
      ['bifocal mcp', 'what an assistant’s settings name as its command'],
      ['bifocal serve', 'offers the same over HTTP, at /mcp'],
    ],
  },
  {
    name: 'members',
    aliases: [],
    usage: '[reset <e-mail> | organisation <name>]',
    summary:
      'Say who signs in to a shared server and as what; let somebody choose a new password; make an organisation.',
    flags: [
      { name: 'url', kind: 'string', takes: '<address>', help: 'Where people find the server, for the link.' },
      JSON_FLAG,
      STORE_FLAG,
    ],
    examples: [
      ['bifocal members', 'everybody, by organisation'],
      ['bifocal members reset olga@acme.example', 'a link that opens once: also for the last owner'],
      ['bifocal members organisation "Acme Drinks"', 'another organisation, and a link for its first owner'],
    ],
  },
  {
    name: 'log',
    aliases: [],
    usage: '',
    summary: 'Say who changed what of a product, over the API or through an assistant, newest first.',
    flags: [
      { name: 'last', kind: 'string', takes: '<number>', help: 'So many entries; 30 without it.' },
      JSON_FLAG,
      PRODUCT_FLAG,
      STORE_FLAG,
    ],
    examples: [['bifocal log --product kettle', 'the last thirty changes']],
  },
];
