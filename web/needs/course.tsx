/** Two years of a need, a bar for the people of each four weeks; the hair line is where the later year begins. */

const BAR = 5;
const HEIGHT = 26;

interface CourseProps {
  readonly course: readonly number[];
  /** People of a full bar: one for all rows of a list, so that they can be compared. */
  readonly most: number;
  /** What it shows, in words. */
  readonly says: string;
}

export function Course({ course, most, says }: CourseProps) {
  const width = course.length * BAR;
  return (
    <svg
      className="course-of"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={says}
    >
      <line className="half" x1={width / 2} x2={width / 2} y1="0" y2={HEIGHT} />
      <path d={course.map((people, at) => barOf(at, people / Math.max(1, most))).join('')} />
      <line className="floor" x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  );
}

function barOf(at: number, share: number): string {
  const height = (HEIGHT - 1) * share;
  return height === 0 ? '' : `M${at * BAR + 0.5} ${HEIGHT - 1}v-${height.toFixed(1)}h${BAR - 1}v${height.toFixed(1)}z`;
}
