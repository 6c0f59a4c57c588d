/** What one reading of a table counts: rows taken and refused, and up to when it is known. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';

export class Tally {
  taken = 0;
  refused = 0;
  /** Why the first row was refused. */
  first: string | null = null;
  newest: number | null = null;

  take({ at, changedAt, data }: Gathered): void {
    this.taken += 1;
    const closedAt = data?.closedAt;
    const last = Math.max(at, changedAt ?? 0, typeof closedAt === 'number' ? closedAt : 0);
    if (this.newest === null || last > this.newest) this.newest = last;
  }

  refuse(reason: string): void {
    this.refused += 1;
    this.first ??= reason;
  }

  missing(): Missing[] {
    if (this.refused === 0) return [];
    const because = `${this.refused} ${this.refused === 1 ? 'row was' : 'rows were'} not taken; of the first, ${this.first}.`;
    const remedy = 'Correct these rows and import the file again; what is known stays as it is.';
    return [{ source: 'table', code: 'ROW_REFUSED', because, remedy }];
  }
}
