/** What somebody decides about needs: found by what they typed, kept as a correction with who, when and why. */
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import type { JsonObject } from '#core/json.ts';
import type { Correction } from '#store/corrections.ts';
import type { Store } from '#store/store.ts';
import type { NeedListed, NeedTold } from './needs.ts';

export interface Why {
  readonly author: string | null;
  readonly reason: string | null;
}

/** So many members tell which need was meant, should its id ever be gone. */
const ANCHORS = 20;
/** Shorter beginnings of an id may mean several. */
const LEAST_ID = 6;
const TARGET = 'need';

/** A place in the list from 1, the beginning of an id, or words of one name. Rejects with NEED_NOT_FOUND. */
export function needNamed<Need extends NeedListed>(needs: readonly Need[], said: string): Need {
  const place = /^\d{1,5}$/.test(said) ? needs[Number(said) - 1] : undefined;
  if (place) return place;
  const words = said.toLowerCase();
  const byId = words.length >= LEAST_ID ? needs.filter(({ id }) => id.startsWith(words)) : [];
  const exact = needs.filter(({ name }) => name.toLowerCase() === words);
  const within = needs.filter(({ name }) => name.toLowerCase().includes(words));
  const [found] = [byId, exact, within].flatMap((some) => (some.length === 1 ? some : []));
  if (!found) throw new BifocalError('NEED_NOT_FOUND', { need: said });
  return found;
}

/** Evidence by the beginning of its id. Rejects with PIECE_NOT_FOUND. */
async function pieceNamed(store: Store, productId: string, needs: readonly NeedTold[], said: string): Promise<string> {
  const found = needs.flatMap(({ members }) =>
    members.flatMap(({ evidence }) => (said.length >= LEAST_ID && evidence.startsWith(said) ? evidence : [])),
  );
  const [one] = found.length === 1 ? found : (await store.read.evidence(productId, [said])).map(({ id }) => id);
  if (one === undefined) throw new BifocalError('PIECE_NOT_FOUND', { piece: said });
  return one;
}

function meant({ id, members }: NeedTold): JsonObject {
  const nearest = members.toSorted(
    (one, two) => two.confidence - one.confidence || (one.evidence < two.evidence ? -1 : 1),
  );
  return { id, anchors: nearest.slice(0, ANCHORS).map(({ evidence }) => evidence) };
}

export function correctingNeeds(store: Store, productId: string, needs: readonly NeedTold[], why: Why) {
  const keep = (verb: string, targetId: string, payload: JsonObject) =>
    store.corrections.add(productId, { target: TARGET, targetId, verb, payload, ...why });
  const pieces = (said: readonly string[]) => Promise.all(said.map((one) => pieceNamed(store, productId, needs, one)));

  return {
    rename: (need: NeedTold, name: string) => keep('rename', need.id, { need: meant(need), name }),

    merge: (from: NeedTold, into: NeedTold) =>
      keep('merge', into.id, {
        need: meant(into),
        from: meant(from),
        evidence: from.members.map(({ evidence }) => evidence),
      }),

    async split(need: NeedTold, said: readonly string[], name: string): Promise<string> {
      const evidence = (await pieces(said)).sort();
      return keep('split', need.id, {
        need: meant(need),
        evidence,
        name,
        to: idOf('need', 'split', need.id, ...evidence),
      });
    },

    /** `to` null: of no need. */
    async move(said: readonly string[], to: NeedTold | null): Promise<string[]> {
      const done: string[] = [];
      for (const evidence of await pieces(said)) {
        const was = needs.find(({ members }) => members.some((one) => one.evidence === evidence))?.id ?? null;
        done.push(await keep('move', evidence, { evidence, to: to === null ? null : meant(to), was }));
      }
      return done;
    },

    /** All of its members where none are named. */
    async confirm(need: NeedTold, said: readonly string[]): Promise<string> {
      const evidence = said.length > 0 ? await pieces(said) : need.members.map((one) => one.evidence);
      return keep('confirm', need.id, { need: meant(need), evidence });
    },
  };
}

/** Takes back a decision about needs by the beginning of its id, else the last one; null where nothing stands. */
export async function undoNeed(
  store: Store,
  productId: string,
  said: string | undefined,
  author: string | null,
): Promise<Correction | null> {
  const standing = (await store.corrections.list(productId)).filter(({ target }) => target === TARGET);
  const found = said === undefined ? standing.at(-1) : standing.findLast(({ id }) => id.startsWith(said));
  if (!found) return null;
  await store.corrections.undo(productId, found.id, author);
  return found;
}
