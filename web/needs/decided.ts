/** What was decided about needs in this tab, newest last: any of it can be taken back, one after the other. */

interface Decided {
  readonly ids: readonly string[];
  readonly words: string;
}

function keyOf(product: string): string {
  return `bifocal-needs-decided-${product}`;
}

export function decidedOf(product: string): readonly Decided[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(product)) ?? '[]') as Decided[];
  } catch {
    return [];
  }
}

export function keepDecided(product: string, all: readonly Decided[]): void {
  sessionStorage.setItem(keyOf(product), JSON.stringify(all));
}
