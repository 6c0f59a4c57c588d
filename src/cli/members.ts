/** `bifocal members`: who belongs to which organisation; a new password and a new organisation by links, from the terminal. */
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import { makeOrganisation } from '#server/sign-in/make-organisation.ts';
import { passwordLink } from '#server/sign-in/password-link.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function membersCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [verb, ...words] = asked.targets;
  const said = words.join(' ').trim();
  await withStore(asked, terminal, async (store) => {
    const done = verb === undefined ? await listed(store) : await changed(store, verb, said, asked.flags.url);
    terminal.print(asked.flags.json === true ? `${JSON.stringify(done.json, null, 2)}\n` : done.words);
  });
  return 0;
}

interface Done {
  readonly json: object;
  readonly words: string;
}

async function changed(store: Store, verb: string, said: string, url: Asked['flags'][string]): Promise<Done> {
  if (said === '' || (verb !== 'reset' && verb !== 'organisation')) {
    const cause = 'Say `reset <e-mail>` or `organisation <name>`, or nothing to see everybody.';
    throw new BifocalError('USAGE', { cause, command: 'members' });
  }
  const origin = typeof url === 'string' ? originOf(url) : null;
  if (verb === 'reset') {
    const email = said.toLowerCase();
    const [person] = await store.signIn.find('users', [{ column: 'email', is: 'eq', value: email, or: false }]);
    if (person === undefined) throw new BifocalError('NOT_THERE', { what: `person ${said}` });
    const link = await passwordLink(store, String(person.id));
    return linked(`${email} chooses a new password, once, within an hour`, link, origin, { email });
  }
  const { id, link } = await makeOrganisation(store, said, null);
  return linked(`Become the first owner of ${said}, once, within a day`, link ?? '', origin, { id, name: said });
}

function linked(what: string, link: string, origin: string | null, made: object): Done {
  const behind = origin === null ? ', behind the address of your server' : '';
  return {
    json: { ...made, link: `${origin ?? ''}${link}` },
    words: `\n ${what}${behind}:\n ${origin ?? ''}${link}\n`,
  };
}

/** Rejects with USAGE. */
function originOf(url: string): string {
  if (URL.canParse(url) && /^https?:/.test(url)) return new URL(url).origin;
  throw new BifocalError('USAGE', { cause: `--url takes an address, not “${url}”.`, command: 'members' });
}

async function listed(store: Store): Promise<Done> {
  const organisations = [];
  for (const { id, name } of await store.organisations.list()) {
    const members = (await store.organisations.members(id)).map(({ name: called, email, role, scope }) => ({
      ...{ name: called, email, role, product: scope === '' ? null : scope },
    }));
    organisations.push({ id, name, members });
  }
  if (organisations.length === 0)
    return {
      json: { organisations },
      words: '\n Nobody signs in here yet: bifocal serve --url https://… lets people in.\n',
    };
  const lines = organisations.flatMap(({ id, name, members }) => [
    ` ${name}${id === HOME ? '  (this installation)' : ''}`,
    ...members.map(({ email, role, product }) => `   ${role.padEnd(6)}  ${email}${product ? '  one product' : ''}`),
    ...(members.length === 0 ? ['   nobody yet'] : []),
    '',
  ]);
  return { json: { organisations }, words: `\n${lines.join('\n')}` };
}
