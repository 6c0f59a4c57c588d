/** Counts lives of lines: born in which month, lived how long, ended or still there. */
import { DAY } from '#core/time.ts';
import type { LineKind } from './lines-paths.ts';

/** Days lived (whole weeks), lines, 1 when they ended. */
export type Life = [days: number, lines: number, ended: 0 | 1];

export interface Month {
  /** `2026-02`. */
  readonly name: string;
  /** Its first instant, ms UTC. */
  readonly born: number;
  readonly lines: number;
  readonly lives: Readonly<Record<LineKind, readonly Life[]>>;
}

export class Lives {
  /** Month of birth, kind, weeks lived and whether ended: all of what is told. */
  readonly #lines = new Map<string, Map<string, number>>();
  readonly #monthOfDay = new Map<number, string>();

  add(kind: LineKind, born: number, died: number, lines: number, ended: 0 | 1): void {
    const month = this.#month(born);
    // A commit may carry an earlier time than the one before it: a life is never shorter than nothing.
    const days = Math.round(Math.max(0, died - born) / 7) * 7;
    const key = `${kind} ${days} ${ended}`;
    const lives = this.#lines.get(month) ?? new Map<string, number>();
    lives.set(key, (lives.get(key) ?? 0) + lines);
    this.#lines.set(month, lives);
  }

  months(): Month[] {
    return [...this.#lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lives]) => monthOf(name, lives));
  }

  #month(day: number): string {
    const known = this.#monthOfDay.get(day);
    if (known !== undefined) return known;
    const name = new Date(day * DAY).toISOString().slice(0, 7);
    this.#monthOfDay.set(day, name);
    return name;
  }
}

function monthOf(name: string, lives: ReadonlyMap<string, number>): Month {
  const told: Record<LineKind, Life[]> = { product: [], telling: [] };
  let all = 0;
  for (const [key, lines] of lives) {
    const [kind = '', days = '', ended = ''] = key.split(' ');
    told[kind as LineKind].push([Number(days), lines, ended === '1' ? 1 : 0]);
    all += lines;
  }
  for (const kind of ['product', 'telling'] as const) told[kind].sort((a, b) => a[0] - b[0] || a[2] - b[2]);
  return { name, born: Date.parse(`${name}-01T00:00:00Z`), lines: all, lives: told };
}
