/** The package on a terminal: apart, then together as a table of needs by groups of customers. */
import type { PackageCell, PackageTold } from '#core/package.ts';
import { counted } from '#core/wording.ts';
import { dateWords, shareWords } from '../figures.ts';
import { cut, visible, wrap } from '../terminal/layout.ts';
import { paintFor, plain, type Screen } from '../terminal/style.ts';

const INDENT = '   ';
const NARROWEST = 9;
const WIDEST = 18;
const LEAST_SAYS = 24;

export function packageTerminal(product: string, told: PackageTold, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(screen.columns, 120) - 4;
  const body = (text: string) => wrap(visible(text), width).map((line) => `${INDENT}${line}`);
  const lines = ['', ` ${paint('strong', product)}`, ...body(told.head)];
  if (told.by !== null) {
    lines.push('', ` ${paint('product', 'Apart: the product at its best')}`);
    if (told.bestBecause !== null) lines.push(...body(told.bestBecause));
    for (const { says, people, quotes } of told.best) {
      lines.push(...body(`${counted(people, 'person praises', 'people praise')} it: ${says}`));
      for (const { text, at } of quotes) {
        lines.push(
          ...wrap(`“${visible(text)}” ${dateWords(at)}`, width - 2).map((line) => `${INDENT}  ${paint('faint', line)}`),
        );
      }
    }
    lines.push('', ` ${paint('customer', 'Apart: the ideal customer')}`, ...body(told.ideal.sentence));
    for (const { name, people, share, interval, loving, either } of told.groups) {
      const felt =
        share === null
          ? 'no word of praise or of leaving'
          : `${loving} of ${either} praise it and stay, ${shareWords(share, interval)}`;
      lines.push(...body(`${name}: ${counted(people, 'person', 'people')}; ${felt}`));
    }
    lines.push('', ` ${paint('bridge', `Together: needs by ${told.by}`)}`, ...tableLines(told, width, paint));
    if (told.unsaidBecause !== null) lines.push(...body(`What is said nowhere is not known. ${told.unsaidBecause}`));
    lines.push(
      '',
      ` ${paint('bridge', 'The smallest tinker that would make it tailor-made')}`,
      ...body(told.tinker.sentence),
    );
  }
  return plain(screen, [...lines, ''].join('\n'));
}

type Painted = ReturnType<typeof paintFor>;

/** As many groups side by side as leave room for the need; the rest are named. */
function tableLines({ rows, groups, more }: PackageTold, width: number, paint: Painted): string[] {
  if (rows.length === 0) return [`${INDENT}No needs were found yet.`];
  const fits = Math.max(1, Math.min(groups.length, Math.floor((width - LEAST_SAYS) / (NARROWEST + 2))));
  const shown = groups.slice(0, fits);
  const column = Math.min(WIDEST, Math.max(NARROWEST, Math.floor((width - LEAST_SAYS) / fits) - 2));
  const says = width - fits * (column + 2);
  const head = shown.map(({ name }) => `  ${cut(visible(name), column).padEnd(column)}`).join('');
  const lines = [`${INDENT}${paint('faint', `${''.padEnd(says)}${head}`.trimEnd())}`];
  for (const row of rows) {
    const [first = '', second] = wrap(visible(row.says), says - 1);
    const cells = row.cells.slice(0, fits).map((cell) => `  ${cut(cellWords(cell), column).padEnd(column)}`);
    lines.push(`${INDENT}${cut(first, says).padEnd(says)}${cells.join('')}`.trimEnd());
    if (second !== undefined) lines.push(`${INDENT}${cut(second, says)}`);
  }
  if (more > 0) lines.push(`${INDENT}and ${more} more: bifocal needs --all`);
  const left = groups.slice(fits).map(({ name }) => name);
  if (left.length > 0)
    lines.push(
      ...wrap(`No room for: ${left.join(', ')}. --json has them all.`, width).map((line) => `${INDENT}${line}`),
    );
  return lines;
}

function cellWords({ state, n, met }: PackageCell): string {
  return state === null ? '–' : `${state} ${met}/${n}`;
}
