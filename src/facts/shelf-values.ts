/** What the facts of products without a history of code are worth: what is on the shelf, and what is said aloud. */

/** One change of what is sold, as a catalogue or a dated list shows it. */
export interface ShelfChange {
  readonly id: string;
  readonly at: number;
  readonly product: string;
  readonly what: 'added' | 'dropped' | 'altered';
  readonly substance: boolean;
  readonly appearance: boolean;
  /** The same in another dress: the product whose substance it has. */
  readonly twin: string | null;
  /** `substance.recipe` → digest of what it says now; null where it says nothing any more. */
  readonly fields: ReadonlyMap<string, string | null>;
  /** Of what was added. */
  readonly values: ReadonlyMap<string, string>;
}

/** In (at, id) order. */
export interface ShelfRows {
  /** When somebody looked at the whole shelf, ms UTC; empty where changes are dated one by one. */
  readonly looks: readonly { readonly id: string; readonly at: number; readonly products: number }[];
  /** What stood at the first look. */
  readonly listed: readonly {
    readonly id: string;
    readonly product: string;
    readonly title: string;
    readonly values: ReadonlyMap<string, string>;
  }[];
}

/** A product that stood a year ago: how many of its fields did, and how many say something else now, or are gone with it. */
export interface StoodProduct {
  readonly product: string;
  readonly title: string;
  readonly evidence: readonly string[];
  readonly substance: { readonly stood: number; readonly gone: number };
  readonly appearance: { readonly stood: number; readonly gone: number };
}

export interface Catalogue {
  readonly collected: boolean;
  readonly because: string | null;
  /** No history of code was read beside it: then the words are those of the business. */
  readonly alone: boolean;
  /** looks: a change is dated by the look that saw it, so weeks tell nothing of making · days: dated one by one. */
  readonly seen: 'looks' | 'days';
  readonly looks: ShelfRows['looks'];
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly changes: readonly ShelfChange[];
  /** null with the reason where nothing is known of a year ago. */
  readonly stood: readonly StoodProduct[] | null;
  readonly stoodBecause: string | null;
  /** What making and telling are called here: `the recipe`, `the can`. */
  readonly nouns: { readonly making: string; readonly telling: string };
  /** Titles by product, as last seen. */
  readonly titles: ReadonlyMap<string, string>;
}

/** One advertisement or post. */
export interface Post {
  readonly id: string;
  readonly at: number;
  readonly paid: boolean;
  readonly spend: number | null;
  readonly channel: string | null;
  /** Digests of its sentences, words alone. */
  readonly sentences: readonly string[];
  /** Every word of it, lower case. */
  readonly words: ReadonlySet<string>;
}

export interface Posts {
  readonly collected: boolean;
  /** (at, id) order. */
  readonly all: readonly Post[];
}
