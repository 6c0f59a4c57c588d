/** `bifocal people`: who counts as team, outsider or bot, and why; and the corrections that later readings obey. */
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import { heardPeople } from '#engine/people.ts';
import { giveRole, personMeant, type Role, readList, sayWhetherSame, takeBack } from '#engine/person.ts';
import type { Asked } from './arguments.ts';
import { peopleWords } from './people-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const ROLES: readonly Role[] = ['team', 'outsider', 'bot'];

export async function peopleCommand(asked: Asked, terminal: Terminal): Promise<number> {
  await withProduct(asked, terminal, async (store, product) => {
    const { flags } = asked;
    const done = await corrected(store, product.id, asked, terminal.cwd);
    if (done !== null) {
      terminal.print(flags.json === true ? `${JSON.stringify(done, null, 2)}\n` : ` ${done.said}\n`);
      return;
    }
    const people = await heardPeople(store, product.id);
    const totals = Object.fromEntries(
      [...Map.groupBy(people, ({ side }) => side)].map(([side, own]) => [side, own.length]),
    );
    terminal.print(
      flags.json === true
        ? `${JSON.stringify({ product: product.name, totals, people }, null, 2)}\n`
        : peopleWords(product.name, people, flags.all === true, terminal.screen),
    );
  });
  return 0;
}

interface Done {
  readonly said: string;
  readonly corrections: readonly string[];
}

/** Null where nothing was to be corrected. */
async function corrected(
  store: Store,
  productId: string,
  { flags, targets }: Asked,
  cwd: string,
): Promise<Done | null> {
  const roles = ROLES.filter((role) => flags[role] === true);
  const list = typeof flags.list === 'string' ? await readList(resolve(cwd, flags.list)) : [];
  const named = [...targets, ...list];
  const [role] = roles;
  const verbs = [role, flags.same, flags.apart, flags.undo].filter((verb) => verb !== undefined && verb !== false);
  if (verbs.length === 0 && named.length === 0) return null;
  if (verbs.length !== 1 || roles.length > 1 || named.length === 0) throw usage();
  const meant = [];
  for (const said of named) meant.push(await personMeant(store, productId, said));
  const corrections: string[] = [];
  if (role !== undefined) {
    for (const one of meant) corrections.push(await giveRole(store, productId, one, role));
    const who = named.length === 1 ? `${named[0]} counts` : `${named.length} people count`;
    const as = role === 'team' ? 'of the team' : role === 'bot' ? 'a bot' : 'an outsider';
    return { said: `From now on ${who} as ${as}. bifocal people <id> --undo takes it back.`, corrections };
  }
  const [one, other] = meant;
  if (flags.undo === true && one) {
    const verb = await takeBack(store, productId, one);
    return { said: verb === null ? `Nothing was decided about ${named[0]}.` : 'Taken back.', corrections };
  }
  if (!one || !other || meant.length !== 2) throw usage();
  corrections.push(await sayWhetherSame(store, productId, one, other, flags.same === true));
  const are = flags.same === true ? 'are one person' : 'are two people';
  return {
    said: `From now on ${named.join(' and ')} ${are}. bifocal people ${named[0]} --undo takes it back.`,
    corrections,
  };
}

function usage(): BifocalError {
  const cause = 'Name somebody, and one of --team, --outsider, --bot, --undo, or two people and --same or --apart.';
  return new BifocalError('USAGE', { cause, command: 'people' });
}
