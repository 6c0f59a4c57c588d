/** `bifocal log`: who changed what of a product over the API or through an assistant, newest first. */
import { BifocalError } from '#core/errors.ts';
import { instantOf } from '#core/time.ts';
import type { Store } from '#engine/open-store.ts';
import { visible } from '#report/terminal/layout.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const USUAL = 30;
const MOST = 10_000;

type Entry = Awaited<ReturnType<Store['auditLog']['list']>>[number] & { readonly who: string };

export async function logCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const limit = limitOf(asked.flags.last);
  return withProduct(asked, terminal, async (store, { id, name }) => {
    const people = new Map((await store.signIn.find('users', [])).map((row) => [`user:${row.id}`, String(row.email)]));
    const tokens = new Map((await store.tokens.list(id)).map((token) => [`token:${token.id}`, `token ${token.name}`]));
    const found = await store.auditLog.list(id, { limit: limit + 1 });
    const entries = found.slice(0, limit).map((entry): Entry => {
      const who = people.get(entry.actor) ?? tokens.get(entry.actor) ?? WHO[entry.actor] ?? entry.actor;
      return { ...entry, who };
    });
    terminal.print(asked.flags.json === true ? jsonOf(name, entries) : wordsOf(name, entries, found.length > limit));
    return 0;
  });
}

const WHO: Readonly<Record<string, string>> = {
  machine: 'whoever sits at this machine',
  assistant: 'an assistant on this machine',
};

/** Rejects with USAGE. */
function limitOf(said: Asked['flags'][string]): number {
  if (said === undefined) return USUAL;
  const limit = Number(said);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new BifocalError('USAGE', { cause: `--last takes a number from 1 to ${MOST}, not “${said}”.`, command: 'log' });
}

function jsonOf(product: string, entries: readonly Entry[]): string {
  const told = entries.map(({ at, ...entry }) => ({ ...entry, at: instantOf(at) }));
  return `${JSON.stringify({ product, entries: told }, null, 2)}\n`;
}

function wordsOf(product: string, entries: readonly Entry[], more: boolean): string {
  if (entries.length === 0) return `\n ${product}: nothing was changed over the API yet.\n`;
  const lines = entries.flatMap(({ at, who, verb, target, before, after }) => {
    const told = [
      before === null ? '' : `before: ${JSON.stringify(before)}`,
      after === null ? '' : JSON.stringify(after),
    ];
    const said = told.filter((part) => part !== '').join(' → ');
    return [
      ` ${instantOf(at).slice(0, 16).replace('T', ' ')}  ${visible([verb, who, target].filter((part) => part !== '').join(', '))}`,
      ...(said === '' ? [] : [`                   ${visible(said)}`]),
    ];
  });
  return `\n ${product}\n\n${lines.join('\n')}\n${more ? '\n There is more: --last <number>.\n' : ''}`;
}
