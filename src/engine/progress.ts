/** What the engine tells while it works; faces draw it, nothing depends on it. */

export type Progress =
  /** What was named belongs to a product that was made otherwise: its reading is the product's. */
  | { readonly step: 'joined'; readonly product: string }
  | {
      readonly step: 'gather';
      readonly source: string;
      readonly doing: string;
      readonly done: number;
      readonly total: number | null;
    }
  /** Before a long gather: how many calls, how long. */
  | { readonly step: 'estimate'; readonly source: string; readonly sentence: string }
  | { readonly step: 'gathered'; readonly source: string; readonly added: number; readonly unchanged: number }
  | { readonly step: 'seal'; readonly source: string }
  | { readonly step: 'facts' }
  | { readonly step: 'reading' };

export type OnProgress = (progress: Progress) => void;
