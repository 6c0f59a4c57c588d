/** A piece of evidence for an assistant: what outsiders wrote stands under `said`, cut to what it needs. */
import type { Evidence } from '#core/evidence.ts';
import { instantOf } from '#core/time.ts';

export interface SaidPiece {
  readonly id: string;
  readonly kind: string;
  readonly day: string;
  readonly url: string | null;
  readonly said: {
    readonly title: string | null;
    readonly text: string | null;
    readonly cut: boolean;
    /** The line of a document that the row is about. */
    readonly quote?: string;
  };
}

export function saidOf({ id, kind, at, url, title, body, data }: Evidence, longest: number): SaidPiece {
  const cut = (body?.length ?? 0) > longest;
  return {
    ...{ id, kind, url },
    day: instantOf(at).slice(0, 10),
    said: {
      ...(typeof data?.quote === 'string' && { quote: data.quote }),
      title,
      text: cut ? (body?.slice(0, longest) ?? null) : body,
      cut,
    },
  };
}
