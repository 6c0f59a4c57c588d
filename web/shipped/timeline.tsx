/** All releases on one line: above it how far each went, below it the people whom it answered. */
import { scaleLinear } from '@visx/scale';
import type { Release } from '../api/shipped.ts';
import { counted, dayWords } from '../frame/words.ts';

const LINE = 96;
const HEIGHT = 208;
const HEIGHTS: Readonly<Record<string, number>> = { tinker: 14, iteration: 36, overhaul: 64 };
/** Names nearer to each other than this share of the line would lie on each other. */
const APART = 14;

export function Timeline({ releases }: { releases: readonly Release[] }) {
  const times = releases.map(({ at }) => Date.parse(at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  if (releases.length < 2 || from === to) return null;
  // In percent: the drawing is as wide as its column while its text keeps its size.
  const x = scaleLinear<number>({ domain: [from, to], range: [2, 98] });
  const most = Math.max(...releases.map(({ people }) => people));
  const depth = scaleLinear<number>({ domain: [0, most || 1], range: [0, HEIGHT - LINE - 24] });
  const years = yearsOf(from, to);
  const named = namesOf(releases, (at) => x(Date.parse(at)));
  return (
    <figure className="timeline mt-6">
      <svg width="100%" height={HEIGHT} role="img" aria-label={sentence(releases, most)}>
        {years.map((year) => {
          const at = `${x(Date.UTC(year, 0, 1))}%`;
          return (
            <g key={year}>
              <line className="year" x1={at} x2={at} y1="14" y2={HEIGHT - 16} />
              <text x={at} y={HEIGHT - 2} textAnchor="middle">
                {year}
              </text>
            </g>
          );
        })}
        {releases.map(({ version, at, step, people }) => {
          const [place, top] = [`${x(Date.parse(at))}%`, LINE - (HEIGHTS[step ?? ''] ?? 16)];
          return (
            <g key={version + at} className={step ?? 'unknown'}>
              <line className="stem" x1={place} x2={place} y1={LINE} y2={top} />
              {step === 'iteration' && <circle cx={place} cy={top} r="3.5" />}
              {step === 'overhaul' && <circle cx={place} cy={top} r="8" />}
              {people > 0 && (
                <line className="heard" x1={place} x2={place} y1={LINE + 2} y2={LINE + 2 + depth(people)} />
              )}
            </g>
          );
        })}
        <line className="base" x1="0" x2="100%" y1={LINE} y2={LINE} />
        {named.map(({ version, place, end }) => (
          <text key={version} className="named" x={`${place}%`} y="14" textAnchor={end}>
            {version}
          </text>
        ))}
      </svg>
      <figcaption className="small dim">
        Above the line: a tinker is a stem, an iteration has a ring, an overhaul is a lens. Below it: whom each answered
        {most > 0 && `, ${counted(most, 'person', 'people')} at most`}.
      </figcaption>
    </figure>
  );
}

function sentence(releases: readonly Release[], most: number): string {
  const overhauls = releases.filter(({ step }) => step === 'overhaul').length;
  const [last, first] = [releases[0], releases.at(-1)];
  return `${counted(releases.length, 'release')} from ${dayWords(first?.at ?? '')} to ${dayWords(last?.at ?? '')}, ${counted(overhauls, 'overhaul')} among them; the list below has each. One answered at most ${counted(most, 'person', 'people')}.`;
}

function yearsOf(from: number, to: number): number[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(to).getUTCFullYear()];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Overhauls have their names, newest first, as far as there is room. */
function namesOf(releases: readonly Release[], placeOf: (at: string) => number) {
  const named: { version: string; place: number; end: 'start' | 'middle' | 'end' }[] = [];
  for (const { version, at, step } of releases) {
    const place = placeOf(at);
    if (step !== 'overhaul' || version.length > 12 || named.some((one) => Math.abs(one.place - place) < APART))
      continue;
    named.push({ version, place, end: place < 8 ? 'start' : place > 92 ? 'end' : 'middle' });
  }
  return named;
}
