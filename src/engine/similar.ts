/** What has been said like a text: for somebody about to ask the same, or to see who did. */
import type { Evidence } from '#core/evidence.ts';
import needs from '#facts/needs.ts';
import { type Learned, unpacked } from '#language/needs/learned.ts';
import { nearestSaid } from '#language/needs/nearest-said.ts';
import type { Store } from '#store/store.ts';
import { embedded } from './embed/embedding.ts';
import { shelfIn } from './embed/vector-shelf.ts';
import { type Chosen, needsTold, type Quote, quoteOf } from './needs.ts';

export interface SaidAlike extends Quote {
  /** 0 to 1: an order, not a probability. */
  readonly likeness: number;
  /** The need that it is of; null where it is of none. */
  readonly need: { readonly id: string; readonly name: string } | null;
}

/** Loaded once, asked often: what was learned lies in memory, the few best are fetched from the store. */
export interface Alike {
  /** Pieces that are compared. */
  readonly pieces: number;
  to(text: string, most: number): Promise<SaidAlike[]>;
}

/** Texts whose words are compared one by one after vectors chose them. */
const CHOSEN = 50;

/** Null where nothing was said. Needs are found first where they are not kept yet. */
export async function alike(store: Store, productId: string, chosen: Chosen | null = null): Promise<Alike | null> {
  const known = await learnedIn(store, productId);
  const fits = known !== null && (chosen === null || known.outside?.model === chosen.embedder.model);
  const learned = fits ? known : await found(store, productId, chosen);
  if (learned === null || learned.ids.length === 0) return null;
  return {
    pieces: learned.ids.length,
    async to(text, most) {
      const placed =
        chosen === null ? null : await embedded([text], chosen.embedder, shelfIn(store, productId), chosen.signal);
      const nearest = nearestSaid(learned, text, CHOSEN, placed);
      const rows = new Map((await store.read.evidence(productId, nearest.ids)).map((row) => [row.id, row]));
      const words = (id: string) => wordsOf(rows.get(id));
      return nearest.ranked(words, most).flatMap(({ id, likeness }) => {
        const row = rows.get(id);
        return row ? [{ ...quoteOf(row), likeness, need: needOf(learned, id) }] : [];
      });
    },
  };
}

async function found(store: Store, productId: string, chosen: Chosen | null): Promise<Learned | null> {
  await needsTold(store, productId, false, chosen);
  return learnedIn(store, productId);
}

async function learnedIn(store: Store, productId: string): Promise<Learned | null> {
  const bytes = await store.facts.getBytes(productId, 'memory of needs', String(needs.version), '');
  return bytes === null ? null : unpacked(bytes);
}

function wordsOf(row: Evidence | undefined): string {
  return row === undefined ? '' : `${row.title ?? ''}\n${row.body ?? ''}`;
}

function needOf({ ids, of, needs }: Learned, id: string): SaidAlike['need'] {
  const need = needs[of[ids.indexOf(id)] ?? -1];
  return need ? { id: need.id, name: need.name } : null;
}
