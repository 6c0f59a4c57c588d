/** Ways to look better without being better: at least one for each audit, played on simulated companies. */
import { PRAISE } from '#facts/rules/phrases.ts';
import { fondOnly, guessedAfter, saidAlike } from '../../test/worlds/simulated/asked.ts';
import type { Dials } from '../../test/worlds/simulated/dials.ts';
import { eachRepliesOnce, friendsTaken } from '../../test/worlds/simulated/offered.ts';
import type { WorldFacts } from '../../test/worlds/simulated/world.ts';
import * as claims from './games-claims.ts';
import * as ships from './games-ships.ts';
import * as voices from './games-voices.ts';

export interface Game {
  readonly audit: string;
  readonly name: string;
  /** The same company under other dials, where it works otherwise; or its facts touched up. */
  readonly dials?: (dials: Dials) => Partial<Dials>;
  readonly touch?: (facts: WorldFacts) => WorldFacts;
  /** Who pays for this game, where it is not the audit's own guard: another audit, or the weeks of making. */
  readonly guard?: string;
  /** What the audit's sentence says once it is played, and does not say otherwise. */
  readonly told?: RegExp;
}

export const WEEKS_OF_MAKING = 'weeks of making';

export const GAMES: readonly Game[] = [
  { audit: 'release-cadence', name: 'a release every day with nothing in it', touch: ships.emptyReleases },
  { audit: 'release-cadence', name: 'ten tags for each release', touch: ships.manyTags },
  { audit: 'release-cadence', name: 'rushed releases, many of them repaired', dials: ships.rushed },
  { audit: 'commit-to-release', name: 'rushed releases, many of them repaired', dials: ships.rushed },
  {
    audit: 'commit-to-release',
    name: 'changes dated an hour before their release',
    touch: ships.lateDates,
    guard: WEEKS_OF_MAKING,
  },
  { audit: 'limbo', name: 'a pre-release for whatever waits', touch: ships.preRelease },
  {
    audit: 'limbo',
    name: 'one release at the end of each quarter for all of it',
    dials: () => ({ held: [0, 0], gap: [60, 90] }),
  },
  {
    audit: 'follow-up-fixes',
    name: 'fewer releases, repairs kept for the next',
    dials: () => ({ gap: [26, 30], spread: 0.1, repaired: [0.02, 0.1] }),
    guard: 'release-cadence',
  },
  {
    audit: 'yearly-renewal',
    name: 'lines rewritten for the sake of it',
    dials: () => ({ renewed: [0.6, 0.9], halfLife: [100, 300] }),
  },
  { audit: 'catalogue-renewal', name: 'facts reworded for the sake of it', dials: () => ({ altered: [0.6, 0.9] }) },
  {
    audit: 'line-survival',
    name: 'nothing is touched any more',
    dials: () => ({ renewed: [0, 0.02], halfLife: [4000, 9000] }),
  },
  {
    audit: 'user-visible-share',
    name: 'upkeep called a fix',
    touch: (facts) => ships.relabelled(facts, 'refactor', 'fix'),
  },
  {
    audit: 'feature-fix-mix',
    name: 'fixes called features',
    touch: (facts) => ships.relabelled(facts, 'fix', 'feature'),
  },
  {
    audit: 'release-note-coverage',
    name: 'a pasted commit list',
    touch: ships.pastedNotes,
    told: /only in pasted commit lists/,
  },
  { audit: 'stale-docs', name: 'what is gone no longer marked as code', touch: ships.plainText },
  { audit: 'own-use', name: 'own use claimed in every message', touch: ships.claimedOwnUse },
  {
    audit: 'first-human-reply',
    name: 'a template within the hour',
    touch: (facts) => voices.repliedAtOnce(facts, true),
  },
  { audit: 'first-human-reply', name: 'a nod within the hour, then closed', touch: voices.noddedAndClosed },
  { audit: 'no-human-answer', name: 'a program closes what is old', touch: voices.staleBot },
  { audit: 'no-human-answer', name: 'a nod within the hour, then closed', touch: voices.noddedAndClosed },
  { audit: 'honest-closure', name: 'hard asks left open, without a word', touch: voices.hardOnesIgnored },
  {
    audit: 'honest-closure',
    name: 'everything closed as a duplicate of the first that was built',
    touch: (facts) => voices.duplicates(facts, voices.firstBuilt),
  },
  {
    audit: 'honest-closure',
    name: 'everything closed as a duplicate of what was built last',
    touch: (facts) => voices.duplicates(facts, voices.builtLast),
    guard: 'repeat-pain',
  },
  { audit: 'ask-to-ship', name: 'what waits for two months is closed without a word', touch: voices.closedInSilence },
  {
    audit: 'ask-to-ship',
    name: 'a change that names every open ask',
    touch: voices.namedByChanges,
    guard: 'repeat-pain',
  },
  { audit: 'open-ask-age', name: 'a program closes what is old', touch: voices.staleBot },
  { audit: 'peer-answers', name: 'a friend under another name answers', touch: voices.friendAnswers },
  {
    audit: 'outsider-parity',
    name: 'trivial work of forty friends is merged',
    touch: (facts) => ({ ...facts, threads: friendsTaken(facts.threads) }),
  },
  {
    audit: 'listening-makers',
    name: 'everybody writes one short reply',
    touch: (facts) => ({ ...facts, threads: eachRepliesOnce(facts.threads) }),
  },
  {
    audit: 'must-have',
    name: 'only those who are fond of it are asked',
    touch: (facts) => ({ ...facts, rounds: fondOnly(facts.rounds) }),
  },
  {
    audit: 'self-image-gap',
    name: 'guesses given after the answers were seen',
    touch: (facts) => ({ ...facts, rounds: guessedAfter(facts.rounds) }),
  },
  {
    audit: 'role-gap',
    name: 'staff are told what to answer',
    touch: (facts) => ({ ...facts, rounds: saidAlike(facts.rounds) }),
  },
  { audit: 'demand-to-ship', name: 'a change that names every open ask', touch: voices.namedByChanges },
  { audit: 'demand-to-ship', name: 'the loudest writes under ten names', touch: voices.manyNames },
  { audit: 'repeat-pain', name: 'nothing is answered that could come back', touch: voices.untoldUnlinked },
  { audit: 'loop-closure', name: 'no link to what nobody was told of', touch: voices.untoldUnlinked },
  { audit: 'unsaid-favourite', name: 'named in posts that nobody sees', touch: claims.namedUnseen },
  { audit: 'voice-breadth', name: 'the loudest writes under ten names', touch: voices.manyNames },
  {
    audit: 'ratings',
    name: 'five stars without a word, asked of the happy',
    touch: (facts) => voices.moreReviews(facts, 0),
  },
  { audit: 'ratings', name: 'the fondest gives five stars sixty times', touch: voices.oneManyTimes },
  {
    audit: 'praise-against-leaving',
    name: 'words of praise, bought with two stars',
    touch: (facts) => voices.moreReviews(facts, PRAISE, 2),
  },
  {
    audit: 'praise-against-leaving',
    name: 'praise with five stars, bought',
    touch: (facts) => voices.moreReviews(facts, PRAISE),
  },
  {
    audit: 'claim-support',
    name: 'what nothing bears out is deleted',
    touch: claims.unbackedDeleted,
    guard: 'claim-drift',
    told: /taken down/,
  },
  { audit: 'claim-support', name: 'what nothing bears out is made vague', touch: claims.unbackedVague },
  { audit: 'claim-conflicts', name: 'nobody looks at what seems to conflict', touch: claims.neverLooked },
  { audit: 'vague-claims', name: 'a name beside every superlative', touch: claims.vagueNamed },
  { audit: 'claim-drift', name: 'every claim reworded for the sake of it', touch: claims.allReworded },
  { audit: 'kept-promises', name: 'moved the day before its time', touch: claims.movedInTime },
  { audit: 'customer-gains', name: '“lets you” before every feature', touch: claims.letsYou },
  { audit: 'unasked-features', name: 'a friend asks for each feature first', touch: ships.askedByFriends },
  { audit: 'candour', name: 'nothing is called breaking any more', touch: ships.neverBreaking },
  {
    audit: 'service-promise',
    name: 'a nod within the hour',
    touch: (facts) => voices.repliedAtOnce(facts, false),
    told: /got a nod first/,
  },
  { audit: 'service-promise', name: 'a template within the hour', touch: (facts) => voices.repliedAtOnce(facts, true) },
];
