/** One tag of HTML with its attributes, and what it says of its content: hidden, or beside the page's own words. Pure. */

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** `<br/>`. */
  readonly empty: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the page goes on. */
  readonly to: number;
}

const LONGEST_TAG = 20_000;
const MOST_ATTRIBUTES = 60;

/** Null where what stands at `from` is no tag. `close`: where the next `>` stands, so that nobody looks for it twice. */
export function tagAt(html: string, from: number, close: number): Tag | null {
  if (close < 0 || close - from > LONGEST_TAG) return null;
  const opened = /^<(\/?)([a-z][a-z0-9-]{0,30})/i.exec(html.slice(from, from + 40));
  if (opened === null) {
    // `<!doctype …>` and `<?xml …?>` say nothing.
    if (!/^<[!?]/.test(html.slice(from, from + 2))) return null;
    return { name: '!', closing: false, empty: true, attributes: {}, to: close + 1 };
  }
  const attributes: Record<string, string> = {};
  const last = Math.min(html.length, from + LONGEST_TAG);
  let at = from + opened[0].length;
  let many = 0;
  let empty = false;
  while (at < last && html[at] !== '>') {
    const letter = html[at] as string;
    if (/[\s/]/.test(letter)) {
      empty = letter === '/';
      at += 1;
      continue;
    }
    empty = false;
    const name = /^[^\s=>/]{1,80}/.exec(html.slice(at, at + 80))?.[0] ?? letter;
    at += name.length;
    const equals = /^\s{0,20}=\s{0,20}/.exec(html.slice(at, at + 42))?.[0];
    let value = '';
    if (equals !== undefined) {
      at += equals.length;
      const quote = html[at];
      if (quote === '"' || quote === "'") {
        const to = html.indexOf(quote, at + 1);
        if (to < 0 || to >= last) return null;
        value = html.slice(at + 1, to);
        at = to + 1;
      } else {
        value = /^[^\s>]{0,2000}/.exec(html.slice(at, at + 2_000))?.[0] ?? '';
        at += value.length;
      }
    }
    many += 1;
    if (many <= MOST_ATTRIBUTES) attributes[name.toLowerCase()] ??= value;
  }
  if (at >= last) return null;
  const name = (opened[2] as string).toLowerCase();
  return { name, closing: opened[1] === '/', empty, attributes, to: at + 1 };
}

const UNSEEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4}|clip\s*:\s*rect\(\s*[01]/i;
/** Class names by which the common frameworks keep words for programs alone. */
const UNSEEN_CLASS = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|hidden|d-none|offscreen)(?:\s|$)/i;

/** `hidden md:block` shows on a wide screen. */
const SHOWN_SOMEWHERE = /(?:^|\s)(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents)/;

/** Opacity is left alone: pages fade their words in. */
export function isHidden({ attributes }: Tag): boolean {
  const { hidden, style = '', class: names = '', 'aria-hidden': aria } = attributes;
  return (
    hidden !== undefined ||
    aria === 'true' ||
    UNSEEN.test(style) ||
    (UNSEEN_CLASS.test(names) && !SHOWN_SOMEWHERE.test(names))
  );
}

const APART_ROLE = /^(?:navigation|contentinfo|search|menu|menubar|dialog|alertdialog|complementary|toolbar|tablist)$/i;
const APART_NAME =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|cookies?|consent|gdpr|sidebar|toc|newsletter|subscribe|pagination|skip-?link|share|social-?(?:links|media)|copyright|legal|banner-cookie)(?:[\s_-]|$)/i;

/** Menus, footers, notices and forms stand on many pages and say nothing of this one. */
export function isApart({ name, attributes }: Tag, byName: boolean): boolean {
  if (name === 'nav' || name === 'footer' || name === 'form' || name === 'dialog' || name === 'textarea') return true;
  if (name === 'body' || name === 'html' || name === 'main' || name === 'article') return false;
  const { role = '', id = '', class: names = '' } = attributes;
  if (APART_ROLE.test(role)) return true;
  return byName && (APART_NAME.test(id) || APART_NAME.test(names.slice(0, 400)));
}
