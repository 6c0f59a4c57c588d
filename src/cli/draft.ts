/** `bifocal draft`: words by a language model of the user’s own, of which only what the evidence bears is shown. Nothing is kept. */
import { DRAFT_KINDS } from '#core/draft.ts';
import { BifocalError } from '#core/errors.ts';
import { needNamed } from '#engine/need-corrections.ts';
import { needsTold } from '#engine/needs.ts';
import type { Store } from '#engine/open-store.ts';
import { tellMeant, tellsOf } from '#engine/tell.ts';
import { draftBy, type Material } from '#engine/write/draft.ts';
import { needMaterial, noteMaterial, summaryMaterial } from '#engine/write/material.ts';
import { type Writer, writer } from '#engine/write/writer.ts';
import type { Asked } from './arguments.ts';
import { draftWords } from './draft-words.ts';
import { agreed, saidBy } from './leave-to-send.ts';
import { readingFor } from './reading-for.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function draftCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [first, ...rest] = asked.targets;
  const kind = DRAFT_KINDS.find((one) => one === first);
  if (kind === undefined || (kind === 'summary') !== (rest.length === 0))
    throw usage('Say need and which, note and which ask, or summary.');
  const by = writerAsked(asked, terminal);
  await withProduct(asked, terminal, async (store, { id }) => {
    const material = {
      need: () => ofNeed(store, id, rest.join(' ')),
      note: () => ofNote(store, id, rest.join(' ')),
      summary: async () => summaryMaterial(store, await readingFor(store, id, asked, terminal)),
    };
    const going = { to: by.to, model: by.model, flag: '--writer', yes: asked.flags.yes === true };
    const may = (sent: { texts: number; characters: number }) => agreed(sent, going, terminal);
    const draft = await draftBy(by, await material[kind](), { may, signal: terminal.signal });
    if (asked.flags.json === true) terminal.print(`${JSON.stringify(draft, null, 2)}\n`);
    else terminal.print(draftWords(draft, terminal.screen));
  });
  return 0;
}

/** A key comes from the environment alone: flags are seen by other programs. */
function writerAsked(asked: Asked, terminal: Terminal): Writer {
  const address = saidBy(asked, terminal, 'writer', 'BIFOCAL_WRITER');
  const model = saidBy(asked, terminal, 'model', 'BIFOCAL_WRITER_MODEL');
  if (address === null) throw usage('No model comes with Bifocal: --writer names the address of yours.');
  if (model === null) throw usage('--writer needs --model, the name that it knows the model by.');
  return writer({ address, model, key: terminal.env.BIFOCAL_WRITER_KEY || undefined });
}

async function ofNeed(store: Store, productId: string, need: string): Promise<Material> {
  const { needs } = await needsTold(store, productId);
  return needMaterial(store, productId, needNamed(needs, need));
}

async function ofNote(store: Store, productId: string, ask: string): Promise<Material> {
  const { all } = await tellsOf(store, productId);
  return noteMaterial(store, productId, tellMeant(all, ask));
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'draft' });
}
