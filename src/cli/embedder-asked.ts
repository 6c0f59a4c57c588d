/** A model of the user’s own for vectors: from flags or the environment, and only after they agreed to what is sent. */
import { BifocalError } from '#core/errors.ts';
import type { AskedEmbedder, Sent } from '#engine/embed/embedding.ts';
import { endpoint } from '#engine/embed/endpoint.ts';
import type { Chosen } from '#engine/needs.ts';
import { thousands } from '#report/figures.ts';
import type { Asked } from './arguments.ts';
import type { Flag } from './flags.ts';
import type { Terminal } from './terminal.ts';

export const EMBEDDER_FLAGS: readonly Flag[] = [
  {
    name: 'embedder',
    kind: 'string',
    takes: '<address>',
    help: 'Take vectors from an OpenAI-compatible endpoint, such as Ollama; texts are sent there, after you agreed.',
  },
  { name: 'model', kind: 'string', takes: '<name>', help: 'With --embedder: the model that it shall use.' },
  { name: 'yes', kind: 'boolean', help: 'With --embedder: send the texts without asking.' },
];

/** Null where nobody asked for one. A key comes from the environment alone: flags are seen by other programs. */
export function embedderAsked(asked: Asked, terminal: Terminal): AskedEmbedder | null {
  const { env } = terminal;
  const said = (name: string, variable: string) => {
    const value = asked.flags[name] ?? env[variable];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const address = said('embedder', 'BIFOCAL_EMBEDDER');
  if (address === null) return null;
  const model = said('model', 'BIFOCAL_EMBEDDER_MODEL');
  if (model === null) {
    const cause = '--embedder needs --model, the name that it knows the model by.';
    throw new BifocalError('USAGE', { cause, command: asked.command.name });
  }
  const chosen = endpoint({ address, model, key: env.BIFOCAL_EMBEDDER_KEY || undefined });
  const { live } = terminal;
  return {
    ...chosen,
    may: (sent) => agreed(sent, chosen.to, model, asked.flags.yes === true, terminal),
    onProgress: (done, all) => {
      if (live) terminal.overwrite(done < all ? `Sent ${thousands(done)} of ${thousands(all)} texts` : '');
    },
  };
}

/** The same with what stops it, as needs take it. */
export function chosenBy(asked: Asked, terminal: Terminal): Chosen | null {
  const embedder = embedderAsked(asked, terminal);
  return embedder === null ? null : { embedder, signal: terminal.signal };
}

async function agreed(sent: Sent, to: string, model: string, yes: boolean, terminal: Terminal): Promise<void> {
  const texts = `${thousands(sent.texts)} ${sent.texts === 1 ? 'text' : 'texts'} (${thousands(sent.characters)} characters)`;
  terminal.warn(
    ` ${texts} ${yes ? 'are sent' : 'would be sent'} to ${to}, for the model ${model}: the beginning of each, without e-mail addresses, phone numbers and keys.\n`,
  );
  if (yes) return;
  const answer = terminal.interactive ? await terminal.ask(' Send them? [y/N] ') : null;
  if (!/^\s*y(?:es)?\s*$/i.test(answer ?? '')) throw new BifocalError('NOTHING_SENT', { texts, to });
}
