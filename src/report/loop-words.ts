/** The loop in words that every face shares: who asked, how far each came, and where people are lost. */
import { LEVEL } from '#core/observation.ts';
import type { Reading } from '#core/reading.ts';
import { wilson } from '#core/statistics/wilson.ts';
import { counted, thousands } from '#core/wording.ts';
import { shareWords } from './figures.ts';

export const STOPS = ['asked', 'shipped', 'told', 'helped'] as const;

/** All four are counted, and somebody asked. */
export interface Round {
  readonly counts: readonly [asked: number, shipped: number, told: number, helped: number];
  /** What other customers did, in one sentence; empty where they were silent. */
  readonly peers: string;
}

/** Null where the loop cannot be drawn: its sentence stands in its place. */
export function roundOf({ loop, audits }: Pick<Reading, 'loop' | 'audits'>): Round | null {
  const { asked, shipped, told, helped, byPeers } = loop;
  if (asked === null || shipped === null || told === null || helped === null || asked === 0) return null;
  return { counts: [asked, shipped, told, helped], peers: peersSentence(byPeers ?? 0, audits) };
}

/**
 * Who had a word from another customer, and whether it was the first full answer: two counts, of people and of asks, that
 * would seem to contradict each other apart.
 */
function peersSentence(byPeers: number, audits: Reading['audits']): string {
  const first = audits.find(({ id }) => id === 'peer-answers');
  const asks = first?.n ?? 0;
  const firsts = Math.round((first?.value ?? 0) * asks);
  const had = byPeers === 0 ? '' : `${people(byPeers)} had a word from another customer`;
  if (first?.value == null || asks === 0) return had === '' ? '' : `${had}.`;
  if (had === '') return firsts === 0 ? '' : `Another customer gave the first full answer in ${ofAsks(firsts, asks)}.`;
  return firsts === 0
    ? `${had}; in none of ${counted(asks, 'ask')} was it the first full answer.`
    : `${had}; in ${ofAsks(firsts, asks)} it was the first full answer.`;
}

function ofAsks(some: number, asks: number): string {
  return `${thousands(some)} of ${counted(asks, 'ask')}`;
}

export interface Loss {
  readonly people: number;
  readonly of: number;
  readonly words: string;
  /** Why, in a second line where there is room. */
  readonly under: string;
}

/** Those who did not come on, stop by stop. */
export function lossesOf({ counts: [asked, shipped, told, helped] }: Round): readonly Loss[] {
  return [
    {
      people: asked - shipped,
      of: asked,
      words: shipped === asked ? 'nobody waits for it' : 'wait for it',
      under: 'what they asked for is not out',
    },
    { people: shipped - told, of: shipped, words: 'never told', under: 'what they asked for is out' },
    { people: told - helped, of: told, words: 'no word since', under: 'told, and silent since' },
  ];
}

/** The finding of the figure, as its heading. */
export function loopHeading({ counts: [asked, shipped, told, helped] }: Round): string {
  if (shipped === 0) return `${people(asked)} asked; nothing of it has shipped yet`;
  if (told === 0) return `${thousands(shipped)} of ${people(asked)} got what they asked for; nobody told them`;
  if (told < shipped)
    return `${thousands(shipped)} of ${people(asked)} got what they asked for; ${thousands(told)} heard of it`;
  return helped === 0
    ? `Everybody whose ask shipped was told; none has said whether it helped`
    : `Everybody whose ask shipped was told`;
}

/** What to see, and who is cheapest to win back. */
export function loopSentence({ counts: [asked, shipped, told], peers }: Round): string {
  const untold = shipped - told;
  const cheapest =
    untold === 0
      ? ''
      : ` The cheapest to win back ${untold === 1 ? 'is the one who was' : `are the ${thousands(untold)} who were`} never told: what they asked for is out, a note is missing.`;
  return `People who asked in these 52 weeks, ${thousands(asked)} in all.${cheapest}${peers === '' ? '' : ` ${peers}`}`;
}

/** `0 of 51 came all the way round: 0 % (0–7)`. */
export function wholeWay({ counts: [asked, , , helped] }: Round): string {
  return `${thousands(helped)} of ${thousands(asked)} came all the way round: ${shareWords(helped / asked, wilson(helped, asked, LEVEL))}`;
}

/** In place of a ring: what is known, and how the rest would come. */
export function loopOffer({ loop, evidence }: Reading): { readonly because: string; readonly remedy: string } {
  const heard = evidence.strands.some(({ strand, state }) => strand === 'says' && state === 'seen');
  const asked = loop.asked === null ? '' : `${people(loop.asked)} asked. `;
  const because = loop.asked === 0 ? 'Nobody outside asked anything in these 52 weeks.' : (loop.because ?? '');
  if (heard) return { because: loop.asked === 0 ? because : `${asked}${because}`, remedy: '' };
  return { because, remedy: OFFER };
}

const OFFER =
  'If its repository is on github.com, the same command with `--issues` reads the newest public issues too: 40 calls, no token needed. Or name a file that gh saved, or a folder of evidence with reviews.';

function people(count: number): string {
  return counted(count, 'person', 'people');
}

/** More dots than this in one quarter cannot be told apart: then one stands for several. */
const DOTS = 120;

export function dotUnit(round: Round): number {
  return peoplePerDot(Math.max(1, ...lossesOf(round).map(({ people }) => people)), DOTS);
}

/** So that dots stay countable: how many people one dot stands for. */
export function peoplePerDot(most: number, room: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const step of [1, 2, 5]) if (most / (unit * step) <= room) return unit * step;
  }
}

/** What a dot and the width of the band stand for. */
export function loopCaption(perDot: number): string {
  return `One dot is ${perDot === 1 ? 'one person' : people(perDot)} lost; the band is as wide as the people on it.`;
}

/** The loop in one sentence, for those who cannot see it. */
export function loopAlt({ counts }: Round): string {
  return `The loop. ${counts.map((count, at) => `${thousands(count)} ${STOPS[at]}`).join(', ')}.`;
}
