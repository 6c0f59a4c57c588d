/** Words as people read them: the marks of Markdown and HTML go, every word stays. */

/**
 * For people to read: a sentence that begins or ends within a link loses the other half of it too, and what stands
 * between ticks stays as it is.
 */
export function shownWords(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^:{3,}\s?[a-z]{1,20} /, '')
    .replace(/!?\[([^[\]]{0,300})\](?:\([^()]{0,500}\)|\[[^[\]]{0,100}\])/g, '$1')
    .replace(/^([^[\]]{1,300})\](?:\([^()]{0,500}\)|\[[^[\]]{0,100}\])/, '$1')
    .replace(/\[([^[\]]{1,300})$/, '$1')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : withoutEmphasis(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/\*\*|__/g, '')
    .replace(/<[^<>]{1,300}>/g, '')
    .replace(/(?<![\p{L}\p{N}*])\*([^*\s][^*]{0,200})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_/])_([^_\s][^_]{0,200})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1');
}
