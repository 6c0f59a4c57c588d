/** `bifocal claims`: the ledger, one claim with both sides, and what a person decides about it. */
import { BifocalError } from '#core/errors.ts';
import {
  claimNamed,
  confirmable,
  decideClaim,
  ledgerWithProblems,
  type ToldClaim,
  takeBackClaim,
} from '#engine/claims.ts';
import { gatherSources } from '#engine/gather-sources.ts';
import { targetNamed } from '#engine/named-target.ts';
import type { Store } from '#engine/open-store.ts';
import { productHere } from '#engine/product.ts';
import { isTheirs, tellWhose } from '#engine/whose.ts';
import type { Asked } from './arguments.ts';
import { claimWords, ledgerWords } from './claims-words.ts';
import { liveProgress } from './live-progress.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function claimsCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { flags, targets } = asked;
  const json = flags.json === true;
  const [named, ...more] = targets;
  const verbs = (['confirm', 'dispute', 'undo'] as const).filter((verb) => flags[verb] === true);
  if (more.length > 0 || verbs.length > 1 || (verbs.length === 1 && named === undefined))
    throw usage('Name one claim by its number, and at most one of --confirm, --dispute, --undo.');
  if (flags.theirs === true && flags.ours === true) throw usage('It is ours or theirs, not both.');
  await withStore(asked, terminal, async (store) => {
    const product = await productRead(store, asked, terminal);
    if (flags.theirs === true || flags.ours === true) await tellWhose(store, product.id, flags.theirs === true);
    const all = await ledgerWithProblems(store, product.id);
    if (named === undefined) {
      const theirs = isTheirs((await store.products.byId(product.id)) ?? { settings: {} });
      const whose = { name: product.name, theirs };
      terminal.print(json ? printed(all) : ledgerWords(whose, all, flags.all === true, terminal.screen));
      return;
    }
    const claim = claimNamed(all, named);
    const [verb] = verbs;
    if (verb === undefined) {
      terminal.print(json ? printed(claim) : claimWords(claim, terminal.screen));
      return;
    }
    const said = await decided(store, product.id, claim, verb, typeof flags.reason === 'string' ? flags.reason : null);
    const now = (await ledgerWithProblems(store, product.id)).find(({ id }) => id === claim.id) ?? null;
    terminal.print(json ? printed({ said, claim: now }) : ` ${said}\n`);
  });
  return 0;
}

/** `--product` names one that is known; else what lies here, or at `--of`, is read first. */
async function productRead(store: Store, { flags }: Asked, terminal: Terminal): Promise<{ id: string; name: string }> {
  if (typeof flags.product === 'string') {
    const known = await store.products.byName(flags.product);
    if (known === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: flags.product });
    return known;
  }
  const { cwd, env, signal } = terminal;
  const of = typeof flags.of === 'string' ? flags.of : '.';
  const live = liveProgress(terminal);
  try {
    const target = await targetNamed(store, of, cwd, env);
    const order = { target, at: null, deep: false, signal, env, onProgress: live.on };
    return (await gatherSources(store, order)).product;
  } catch (error) {
    // What was imported for this folder is read where nothing lies in it.
    if (of !== '.' || !(error instanceof BifocalError) || error.code !== 'NOTHING_TO_READ') throw error;
    return productHere(store, cwd, signal);
  } finally {
    live.end();
  }
}

async function decided(
  store: Store,
  productId: string,
  claim: ToldClaim,
  verb: 'confirm' | 'dispute' | 'undo',
  reason: string | null,
): Promise<string> {
  const number = claim.id.slice(0, 8);
  if (verb === 'undo') {
    const was = await takeBackClaim(store, productId, claim);
    return was === null ? `Nothing was decided about ${number}.` : 'Taken back.';
  }
  if (verb === 'confirm') confirmable(claim);
  await decideClaim(store, productId, claim, verb, reason);
  const takes = `bifocal claims ${number} --undo takes it back.`;
  if (verb === 'confirm' && claim.verdict === 'ahead of the evidence')
    return `From now on ${number} is known to be ahead of the evidence. ${takes}`;
  return verb === 'confirm'
    ? `From now on ${number} counts as contradicted. ${takes}`
    : `From now on the verdict on ${number} is set aside. ${takes}`;
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'claims' });
}

function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
