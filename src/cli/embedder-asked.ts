/** A model of the user’s own for vectors: from flags or the environment, and only after they agreed to what is sent. */
import { resolve } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import type { AskedEmbedder } from '#engine/embed/embedding.ts';
import { endpoint } from '#engine/embed/endpoint.ts';
import { modelIn } from '#engine/embed/model-folder.ts';
import { HUB, isKept, modelOnHub } from '#engine/embed/model-hub.ts';
import { onnxModel } from '#engine/embed/onnx-model.ts';
import { homeOf } from '#engine/home.ts';
import type { Chosen } from '#engine/needs.ts';
import type { Asked } from './arguments.ts';
import type { Flag } from './flags.ts';
import { agreed, confirmed, saidBy } from './leave-to-send.ts';
import type { Terminal } from './terminal.ts';

export const EMBEDDER_FLAGS: readonly Flag[] = [
  {
    name: 'embedder',
    kind: 'string',
    takes: '<where>',
    help: 'Take vectors from a model of your own: a folder with an ONNX model, or “hub” to fetch one, both run here; or the address of an OpenAI-compatible endpoint, such as Ollama, where texts are sent after you agreed.',
  },
  {
    name: 'model',
    kind: 'string',
    takes: '<name>',
    help: 'With --embedder: the model that the hub or the endpoint shall give.',
  },
  { name: 'yes', kind: 'boolean', help: 'With --embedder: send the texts, or fetch the model, without asking.' },
];

/** Null where nobody asked for one. A key comes from the environment alone: flags are seen by other programs. */
export async function embedderAsked(asked: Asked, terminal: Terminal): Promise<AskedEmbedder | null> {
  const where = saidBy(asked, terminal, 'embedder', 'BIFOCAL_EMBEDDER');
  if (where === null) return null;
  const yes = asked.flags.yes === true;
  const model = () => {
    const name = saidBy(asked, terminal, 'model', 'BIFOCAL_EMBEDDER_MODEL');
    if (name !== null) return name;
    const cause = '--embedder needs --model, the name that it knows the model by.';
    throw new BifocalError('USAGE', { cause, command: asked.command.name });
  };
  if (where === 'hub') return fromHub(model(), yes, terminal);
  if (!/:\/\/|:\d+(?:\/|$)/.test(where)) {
    const place = await modelIn(resolve(terminal.cwd, where));
    return { ...onnxModel(place), may: async () => {}, onProgress: progress('Read', terminal) };
  }
  const chosen = endpoint({ address: where, model: model(), key: terminal.env.BIFOCAL_EMBEDDER_KEY || undefined });
  return {
    ...chosen,
    may: (sent) => agreed(sent, { to: chosen.to, model: model(), flag: '--embedder', yes }, terminal),
    onProgress: progress('Sent', terminal),
  };
}

/** What is fetched is a model; no text leaves. */
async function fromHub(name: string, yes: boolean, terminal: Terminal): Promise<AskedEmbedder> {
  const hub = { cache: homeOf(terminal.env, process.platform).models };
  if (!isKept(name, hub)) {
    const to = new URL(HUB).host;
    terminal.warn(` The model ${name} ${yes ? 'is' : 'would be'} fetched from ${to} and kept in ${hub.cache}.\n`);
    if (!yes)
      await confirmed(' Fetch it? [y/N] ', terminal, { texts: `A request for ${name}`, to, flag: '--embedder' });
  }
  const place = await modelOnHub(name, hub);
  return { ...onnxModel(place), may: async () => {}, onProgress: progress('Read', terminal) };
}

function progress(did: string, terminal: Terminal): (done: number, all: number) => void {
  return (done, all) => {
    if (!terminal.live) return;
    terminal.overwrite(done < all ? `${did} ${thousands(done)} of ${thousands(all)} texts` : '');
  };
}

/** The same with what stops it, as needs take it. */
export async function chosenBy(asked: Asked, terminal: Terminal): Promise<Chosen | null> {
  const embedder = await embedderAsked(asked, terminal);
  return embedder === null ? null : { embedder, signal: terminal.signal };
}
