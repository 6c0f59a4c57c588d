/** Two sides of a claim beside each other, in the words of each: what is said, what shipped, what customers say. */
import type { Sided } from '../api/claims.ts';
import { Said } from '../frame/said.tsx';
import { dayWords } from '../frame/words.ts';

interface SideProps {
  readonly head: string;
  readonly quotes: readonly Sided[];
  /** So many are shown; the rest stands in the evidence. */
  readonly most: number;
}

export function Side({ head, quotes, most }: SideProps) {
  const [first] = quotes;
  if (first === undefined) return null;
  const told = quotes.filter((one, at) => quotes.findIndex(({ text }) => text === one.text) === at);
  return (
    <div className={`side ${first.side}`}>
      <p className="small dim">{head}</p>
      {told.slice(0, most).map(({ evidence, text, shown, at, where }) => (
        <div key={evidence + text}>
          {shown === null ? <p className="small dim">no longer known</p> : <Said words={shown} />}
          <p className="micro dim wrap-anywhere">
            {where}
            {at !== null && `, ${dayWords(at)}`}
          </p>
        </div>
      ))}
      {told.length > most && <p className="micro dim">and {told.length - most} more</p>}
    </div>
  );
}
