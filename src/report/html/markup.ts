/** Markup as values: whatever is put into it is escaped, unless it is markup itself. */

/** A piece of HTML that is safe to put into a page. */
export class Markup {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
  toString(): string {
    return this.html;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** `` markup`<p>${text}</p>` ``: text is escaped, markup and lists of it are joined, null and false are nothing. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.reduce((html, piece, at) => html + htmlOf(parts[at - 1]) + piece));
}

/** Only for our own style sheets and scripts, never for anything that was read. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

function htmlOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.html;
  if (Array.isArray(part)) return part.map(htmlOf).join('');
  return escapeText(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
