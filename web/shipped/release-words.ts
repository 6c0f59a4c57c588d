/** What is said of one release: how far it went, whom it answered, how long they had waited, who was told. */
import type { Answered, Release } from '../api/shipped.ts';
import { counted, dayWords } from '../frame/words.ts';

export function wentWords({ step, changes }: Release): string {
  const did = changes === 0 ? 'no change to notice' : counted(changes, 'change');
  return step === null ? did : `${step}, ${did}`;
}

export function answeredWords({ people }: Release): string {
  return counted(people, 'person', 'people');
}

/** From the shortest to the longest wait. */
export function waitedWords({ answered }: Release): string {
  const days = answered.map(({ waitedDays }) => waitedDays).toSorted((a, b) => a - b);
  const [first = 0] = days;
  const last = days.at(-1) ?? 0;
  return first === last ? counted(last, 'day') : `${first} to ${counted(last, 'day')}`;
}

export function toldWords({ answered }: Release): string {
  return `${answered.filter(({ told }) => told !== null).length} of ${counted(answered.length, 'ask')}`;
}

const WAYS: readonly (readonly [way: string, words: string])[] = [
  ['confirmed', 'you confirmed it'],
  ['pull', 'a pull request closes it'],
  ['closing', 'closed by a change'],
  ['commit', 'a commit names it'],
  ['reply', 'a reply says so'],
  ['notes', 'the release notes name it'],
  ['tracker', 'the tracker says so'],
];

/** `waited 12 days · told 17 February 2026 · said it helped · a commit names it`. */
export function askWords({ waitedDays, told, helped, how, confidence }: Answered): string {
  const written = WAYS.find(([way]) => how.includes(way))?.[1];
  const known = confidence < 1 ? `likely, ${Math.round(confidence * 100)} %: nobody wrote it down` : written;
  const by = told?.by === 'bot' ? ' by a bot' : told?.by === 'notes' ? ' by the notes' : '';
  return [
    `waited ${counted(waitedDays, 'day')}`,
    told === null ? 'not told yet' : `told${by} ${dayWords(told.at)}`,
    ...(helped === null ? [] : ['said it helped']),
    ...(known === undefined ? [] : [known]),
  ].join(' · ');
}
