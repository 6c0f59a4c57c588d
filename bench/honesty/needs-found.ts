/** What Bifocal found in a written company's texts, told by the company's own ids: needs, which cannot be told beforehand of few sentences, and which asks repeat which. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsNow } from '#engine/links.ts';
import { openStore } from '#store/open.ts';
import type { WorldFacts } from '../../test/worlds/simulated/world.ts';

export async function needsFound(
  home: string,
  product: string,
  { all }: WorldFacts['threads'],
): Promise<Pick<WorldFacts, 'needs' | 'returns' | 'repeats'>> {
  const store = await openStore({
    file: join(home, 'bifocal.db'),
    key: readFileSync(join(home, 'pseudonym.key')),
  });
  try {
    const found = await store.products.byName(product);
    if (found === null) throw new Error(`no product ${product} in ${home}`);
    const wanted = ['needs', 'returns', 'threads', 'repeats'] as const;
    const { needs, returns, threads, repeats } = await factsNow(store, found.id, wanted);
    const ids = new Map<string, string>();
    for await (const rows of store.read.stream(found.id, 'feedback', { until: Number.MAX_SAFE_INTEGER })) {
      for (const { id, externalId } of rows) ids.set(id, externalId);
    }
    const own = (id: string) => ids.get(id) ?? id;
    const places = new Map(all.map(({ id }, place) => [id, place]));
    const placeOf = (thread: number) => places.get(own(threads.all[thread]?.id ?? '')) ?? -1;
    return {
      repeats: { of: new Map([...repeats.of].map(([from, to]) => [placeOf(from), placeOf(to)])) },
      needs: {
        ...needs,
        all: needs.all.map((need) => ({
          ...need,
          members: need.members.map((member) => ({ ...member, evidence: own(member.evidence) })),
        })),
      },
      returns: returns.flatMap((one) => {
        const place = places.get(own(threads.all[one.thread]?.id ?? ''));
        return place === undefined
          ? []
          : [{ ...one, thread: place, again: one.again && { ...one.again, id: own(one.again.id) } }];
      }),
    };
  } finally {
    await store.close();
  }
}
