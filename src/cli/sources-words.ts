/** How the sources of a product stand, in words: known until when, last news, what is missing and what would bring it. */
import { dayOf, instantOf } from '#core/time.ts';
import type { SourceState } from '#engine/sources.ts';
import { wrap } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

export function sourcesWords(product: string, sources: readonly SourceState[], screen: Screen): string {
  const paint = paintFor(screen);
  if (sources.length === 0) return ` ${product} has no sources yet. bifocal add <target> writes one.\n`;
  const wide = Math.max(...sources.map(({ kind }) => kind.length));
  const lines = sources.flatMap((one) => {
    const mark = one.state === 'failed' ? paint('claim', 'no ') : one.state === 'ok' ? paint('bridge', 'ok ') : '-- ';
    const head = ` ${mark} ${one.kind.padEnd(wide)}  `;
    const where = shortened(one.origin, screen.columns - wide - 8);
    return [
      `${head}${paint('strong', where)}`,
      `${' '.repeat(wide + 7)}${stateWords(one)}`,
      ...one.missing.flatMap(({ because, remedy }) =>
        [because, remedy].flatMap((said) =>
          wrap(said, screen.columns - wide - 9).map((line) => `${' '.repeat(wide + 7)}${line}`),
        ),
      ),
      '',
    ];
  });
  const next = sources.some(({ imported }) => !imported)
    ? [' Next: when you run bifocal gather, or a reading; gather --due reads what is due.', '']
    : [];
  return plain(screen, `\n ${paint('strong', product)}\n\n${[...lines, ...next].join('\n')}`);
}

function stateWords({ state, imported, observedUntil, newsAt, nextAt }: SourceState): string {
  const known = observedUntil === null ? 'not read yet' : `known until ${dayOf(observedUntil)}`;
  const news = newsAt === null ? '' : `, last news ${instantOf(newsAt).slice(0, 16).replace('T', ' ')} UTC`;
  const stopped = state === 'stopped' ? ', stopped on the way: the next gather goes on from there' : '';
  const next = nextAt === null ? '' : `, due ${instantOf(nextAt).slice(0, 16).replace('T', ' ')} UTC`;
  return `${known}${news}${next}${imported ? ', imported' : ''}${stopped}`;
}

/** The end of an origin tells more than its beginning. */
export function shortened(text: string, width: number): string {
  return text.length <= width ? text : `…${text.slice(text.length - width + 1)}`;
}
