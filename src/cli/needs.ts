/** `bifocal needs`: what people need beneath what they ask for, and the corrections that later runs obey. */
import { BifocalError } from '#core/errors.ts';
import { correctingNeeds, needNamed, undoNeed, type Why } from '#engine/need-corrections.ts';
import { asksOf, type NeedTold, needsTold, statementsOf } from '#engine/needs.ts';
import { needJson, needsJson } from '#engine/needs-json.ts';
import type { Store } from '#engine/open-store.ts';
import type { Asked } from './arguments.ts';
import { chosenBy } from './embedder-asked.ts';
import { needsWords, needWords } from './needs-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const VERBS = ['merge', 'split', 'move', 'rename', 'confirm', 'undo'] as const;
type Verb = (typeof VERBS)[number];

/** Needs of the first screen, and asks of one. */
const SHOWN = 15;
const ASKS = 8;

export async function needsCommand(asked: Asked, terminal: Terminal): Promise<number> {
  await withProduct(asked, terminal, async (store, product) => {
    const { flags, targets } = asked;
    const chosen = await chosenBy(asked, terminal);
    const print = (value: unknown) => terminal.print(`${JSON.stringify(value, null, 2)}\n`);
    const told = await needsTold(store, product.id, flags.fresh === true, chosen);
    const [first, ...rest] = targets;
    const verb = VERBS.find((one) => one === first);
    if (verb !== undefined) {
      const said = await decided(store, product.id, { verb, rest, needs: told.needs, flags });
      // Found again at once, so that the next command is quick and shows what was decided.
      await needsTold(store, product.id, false, chosen);
      if (flags.json === true) print(said);
      else terminal.print(` ${said.said}\n`);
      return;
    }
    if (first !== undefined) {
      const need = needNamed(told.needs, targets.join(' '));
      const most = flags.all === true ? need.members.length : ASKS;
      const asks = await asksOf(store, product.id, need, most);
      const statement = (await statementsOf(store, product.id, [need])).get(need.id) ?? null;
      if (flags.json === true) print(needJson(need, statement, asks));
      else terminal.print(needWords({ need, statement, asks, place: told.needs.indexOf(need) + 1 }, terminal.screen));
      return;
    }
    const listed = flags.all === true || flags.json === true ? told.needs : told.needs.slice(0, SHOWN);
    const statements = await statementsOf(store, product.id, listed);
    if (flags.json === true) print(needsJson(listed, statements));
    else terminal.print(needsWords({ product: product.name, told, listed, statements }, terminal.screen));
  });
  return 0;
}

interface Decision {
  readonly verb: Verb;
  readonly rest: readonly string[];
  readonly needs: readonly NeedTold[];
  readonly flags: Asked['flags'];
}

interface Done {
  readonly said: string;
  readonly corrections: readonly string[];
}

async function decided(store: Store, productId: string, { verb, rest, needs, flags }: Decision): Promise<Done> {
  const text = (name: string) => (typeof flags[name] === 'string' ? (flags[name] as string) : null);
  const why: Why = { author: text('by'), reason: text('because') };
  const correct = correctingNeeds(store, productId, needs, why);
  const [first, ...others] = rest;
  if (verb === 'undo') {
    const undone = await undoNeed(store, productId, first, why.author);
    return { said: undone === null ? 'Nothing was decided.' : `Taken back: ${undone.verb}.`, corrections: [] };
  }
  if (first === undefined) throw usage();
  const back = 'bifocal needs undo takes it back.';
  if (verb === 'move') {
    const last = others.at(-1);
    if (last === undefined) throw usage();
    const to = last === 'none' ? null : needNamed(needs, last);
    const corrections = await correct.move([first, ...others.slice(0, -1)], to);
    return { said: `Moved to ${to === null ? 'no need' : `“${to.name}”`}. ${back}`, corrections };
  }
  const need = needNamed(needs, first);
  if (verb === 'confirm') {
    const id = await correct.confirm(need, others);
    return { said: `Confirmed: these stay with “${need.name}”. ${back}`, corrections: [id] };
  }
  if (others.length === 0) throw usage();
  if (verb === 'rename') {
    const name = others.join(' ');
    return { said: `It is called “${name}” now. ${back}`, corrections: [await correct.rename(need, name)] };
  }
  if (verb === 'merge') {
    const into = needNamed(needs, others.join(' '));
    if (into.id === need.id) throw usage();
    const id = await correct.merge(need, into);
    return { said: `“${need.name}” is part of “${into.name}” now. ${back}`, corrections: [id] };
  }
  const name = text('name') ?? `${need.name} (2)`;
  const id = await correct.split(need, others, name);
  return { said: `“${name}” is a need of its own now. ${back}`, corrections: [id] };
}

function usage(): BifocalError {
  const cause = 'Say merge <need> <into>, split <need> <ask…>, move <ask…> <need>, rename <need> <words> or undo.';
  return new BifocalError('USAGE', { cause, command: 'needs' });
}
