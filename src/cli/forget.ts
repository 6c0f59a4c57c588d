/** `bifocal forget`: erases a person for good, or says how long words are kept. */
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import { forgetEverywhere } from '#engine/forget.ts';
import { applyRetention, keepWordsFor } from '#engine/retention.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';
import { withStore } from './with-store.ts';

export async function forgetCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const [person] = targets;
  if (flags.keep !== undefined && person === undefined) return keep(asked, terminal);
  if (person === undefined || targets.length > 1 || flags.keep !== undefined) throw usage('Name one person.');
  if (flags.yes !== true && !(await sure(person, terminal))) return 1;
  const also = typeof flags.also === 'string' ? flags.also.split(',').map((word) => word.trim()) : [];
  await withStore(asked, terminal, async (store) => {
    const done = await forgetEverywhere(store, person, also);
    const lines = done.map(
      ({ product, rows, mentions }) =>
        ` ${product}: ${thousands(rows)} texts of theirs are gone, ${thousands(mentions)} mentions are blank.`,
    );
    const after = ' They stay out of every later gather. Copies of the store made before are yours to delete.';
    terminal.print(flags.json === true ? `${JSON.stringify(done, null, 2)}\n` : `${lines.join('\n')}\n${after}\n`);
  });
  return 0;
}

/** It cannot be undone, so somebody must say so. */
async function sure(person: string, terminal: Terminal): Promise<boolean> {
  if (!terminal.interactive) throw usage('It cannot be undone: say --yes.');
  const said = await terminal.ask(`Erase ${person} for good? This cannot be undone. [y/N] `);
  if (/^\s*y(?:es)?\s*$/i.test(said ?? '')) return true;
  terminal.print(' Nobody was forgotten.\n');
  return false;
}

async function keep(asked: Asked, terminal: Terminal): Promise<number> {
  const said = String(asked.flags.keep);
  const months = said === 'all' ? null : /^\d{1,4}$/.test(said) && Number(said) > 0 ? Number(said) : undefined;
  if (months === undefined) throw usage('--keep takes a number of months, or all.');
  await withProduct(asked, terminal, async (store, product) => {
    await keepWordsFor(store, product.id, months);
    const expired = await applyRetention(store, product.id, Date.now());
    const words =
      months === null
        ? `${product.name} keeps all texts.`
        : `${product.name} keeps texts for ${months} months. ${thousands(expired)} older ones are gone; that they were written stays.`;
    terminal.print(
      asked.flags.json === true
        ? `${JSON.stringify({ product: product.name, keepMonths: months, expired })}\n`
        : ` ${words}\n`,
    );
  });
  return 0;
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'forget' });
}
