/** The messages of an mbox or .eml, one after another as bytes; memory holds one at a time. */
import { LineCutter } from '../evidence/file-bytes.ts';
import { headBytes, openFile } from '../table/inspect.ts';

export interface RawMessage {
  /** The line of the file that it begins on. */
  readonly row: number;
  /** null: larger than can be held. */
  readonly raw: Buffer | null;
}

export type MailShape = 'mbox' | 'eml';

/** Attachments included; providers end at 25 to 50 MB. */
export const LARGEST_MESSAGE = 32 * 2 ** 20;

const FIELD = /^[A-Za-z][A-Za-z0-9-]{0,60}:[ \t\S]/;
const FROM_LINE = /^From \S.{5,200}$/;

/** Null where it is no mail: an mbox opens with a line of its own, a message with its header. */
export async function mailShape(path: string): Promise<MailShape | null> {
  const lines = (await headBytes(path, 65_536)).toString('latin1').split(/\r?\n/);
  const mbox = FROM_LINE.test(lines[0] ?? '');
  const header: string[] = [];
  for (const line of mbox ? lines.slice(1) : lines) {
    if (line === '') break;
    if (!FIELD.test(line) && !/^[ \t]/.test(line)) return null;
    header.push(line.toLowerCase());
  }
  const has = (name: string) => header.some((line) => line.startsWith(`${name}:`));
  if (!has('from') || !(has('date') || has('message-id') || has('received'))) return null;
  return mbox ? 'mbox' : 'eml';
}

export async function* messagesIn(path: string, shape: MailShape, signal: AbortSignal): AsyncGenerator<RawMessage> {
  const { pieces } = await openFile(path);
  const cutter = new LineCutter();
  const open = new OpenMessage();
  let row = 0;
  let blank = true;
  const take = function* (lines: Iterable<Buffer | null>): Generator<RawMessage> {
    for (const line of lines) {
      row += 1;
      const starts = shape === 'mbox' && blank && line !== null && isFrom(line);
      blank = line !== null && (line.length === 0 || (line.length === 1 && line[0] === 13));
      if (!starts) {
        open.add(line === null ? null : unescaped(line, shape));
        continue;
      }
      const before = open.close();
      if (before !== null) yield before;
      open.start(row);
    }
  };
  if (shape === 'eml') open.start(1);
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield* take(cutter.push(piece));
  }
  yield* take(cutter.end());
  const last = open.close();
  if (last !== null) yield last;
}

class OpenMessage {
  #row: number | null = null;
  #lines: Buffer[] = [];
  #size = 0;

  start(row: number): void {
    this.#row = row;
  }

  /** null: a line that was too long to be cut. */
  add(line: Buffer | null): void {
    if (this.#row === null) return;
    this.#size += line === null ? LARGEST_MESSAGE : line.length + 1;
    if (this.#size > LARGEST_MESSAGE) this.#lines = [];
    else if (line !== null) this.#lines.push(line, NEWLINE);
  }

  close(): RawMessage | null {
    if (this.#row === null) return null;
    const raw = this.#size > LARGEST_MESSAGE ? null : Buffer.concat(this.#lines);
    const message = { row: this.#row, raw };
    [this.#row, this.#lines, this.#size] = [null, [], 0];
    return message;
  }
}

const NEWLINE = Buffer.from('\n');
const FROM = Buffer.from('From ');

function isFrom(line: Buffer): boolean {
  return line.length > FROM.length && line.subarray(0, FROM.length).equals(FROM);
}

/** `>From` in the text of a message was `From` before it was put into the mbox. */
function unescaped(line: Buffer, shape: MailShape): Buffer {
  if (shape === 'eml' || line[0] !== 0x3e) return line;
  let at = 0;
  while (line[at] === 0x3e) at += 1;
  return isFrom(line.subarray(at)) ? line.subarray(1) : line;
}
