/** A page of our own documentation on a terminal: headings in capitals, tables and lists as they stand. */
import { indent, wrap } from './layout.ts';
import { paintFor, plain, type Screen } from './style.ts';

export function renderPage(markdown: string, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(screen.columns, 100) - 2;
  const lines = blocksOf(markdown).flatMap((block) => {
    const heading = /^(#+) (.*)$/.exec(block);
    if (heading) return [paint('strong', (heading[2] ?? '').toUpperCase()), ''];
    if (block.startsWith('|') || block.startsWith('    ') || block.startsWith('```')) {
      return [...block.split('\n').filter((line) => !line.startsWith('```')), ''];
    }
    if (/^[-*] /.test(block)) return [...block.split(/\n(?=[-*] )/).flatMap((item) => listItem(item, width)), ''];
    return [...wrap(unmarked(block.replaceAll('\n', ' ')), width), ''];
  });
  return plain(screen, `${indent(lines, 1).join('\n').trimEnd()}\n`);
}

/** Paragraphs, headings, lists, tables and code, in order. */
function blocksOf(markdown: string): string[] {
  return markdown
    .replace(/<!--[^>]*-->/g, '')
    .replace(/^(#+ .*)$/gm, '\n$1\n')
    .split(/\n{2,}/)
    .map((block) => block.replace(/^\n+|\s+$/g, ''))
    .filter((block) => block !== '');
}

function listItem(item: string, width: number): string[] {
  const [first = '', ...rest] = wrap(unmarked(item.replace(/^[-*] /, '').replace(/\s*\n\s*/g, ' ')), width - 2);
  return [`• ${first}`, ...indent(rest, 2)];
}

function unmarked(text: string): string {
  return text
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
