/** The stage of a product's life, said before any place is named (DESIGN §3). */
import type { StageSigns } from '#core/focus.ts';
import type { Reading } from '#core/reading.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';

type Stage = Reading['stage'];

/** DESIGN §3: new is under 180 days or under four releases. */
const NEW_DAYS = 180;
const NEW_RELEASES = 4;
/** A product that released three times in eight years is not new: the count speaks in its first two years only. */
const NEW_YEARS = 2;

export function stageOf(signs: StageSigns, at: number): Stage {
  const { firstAt, saidStopped } = signs;
  if (saidStopped) {
    return { name: 'left', because: `Its makers say so: “${saidStopped.quote}”`, evidence: [saidStopped.evidence] };
  }
  const age = firstAt === null ? null : (at - firstAt) / DAY;
  if (age !== null && age < NEW_DAYS) return plain('new', ageWords(age));
  if (age !== null && age < NEW_YEARS * 365 && signs.releases !== null && signs.releases < NEW_RELEASES) {
    return plain('new', `It has had ${signs.releases} ${signs.releases === 1 ? 'release' : 'releases'} so far.`);
  }
  if (!quiet(signs, at)) return plain('moving', 'The product changed within the year.');
  if (!signs.voiceHeard) {
    return plain(
      'quiet',
      'Nothing of substance changed for a year; from history alone, at rest and left look the same.',
    );
  }
  if ((signs.unansweredNeeds ?? 0) > 0) {
    return plain('left', 'Nothing of substance changed for a year, and people keep asking.');
  }
  if ((signs.waiting ?? 0) > 0) return plain('quiet', 'Nothing changed for a year, and finished work waits.');
  return plain(
    'at-rest',
    'Nothing of substance changed for a year, nothing finished waits, and nobody waits for an answer.',
  );
}

function ageWords(days: number): string {
  if (days < 1) return 'It began less than a day before.';
  const whole = Math.floor(days);
  return `It is ${whole} ${whole === 1 ? 'day' : 'days'} old.`;
}

function quiet({ newestMakingAt }: StageSigns, at: number): boolean {
  return newestMakingAt === null || newestMakingAt <= at - YEAR_OF_WEEKS;
}

function plain(name: Stage['name'], because: string): Stage {
  return { name, because, evidence: [] };
}
