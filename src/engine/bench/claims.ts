/** `bench claims`: are the sentences found that people hold for claims, and is a list of praising words as good? */

import { CLASSES, classOf, PUFFERY } from '#language/claims/classes.ts';
import { claimsIn } from '#language/claims/detect.ts';
import { type GoldPage, goldPages } from './claims-gold.ts';
import { meter, type Spent } from './spent.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClaimsBench extends Spent {
  readonly halves: readonly {
    readonly half: string;
    readonly products: number;
    readonly pages: number;
    readonly sentences: number;
    readonly claims: number;
    readonly found: Score;
    /** Every sentence with a word of praise, and no other. */
    readonly wordList: Score;
    /** Every sentence. */
    readonly everything: Score;
    /** Of the true claims that were found, the share whose class is the labelled one; and of always saying `capability`. */
    readonly classes: { readonly right: number; readonly of: number; readonly alwaysCapability: number };
  }[];
  /** Labelled spans that no sentence covers: they count as not found. */
  readonly lost: number;
}

interface Judged {
  readonly product: string;
  readonly claim: boolean;
  readonly label: string;
  readonly text: string;
  readonly found: boolean;
  readonly praise: boolean;
}

export async function benchClaims(gold: string, folder: string, signal: AbortSignal): Promise<ClaimsBench> {
  const pages = await goldPages(gold, folder, signal);
  const spent = meter();
  const halves = [...Map.groupBy(pages, ({ half }) => half)].map(([half, some]) => {
    const rows = some.flatMap(judge);
    const right = rows.filter(({ claim, found }) => claim && found);
    const known = right.filter(({ label }) => (CLASSES as readonly string[]).includes(label));
    return {
      ...{ half, products: new Set(rows.map(({ product }) => product)).size, pages: some.length },
      ...{ sentences: rows.length, claims: rows.filter(({ claim }) => claim).length },
      found: scoreOf(rows, ({ found }) => found),
      wordList: scoreOf(rows, ({ praise }) => praise),
      everything: scoreOf(rows, () => true),
      classes: {
        right: known.filter(({ label, text }) => classOf(text) === label).length,
        of: known.length,
        alwaysCapability: known.filter(({ label }) => label === 'capability').length,
      },
    };
  });
  const lost = pages.flatMap(({ labelled }) => labelled).filter(({ statement }) => statement === null).length;
  return { halves: halves.toSorted((a, b) => (a.half < b.half ? -1 : 1)), lost, ...spent() };
}

function judge({ repository, name, text, labelled }: GoldPage): Judged[] {
  const claims = new Set(claimsIn(text, [name]).map(({ start }) => start));
  return labelled.map(({ label, statement }) => ({
    ...{ product: repository, label, claim: label !== 'none', text: statement?.text ?? '' },
    found: statement !== null && claims.has(statement.start),
    praise: statement !== null && PUFFERY.test(statement.text),
  }));
}

function scoreOf(rows: readonly Judged[], said: (row: Judged) => boolean): Score {
  const found = rows.filter(said);
  const right = found.filter(({ claim }) => claim).length;
  const there = rows.filter(({ claim }) => claim).length;
  const share = (of: number) => Math.round((right / Math.max(1, of)) * 1000) / 1000;
  return {
    precision: share(found.length),
    recall: share(there),
    f1: Math.round(((2 * right) / Math.max(1, found.length + there)) * 1000) / 1000,
  };
}
