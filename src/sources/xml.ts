/** Reads XML of strangers: one pass, no entities of a document's own, nothing fetched, bounded in depth and in the length of a tag. Pure. */

const DEEPEST = 64;
const LONGEST_TAG = 65_536;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export interface XmlElement {
  /** As it is written, prefix and all. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** The address of its namespace; empty where it has none. */
  readonly space: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  readonly parent: XmlElement | null;
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** Ends “it cannot be read: …”. */
export class XmlFlaw extends Error {}

/**
 * Yields each wanted element when it is closed, and takes it out of its parent; returns the root with all that is left.
 * Throws XmlFlaw.
 */
export function* readXml(
  text: string,
  wanted: (element: XmlElement) => boolean = () => false,
): Generator<XmlElement, XmlElement> {
  let root: XmlElement | null = null;
  let open: XmlElement | null = null;
  let scope: ReadonlyMap<string, string> = new Map();
  const scopes: ReadonlyMap<string, string>[] = [];
  let at = 0;
  let line = 1;
  let counted = 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const piece = text.slice(at, tag === -1 ? text.length : tag);
    if (open !== null && piece !== '') open.children.push(decoded(piece));
    if (tag === -1) break;
    if (text.startsWith('<![CDATA[', tag)) {
      const end = endOf(text, ']]>', tag + 9);
      if (open !== null) open.children.push(text.slice(tag + 9, end));
      at = end + 3;
      continue;
    }
    if (text.startsWith('<!--', tag)) {
      at = endOf(text, '-->', tag + 4) + 3;
      continue;
    }
    if (text.startsWith('<?', tag)) {
      at = endOf(text, '?>', tag + 2) + 2;
      continue;
    }
    const end = tagEnd(text, tag);
    at = end + 1;
    if (text[tag + 1] === '!') {
      // A document type that names another file is never fetched; one that brings entities may unfold without end.
      const said = text.slice(tag, end + 1);
      if (/^<!ENTITY/i.test(said) || said.includes('[')) throw new XmlFlaw('it brings entities of its own');
      continue;
    }
    if (text[tag + 1] === '/') {
      const name = text.slice(tag + 2, end).trim();
      if (open === null || open.name !== name) throw new XmlFlaw('a tag in it is closed that was not opened last');
      scope = scopes.pop() ?? scope;
      const done: XmlElement = open;
      open = done.parent;
      if (!wanted(done)) continue;
      open?.children.pop();
      yield done;
      continue;
    }
    const closed = text[end - 1] === '/';
    for (let next = text.indexOf('\n', counted); next !== -1 && next < tag; next = text.indexOf('\n', counted)) {
      line += 1;
      counted = next + 1;
    }
    const { name, attributes } = headOf(text.slice(tag + 1, closed ? end - 1 : end));
    const inner = scopeWith(scope, attributes);
    const [prefix, local] = name.includes(':') ? (name.split(':', 2) as [string, string]) : ['', name];
    const parent: XmlElement | null = open;
    const space = inner.get(prefix) ?? '';
    const element: XmlElement = { name, local, space, attributes, children: [], parent, line };
    if (parent !== null) parent.children.push(element);
    else if (root === null) root = element;
    else throw new XmlFlaw('it has two roots');
    if (closed) {
      if (!wanted(element)) continue;
      parent?.children.pop();
      yield element;
      continue;
    }
    scopes.push(scope);
    if (scopes.length > DEEPEST) throw new XmlFlaw(`its tags stand more than ${DEEPEST} deep`);
    scope = inner;
    open = element;
  }
  if (root === null) throw new XmlFlaw('it holds no tags');
  if (open !== null) throw new XmlFlaw('it ends in the middle');
  return root;
}

/** The words between its tags. */
export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** As it was between its tags, for what reads markup. */
export function markupOf({ children }: XmlElement): string {
  return children
    .map((child) =>
      typeof child === 'string'
        ? child.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
        : `<${child.local}>${markupOf(child)}</${child.local}>`,
    )
    .join('');
}

export function elementsIn({ children }: XmlElement): XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The five names that every XML knows, and characters by number; other names stay as they are written. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}

function endOf(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from);
  if (end === -1) throw new XmlFlaw('it ends in the middle');
  return end;
}

/** `>` may stand inside the quotes of an attribute. */
function tagEnd(text: string, tag: number): number {
  const last = Math.min(text.length, tag + LONGEST_TAG);
  let quote = '';
  for (let at = tag + 1; at < last; at += 1) {
    const sign = text[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '<') throw new XmlFlaw('a tag in it is not closed');
  }
  throw new XmlFlaw(last === text.length ? 'it ends in the middle' : 'a tag in it is too long');
}

function headOf(inside: string) {
  const [name = ''] = /^[\p{L}_][\p{L}\p{N}_.:-]{0,99}/u.exec(inside) ?? [];
  if (name === '') throw new XmlFlaw('a tag in it has no name');
  const attributes = new Map<string, string>();
  for (const [, key = '', , double, single] of inside.slice(name.length).matchAll(ATTRIBUTE))
    attributes.set(key, decoded(double ?? single ?? ''));
  return { name, attributes };
}

const ATTRIBUTE = /([\p{L}_][\p{L}\p{N}_.:-]{0,99})\s{0,20}=\s{0,20}("([^"]*)"|'([^']*)')/gu;

function scopeWith(scope: ReadonlyMap<string, string>, attributes: ReadonlyMap<string, string>) {
  const told = [...attributes].filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (told.length === 0) return scope;
  return new Map([...scope, ...told.map(([name, value]) => [name.slice(6), value] as const)]);
}
