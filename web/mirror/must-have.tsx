/** Guess against answers: what the team thinks of 100 customers, and what customers say, with the bar at 40. */
import type { Share } from '#core/mirror.ts';
import type { Result } from '../api/rounds.ts';
import { GapOf } from './gap-words.tsx';
import { type Drawn, type Lane, Lanes } from './lanes.tsx';

/** Sean Ellis's bar; passed only where the whole interval lies above it. */
const BAR = 40;

export function MustHave({ result: { groups, gaps, since } }: { result: Result }) {
  const lanes = groups.flatMap((one): Lane[] => {
    const figure = one.missed ?? (one.would && ofHundred(one.would));
    return figure ? [{ group: one.group, figure }] : [];
  });
  const would = groups.find(({ group }) => group === 'customers')?.would;
  return (
    <>
      <div className="mrow">
        <h3 className="vh">Guess and answers</h3>
        <Lanes lanes={lanes} most={100} ends={['nobody', 'all 100']} measured={BAR} />
        <GapOf name="Guess − answers" gap={gaps.selfImage} moved={since?.groups.customers?.very} />
        <p className="small">{barWords(would)}</p>
      </div>
      <p className="small dim">The line is 40 of 100, the bar that Sean Ellis proposed.</p>
    </>
  );
}

function ofHundred(share: Share): Drawn {
  if (share.state === 'too-few') return share;
  const { n, count, interval } = share;
  const percent = (part: number) => Math.round(part * 1_000) / 10;
  return {
    state: 'shown',
    n,
    mean: percent(count / n),
    interval: { low: percent(interval.low), high: percent(interval.high) },
  };
}

function barWords(would: Share | undefined): string {
  if (would?.state !== 'shown') return 'Too few customers answered.';
  const { behind, n, interval } = would;
  const some = `${behind.low} to ${behind.high} of ${n} customers would be very disappointed.`;
  if (interval.low * 100 > BAR) return `${some} The whole interval lies above 40: passed.`;
  if (interval.high * 100 < BAR) return `${some} The whole interval lies below 40.`;
  return `${some} The interval lies on both sides of 40: neither passed nor failed.`;
}
