/** What a new reading brought, for whoever asked to be told: another place, an answered need, a claim without its backing. */
import type { Reading } from '#core/reading.ts';
import type { Store } from '#engine/open-store.ts';
import { readingNow } from '../api/reading-now.ts';
import type { Lookups } from '../jobs/lookups.ts';
import type { Job, Workshop } from '../jobs/workshop.ts';
import type { Errands } from './errands.ts';

interface Standing {
  readonly reading: string | null;
  /** By id: what was backed, and what stands at all. */
  readonly backed: ReadonlyMap<string, string> | null;
  readonly standing: ReadonlySet<string>;
  /** By id: how many of its asks were answered. */
  readonly answered: ReadonlyMap<string, number> | null;
}

const BACKED: ReadonlySet<string> = new Set(['backed by the product', 'backed by customers', 'backed by both']);

export class News {
  readonly #store: Store;
  readonly #workshop: Workshop;
  readonly #lookups: Lookups;
  readonly #errands: Errands;
  readonly #ended = new AbortController();

  constructor(store: Store, workshop: Workshop, lookups: Lookups, errands: Errands) {
    this.#store = store;
    this.#workshop = workshop;
    this.#lookups = lookups;
    this.#errands = errands;
  }

  /** Reads a product again; what is different then is told. */
  async readAgain(productId: string, name: string, by: string): Promise<Job> {
    const before = await this.#standing(productId);
    const job = this.#workshop.begin({ does: 'read', target: name, productId }, by);
    if (before !== null) void this.#compare(productId, before, job).catch(() => undefined);
    return job;
  }

  close(): void {
    this.#ended.abort();
  }

  async #compare(productId: string, before: Standing, job: Job): Promise<void> {
    const { signal } = this.#ended;
    let last: Job | null = null;
    for await (const now of this.#workshop.follow(job.id, signal)) last = now;
    const after = last?.state === 'done' ? await this.#standing(productId) : null;
    if (after === null || signal.aborted) return;
    if (after.reading !== null && after.reading !== before.reading) await this.#changed(productId, after.reading);
    // What is not claimed any more needs no backing.
    for (const [claim, text] of before.backed ?? [])
      if (after.backed !== null && !after.backed.has(claim) && after.standing.has(claim))
        await this.#errands.tell(productId, 'claim.unbacked', { claim, text });
    for (const [need, answered] of after.answered ?? []) {
      const more = answered - (before.answered?.get(need) ?? answered);
      if (more > 0) await this.#errands.tell(productId, 'need.answered', { need, asks: more });
    }
  }

  async #changed(productId: string, id: string): Promise<void> {
    const kept = await this.#store.readings.get(productId, id);
    if (kept === null) return;
    const { at, lean, place, stage } = JSON.parse(kept.json) as Reading;
    const told = { reading: id, at, verdict: lean.verdict, place: place.name, certainty: place.certainty, stage };
    await this.#errands.tell(productId, 'reading.changed', JSON.parse(JSON.stringify(told)));
  }

  /** Null where nobody wants to hear; what nobody wants to hear is not looked up. */
  async #standing(productId: string): Promise<Standing | null> {
    const [reading, claims, needs] = await Promise.all([
      this.#errands.wanted(productId, 'reading.changed'),
      this.#errands.wanted(productId, 'claim.unbacked'),
      this.#errands.wanted(productId, 'need.answered'),
    ]);
    if (!(reading || claims || needs)) return null;
    const { signal } = this.#ended;
    const told = claims ? await this.#lookups.tell(productId, 'claims', signal) : null;
    const known = needs ? (await this.#lookups.tell(productId, 'needs', signal)).needs : null;
    const standing = told?.filter(({ lastAt }) => lastAt === null);
    const backed = standing?.filter(({ verdict }) => BACKED.has(verdict));
    return {
      reading: (await readingNow(this.#store, productId))?.id ?? null,
      backed: backed === undefined ? null : new Map(backed.map(({ id, says }) => [id, says])),
      standing: new Set(standing?.map(({ id }) => id)),
      answered: known && new Map(known.map(({ id, demand }) => [id, demand.fixed])),
    };
  }
}
