/** Cells that hold HTML, as plain text. Pure and linear. */

const TAGS = 'p|br|div|span|a|b|i|ul|ol|li|strong|em|h[1-6]|blockquote|table|tr|td|pre|code|img';
const PAIRED = new RegExp(`<(?:/(?:${TAGS})|br ?/?)>`, 'i');
const BREAK = /<(?:br ?\/?|\/(?:p|div|li|tr|h[1-6]|blockquote|pre))>/gi;
const ANY = new RegExp(`</?(?:${TAGS})(?: [^<>]{0,2000})?/?>`, 'gi');
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—' },
  ...{
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
  },
};

/** A column holds HTML when most of its cells do: one that only speaks of tags is left as it was written. */
export function isMarkup(samples: readonly string[]): boolean {
  return samples.length > 0 && samples.filter((sample) => PAIRED.test(sample)).length > samples.length / 2;
}

export function withoutMarkup(text: string): string {
  const plain = text.replace(BREAK, '\n').replace(ANY, '');
  const said = plain.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, ten, sixteen, name) => {
    const code = ten === undefined ? (sixteen === undefined ? null : Number.parseInt(sixteen, 16)) : Number(ten);
    if (code === null) return NAMED[String(name).toLowerCase()] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return said
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
