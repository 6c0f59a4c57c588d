/** Which messages belong together and who the makers are, told from the headers of all files before any is taken. */
import type { MailHead } from './head.ts';

/** Half a gigabyte of names would be held beyond it. */
export const MOST_MESSAGES = 500_000;

/** Providers where anybody gets an address: their domain says nothing of a company. */
const PROVIDERS =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|live|outlook|msn|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|tutanota|fastmail|yandex|qq|163|126|orange|wanadoo|free|laposte|t-online|freenet|posteo|mailbox|libero)\./;

export interface MailPlace {
  /** Of the message that opened it, or of the oldest that it names and nobody kept. */
  readonly thread: string;
  readonly opens: boolean;
  /** Messages behind the first. */
  readonly replies: number;
}

export class MailThreads {
  readonly #parents = new Map<string, readonly string[]>();
  readonly #times = new Map<string, number>();
  readonly #received = new Map<string, number>();
  #messages = 0;
  #openers: Map<string, { id: string; at: number; replies: number }> | null = null;

  get messages(): number {
    return this.#messages;
  }

  see({ id, references, at, from, to }: MailHead): void {
    if (at === null || this.#times.has(id)) return;
    this.#messages += 1;
    this.#times.set(id, at);
    if (references.length > 0) this.#parents.set(id, references);
    const own = domainOf(from);
    for (const domain of new Set(to.map(domainOf)))
      if (domain !== null && domain !== own && !PROVIDERS.test(domain))
        this.#received.set(domain, (this.#received.get(domain) ?? 0) + 1);
  }

  /** The domain that most of the messages from elsewhere are written to; null where no one has half of them. */
  makers(): string | null {
    let best: string | null = null;
    for (const [domain, count] of this.#received)
      if (best === null || count > (this.#received.get(best) ?? 0)) best = domain;
    const all = [...this.#received.values()].reduce((sum, count) => sum + count, 0);
    return best !== null && (this.#received.get(best) ?? 0) * 2 >= all ? best : null;
  }

  placeOf(id: string): MailPlace {
    this.#openers ??= this.#opened();
    const thread = this.#rootOf(id);
    const opener = this.#openers.get(thread);
    return { thread: opener?.id ?? thread, opens: opener?.id === id, replies: opener?.replies ?? 0 };
  }

  /** Goes up from reference to reference; a circle ends where it began. */
  #rootOf(id: string): string {
    const seen = new Set<string>();
    let at = id;
    while (!seen.has(at)) {
      seen.add(at);
      const above = this.#parents.get(at);
      const [oldest] = above ?? [];
      if (oldest === undefined) break;
      // A circle has no oldest: its least name stands for it.
      if (seen.has(oldest)) return [...seen].sort()[0] ?? at;
      at = oldest;
    }
    return at;
  }

  #opened(): Map<string, { id: string; at: number; replies: number }> {
    const openers = new Map<string, { id: string; at: number; replies: number }>();
    for (const [id, at] of this.#times) {
      const root = this.#rootOf(id);
      const known = openers.get(root);
      if (known === undefined) openers.set(root, { id, at, replies: 0 });
      else {
        known.replies += 1;
        // The message that the others name opens it, whatever its clock said.
        if (id === root || (known.id !== root && at < known.at)) [known.id, known.at] = [id, at];
      }
    }
    return openers;
  }
}

export function domainOf(address: string | null): string | null {
  const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase() ?? '';
  return /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/.test(domain) ? domain : null;
}
