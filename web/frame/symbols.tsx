/** Our own drawings, used by name: the mark, the word, spectacles, the thumb, the half-moon that says "look closer". */
import type { Guess } from '#core/guess.ts';

const LEFT = { product: true, customer: false, both: true, neither: false };
const RIGHT = { product: false, customer: true, both: true, neither: false };
const PLACES = ['product', 'customer', 'both', 'neither'] as const;

export function Symbols() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true" focusable="false">
      <symbol id="moon" viewBox="0 0 16 9">
        <path d="M1.2 1.2h13.6a6.8 6.6 0 0 1-13.6 0Z" />
      </symbol>
      <symbol id="mark" viewBox="0 0 64 30">
        <g fill="none" stroke="currentColor" strokeWidth="3">
          <circle cx="16" cy="16" r="12.5" />
          <circle cx="48" cy="16" r="12.5" />
          <path d="M27.6 11.2c2-3 6.8-3 8.800 0" />
        </g>
        <path d="M8.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z" fill="var(--product-2)" />
        <path d="M40.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z" fill="var(--customer-2)" />
      </symbol>
      <symbol id="word" viewBox="0 0 104 30">
        <g fill="none" stroke="currentColor" strokeWidth="3">
          <path d="M2.5 4v21M22.6 12v13M22.6 5v3.4M36.5 5.5c-4.2 0-6 1.6-6 5.6V25M26.6 13.5h9.4M85.9 11v14M93.6 4v21" />
          <path d="M68.2 14.2a6.2 6.2 0 1 0 0 8.6" />
          <circle cx="9" cy="18.5" r="6.2" />
          <circle cx="46" cy="18.5" r="6.2" />
          <circle cx="79.4" cy="18.5" r="6.2" />
        </g>
        <path d="M42.1 19.2h7.8a3.9 3.9 0 0 1-7.8 0Z" fill="currentColor" />
      </symbol>
      {PLACES.map((place) => (
        <symbol key={place} id={`pl-${place}`} viewBox="0 0 30 12">
          <g fill="none" stroke="currentColor" strokeWidth="1.4">
            {LEFT[place] ? (
              <circle cx="7" cy="6" r="5" fill="var(--product-2)" stroke="var(--product)" />
            ) : (
              <circle cx="7" cy="6" r="5" />
            )}
            {RIGHT[place] ? (
              <circle cx="23" cy="6" r="5" fill="var(--customer-2)" stroke="var(--customer)" />
            ) : (
              <circle cx="23" cy="6" r="5" />
            )}
            <path d="M12 4.4c1.400-1.600 4.600-1.600 6 0" />
          </g>
        </symbol>
      ))}
      <symbol id="thumb" viewBox="0 0 64 72">
        <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round">
          <path d="M20 70V47c-1.6-8-4-15-4-22C16 14 23 9 32 9s16 5 16 16c0 7-2.4 14-4 22v23" />
          <path d="M25.5 17.5c3.5-3 9.5-3 13 0v5c-3.5 3-9.5 3-13 0Z" />
          <path d="M8.5 16 4 13.5M12.5 8 9 3.5M51.5 8 55 3.5M55.5 16l4.5-2.5" />
        </g>
        <g transform="rotate(-11 32 41)" stroke="currentColor">
          <rect x="11" y="34" width="42" height="14" rx="5.5" fill="var(--claim-3)" strokeWidth="2" />
          <path d="M25 34v14M39 34v14" strokeWidth="1.5" />
        </g>
      </symbol>
      <defs>
        <pattern id="fog" width="9" height="8" patternUnits="userSpaceOnUse">
          <circle cx="2" cy="2" r="1.5" fill="var(--edge)" fillOpacity=".75" />
          <circle cx="6.5" cy="6" r="1.5" fill="var(--edge)" fillOpacity=".75" />
        </pattern>
        <Hatch id="hatch" line="var(--ink)" opacity={0.34} />
        <Hatch id="hatch-p" ground="var(--product-3)" line="var(--product-2)" />
        <Hatch id="hatch-c" ground="var(--customer-3)" line="var(--customer-2)" />
      </defs>
    </svg>
  );
}

function Hatch({ id, ground, line, opacity = 1 }: { id: string; ground?: string; line: string; opacity?: number }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      {ground && <rect width="6" height="6" fill={ground} />}
      <path d="M0 0V6" stroke={line} strokeOpacity={opacity} strokeWidth="2.2" />
    </pattern>
  );
}

/** The last word of what opens, and the half-moon that never leaves it. */
export function Moon() {
  return (
    <svg className="moon" aria-hidden="true">
      <use href="#moon" />
    </svg>
  );
}

/** A place as a pair of spectacles; its name always stands beside it. */
export function Glasses({ place }: { place: Guess }) {
  return (
    <svg className="pl" width="30" height="12" aria-hidden="true">
      <use href={`#pl-${place}`} />
    </svg>
  );
}
