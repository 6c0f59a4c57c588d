/** The contents of blobs, one after the other, from one git that stays open: to start it for each takes longer than to read. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { Conversation } from '../git/offers-conversation.ts';

const LINE_END = 10;

/** A longer one is no text that a person wrote; git is asked for it alone, and the answer refused as any that is too long. */
const LONGEST = 64 * 2 ** 20;

export class Blobs {
  readonly #git: Git;
  #open: Conversation | null = null;

  constructor(git: Git) {
    this.#git = git;
  }

  /** The text of a blob that is there, and has so many bytes. */
  async text(blob: string, bytes: number): Promise<string> {
    if (bytes > LONGEST) return this.#git.text(['cat-file', 'blob', blob]);
    this.#open ??= new Conversation(this.#git, ['cat-file', '--batch']);
    this.#open.ask(blob);
    const head = await this.#open.answers.until(LINE_END);
    if (head?.toString('latin1') !== `${blob} blob ${bytes}`)
      throw new BifocalError('GIT_FAILED', { target: 'The repository', cause: `it has no blob ${blob}` });
    const text = (await this.#open.answers.take(bytes)).toString('utf8');
    await this.#open.answers.take(1);
    return text;
  }

  async close(): Promise<void> {
    await this.#open?.close();
  }
}
