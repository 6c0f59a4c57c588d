/** `bifocal links`: which change answers which ask; what nobody wrote down is offered, and a person says yes or no. */
import { BifocalError } from '#core/errors.ts';
import { decideLink, type LinkTold, linkMeant, linksTold, undecideLink } from '#engine/links.ts';
import type { Asked } from './arguments.ts';
import { linksWords } from './links-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const VERBS = ['confirm', 'veto', 'undo'] as const;

export async function linksCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [verb, ...names] = asked.targets;
  await withProduct(asked, terminal, async (store, product) => {
    const links = await linksTold(store, product.id);
    const json = asked.flags.json === true;
    if (verb === undefined) {
      terminal.print(
        json
          ? `${JSON.stringify({ product: product.name, links }, null, 2)}\n`
          : linksWords(product.name, links, asked.flags.all === true, terminal.screen),
      );
      return;
    }
    if (!isVerb(verb) || names.length === 0) throw usage('It is `bifocal links confirm|veto|undo <link…>`.');
    const meant = names.map((name) => named(links, name));
    const corrections: (string | null)[] = [];
    for (const link of meant) {
      corrections.push(
        verb === 'undo' ? await undecideLink(store, product.id, link) : await decideLink(store, product.id, link, verb),
      );
    }
    terminal.print(
      json ? `${JSON.stringify({ verb, links: meant, corrections }, null, 2)}\n` : said(verb, meant, corrections),
    );
  });
  return 0;
}

function isVerb(word: string): word is (typeof VERBS)[number] {
  return (VERBS as readonly string[]).includes(word);
}

function named(links: readonly LinkTold[], name: string): LinkTold {
  const link = linkMeant(links, name);
  if (link) return link;
  throw usage(`No link is called ${name}, or several begin so: \`bifocal links --all\` lists them.`);
}

function said(
  verb: (typeof VERBS)[number],
  links: readonly LinkTold[],
  corrections: readonly (string | null)[],
): string {
  return links
    .map(({ id, from, to }, at) => {
      if (verb === 'undo')
        return corrections[at] === null ? ` Nothing was decided about ${id}.\n` : ` Taken back: ${id}.\n`;
      const [is, undo] = [verb === 'confirm' ? 'answers' : 'does not answer', `bifocal links undo ${id}`];
      return ` From now on “${from.text}” ${is} “${to.text}”. ${undo} takes it back.\n`;
    })
    .join('');
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'links' });
}
