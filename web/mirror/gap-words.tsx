/** A gap with its interval and whether it can be told at all; a Landolt ring that opens with it. */
import type { Gap } from '#core/mirror.ts';

interface GapProps {
  readonly gap: Gap | null | undefined;
  readonly name: string;
  /** How far it is since the round before. */
  readonly moved?: Gap | undefined;
}

export function GapOf({ gap, name, moved }: GapProps) {
  return (
    <div className="mgap">
      <span className="block small dim">{name}</span>
      {gap ? (
        <>
          <b>{signed(gap.value)}</b> <small>({rangeWords(gap)})</small>
          <small className="block">{gap.sure ? 'a gap' : 'may be chance'}</small>
        </>
      ) : (
        <small className="dim">not known</small>
      )}
      {moved && (
        <small className="block dim">
          since last: {signed(moved.value)} ({rangeWords(moved)})
        </small>
      )}
    </div>
  );
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : `+${value}`;
}

function rangeWords({ interval: { low, high } }: Gap): string {
  const plain = (value: number) => (value < 0 ? `−${-value}` : String(value));
  return low < 0 || high < 0 ? `${plain(low)} to ${plain(high)}` : `${low}–${high}`;
}
