/** What readings of several days say of random rounds: nothing that leads to a group under five, or to one person. */
import { expect, test } from 'vitest';
import mustHave from '#audits/must-have/must-have.ts';
import roleGap from '#audits/role-gap/role-gap.ts';
import selfImageGap from '#audits/self-image-gap/self-image-gap.ts';
import type { Audit } from '#core/audit.ts';
import { canonical } from '#core/json.ts';
import type { Answers } from '#core/mirror.ts';
import { DAY, windowUntil } from '#core/time.ts';
import { isolates, later, type Shown, shownFigures } from '#mirror/attack.cases.ts';
import { seenOf } from '#mirror/gaps.ts';
import { release } from '#mirror/release.ts';
import type { Given } from '#mirror/round.ts';
import { followed, ROUND, randomAnswers } from '#mirror/rounds.cases.ts';
import { toAuditReading } from '#reading/audit-reading.ts';
import { changesOf, seriesOf } from '#reading/change.ts';
import { weigh } from '#reading/weigh.ts';

const ROUNDS = 1_000;
const AUDITS = [mustHave, selfImageGap, roleGap] as unknown as readonly Audit[];
const [FIRST, SECOND] = [Date.parse('2025-10-01'), Date.parse('2026-03-01')] as const;
/** Before any round closed, between the two, after both, and a year after the first. */
const DAYS = [FIRST - DAY, SECOND - DAY, SECOND + DAY, FIRST + 366 * DAY] as const;
/** Which figures of a round an audit is made of: by question, and by group where not all are. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  'must-have': ['would'],
  'self-image-gap': ['would', 'missed'],
  'role-gap': ['right'],
};

/** Everything that a reading of that day has of the three audits. */
function saidOn(at: number, before: readonly Given[], now: readonly Given[]) {
  const closed = [
    release({ ...ROUND, id: 'first', closesAt: FIRST }, before),
    release({ ...ROUND, id: 'second', closesAt: SECOND }, now),
  ].filter(({ round }) => (round.closesAt ?? 0) <= at);
  const facts = { rounds: closed.map(seenOf) };
  const changes = changesOf(AUDITS, () => facts, at);
  return AUDITS.map((audit, place) => {
    const weighed = weigh(audit, facts, windowUntil(at));
    return toAuditReading(weighed, windowUntil(at), seriesOf(audit, facts, at), changes[place] ?? null);
  });
}

test(`over ${ROUNDS} pairs of rounds, no figure of a reading, and none taken from another day's, is that of fewer than five`, () => {
  let figures = 0;
  for (let at = 0; at < ROUNDS; at += 1) {
    const before = randomAnswers(`read ${at}`);
    const now = followed(before, `read again ${at}`);
    const behind = {
      first: shownFigures(release(ROUND, before), before),
      second: shownFigures(release(ROUND, now), now).map(later),
    };
    const shown: Shown[] = [];
    for (const day of DAYS) {
      for (const { id, n, value, evidence } of saidOn(day, before, now)) {
        if (value === null && n === null) continue;
        const round = evidence[0] === 'round:first' ? behind.first : behind.second;
        const made = round.filter(({ question }) => MADE_OF[id]?.includes(question));
        expect(made.map(({ people }) => people.length)).toContain(n);
        shown.push(...made);
        figures += 1;
      }
    }
    expect(shown.filter(({ people }) => people.length < 5)).toEqual([]);
    expect(isolates(shown), `rounds ${at}`).toBeNull();
  }
  expect(figures).toBeGreaterThan(ROUNDS);
}, 240_000);

test(`over ${ROUNDS} pairs of rounds, readings say the same when members of a group change places`, () => {
  for (let at = 0; at < ROUNDS; at += 1) {
    const before = randomAnswers(`turn ${at}`);
    const now = followed(before, `turn again ${at}`);
    const seen = DAYS.map((day) => canonical(saidOn(day, before, now)));
    expect(DAYS.map((day) => canonical(saidOn(day, turned(before), turned(now))))).toEqual(seen);
  }
}, 240_000);

/** Each gives the answers that the next of the same role gave: whoever knows all others cannot tell who said which. */
function turned(answers: readonly Given[]): Given[] {
  // Who left out everything is no member of any group.
  const members = answers.filter((one) => Object.keys(one.answers).length > 0);
  return members.map((one) => {
    const role = members.filter(({ role }) => role === one.role);
    const next = role[(role.indexOf(one) + 1) % role.length] as Given;
    return { ...one, answers: next.answers as Answers };
  });
}
