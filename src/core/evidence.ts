/** Evidence: anything gathered, one row each, of six kinds (DESIGN §2). */
import type { JsonObject } from './json.ts';

export const EVIDENCE_KINDS = ['change', 'release', 'feedback', 'reply', 'event', 'document'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who wrote something, as the source names them. The store keeps a keyed pseudonym, never the handle. */
export interface Author {
  /** Where the handle is unique: `email`, `github.com`, `jira:host`. */
  readonly space: string;
  readonly handle: string;
  readonly name?: string;
  /** The same person under another handle, and what shows it. */
  readonly alias?: { readonly space: string; readonly handle: string; readonly because: string };
}

/** One piece of evidence as a source yields it, before redaction and pseudonyms. Its key is kind, origin, externalId. */
export interface Gathered {
  readonly kind: EvidenceKind;
  /** What it is within its kind: `commit`, `line`, `tag`, `issue`, `readme` … */
  readonly type: string;
  /** The place that issued the external id: `git:<root commit>`, `npm:vite`, `github:owner/repo`. */
  readonly origin: string;
  readonly externalId: string;
  readonly author: Author | null;
  /** ms UTC: when it happened or was said. */
  readonly at: number;
  readonly threadId?: string | null;
  readonly changedAt?: number | null;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly url?: string | null;
  readonly lang?: string | null;
  /** Product line, where one product has several (`stable`, `pkg-name`). */
  readonly line?: string | null;
  readonly version?: string | null;
  readonly amount?: number | null;
  readonly data?: JsonObject | null;
  /** It was there and is not any more. */
  readonly gone?: boolean;
}

/** One stored row of evidence: `Gathered` after the edge. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly type: string;
  readonly origin: string;
  readonly externalId: string;
  readonly threadId: string | null;
  readonly authorId: string | null;
  readonly at: number;
  readonly changedAt: number | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly lang: string | null;
  readonly line: string | null;
  readonly version: string | null;
  readonly amount: number | null;
  readonly data: JsonObject | null;
}
