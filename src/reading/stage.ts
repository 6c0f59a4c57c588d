/** The stage of a product's life, said before any place is named (DESIGN §3). */
import type { StageSigns } from '#core/focus.ts';
import type { Reading } from '#core/reading.ts';
import { DAY, dayOf, WEEK, YEAR_OF_WEEKS } from '#core/time.ts';

type Stage = Reading['stage'];

/** DESIGN §3: new is under 180 days or under four releases. */
const NEW_DAYS = 180;
const NEW_RELEASES = 4;
/** A product that released three times in eight years is not new: the count speaks in its first two years only. */
const NEW_YEARS = 2;
/** A quarter that nobody looked at may hold what a year was quiet for: ours, as the least weeks of a lean. */
const UNSEEN = 13 * WEEK;

export function stageOf(signs: StageSigns, at: number): Stage {
  const { firstAt, saidStopped } = signs;
  if (saidStopped) {
    return { name: 'left', because: `Its makers say so: “${saidStopped.quote}”`, evidence: [saidStopped.evidence] };
  }
  if (firstAt === null) {
    const because = 'The product itself has not been looked at: no change and no release of it was read.';
    return { name: null, because, evidence: [] };
  }
  const age = (at - firstAt) / DAY;
  if (age < NEW_DAYS) return plain('new', ageWords(age));
  if (age < NEW_YEARS * 365 && signs.releases !== null && signs.releases < NEW_RELEASES) {
    return plain('new', `It has had ${signs.releases} ${signs.releases === 1 ? 'release' : 'releases'} so far.`);
  }
  const { seenUntil = at, movedAfter = null } = signs;
  const until = Math.min(at, seenUntil);
  const known = at - until < WEEK ? '' : ` The history is known up to ${dayOf(until)}.`;
  if (movedAfter !== null && movedAfter > at - YEAR_OF_WEEKS) {
    return plain('moving', `Something was merged or released on ${dayOf(movedAfter)}.${known}`);
  }
  if (!quiet(signs, at)) return plain('moving', `The product changed within the year.${known}`);
  // Merged pull requests would show what the history at hand lacks.
  if (at - until >= UNSEEN && signs.mergesHeard !== true) {
    return plain('quiet', `${known.trim()} Whether it moved since then has not been looked at.`);
  }
  return stillStage(signs, known);
}

/** Nothing of substance for a year: at rest or left, as far as voices tell. */
function stillStage({ voiceHeard, unansweredNeeds, waiting }: StageSigns, known: string): Stage {
  const still = 'Nothing of substance changed for a year';
  if (!voiceHeard) return plain('quiet', `${still}; from history alone, at rest and left look the same.`);
  if (unansweredNeeds === null) {
    return plain('quiet', `${still}; whether people wait for an answer cannot be told from what was gathered.${known}`);
  }
  if (unansweredNeeds > 0) {
    return plain('left', `${still}, and ${unansweredNeeds} people who asked have no answer.${known}`);
  }
  if (waiting !== null && waiting > 0) return plain('quiet', `${still}, and finished work waits.${known}`);
  const rest = waiting === null ? '' : ', nothing finished waits';
  return plain('at-rest', `${still}${rest}, and no two people wait for an answer.${known}`);
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
