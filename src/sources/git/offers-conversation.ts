/** One `git cat-file` that stays open and is asked again and again: a bisection asks hundreds of small questions. */
import type { Git } from '#core/source.ts';
import { Bytes } from './documents-bytes.ts';

export class Conversation {
  readonly answers: Bytes;
  readonly #waiting: string[] = [];
  #wake: (() => void) | null = null;
  #over = false;

  constructor(git: Git, args: readonly string[]) {
    this.answers = new Bytes(git.stream(args, this.#input()));
  }

  /** One line of input; its answer is read from `answers`. */
  ask(line: string): void {
    this.#waiting.push(line);
    this.#wake?.();
  }

  async close(): Promise<void> {
    this.#over = true;
    this.#wake?.();
    await this.answers.close();
  }

  async *#input(): AsyncGenerator<string> {
    for (;;) {
      const lines = this.#waiting.splice(0);
      if (lines.length > 0) yield `${lines.join('\n')}\n`;
      else if (this.#over) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      this.#wake = null;
    }
  }
}
