/** A lens as a ring of four quarters, one a question: solid if answered, dotted if not. */
import type { View } from '#report/view.ts';

type Lens = View['lenses']['product'];

const QUARTERS = [
  'M82.3 7.1A71 71 0 0 1 148.9 73.7',
  'M148.9 82.3A71 71 0 0 1 82.3 148.9',
  'M73.7 148.9A71 71 0 0 1 7.1 82.3',
  'M7.1 73.7A71 71 0 0 1 73.7 7.1',
] as const;

export function LensRing({ lens }: { lens: Lens }) {
  const hue = lens.id;
  return (
    <svg viewBox="0 0 156 156" role="img" aria-label={lens.alt}>
      <path
        d="M16.6 98A64.5 64.5 0 0 0 139.4 98Z"
        fill={lens.scored ? `var(--${hue}-3)` : `url(#hatch-${hue === 'product' ? 'p' : 'c'})`}
      />
      {lens.questions.map(({ id, score }, at) => (
        <path key={id} className={score === null ? 'missing' : `answered ${hue}`} d={QUARTERS[at]} fill="none" />
      ))}
      <circle cx="78" cy="78" r="65.5" fill="none" stroke={`var(--${hue})`} strokeOpacity=".45" />
      <text className={lens.scored ? 'score' : 'score ends'} x="78" y="86" textAnchor="middle">
        {lens.score}
      </text>
      <text className="under" x="78" y="120" textAnchor="middle">
        {lens.range}
      </text>
    </svg>
  );
}
