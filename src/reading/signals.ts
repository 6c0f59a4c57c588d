/** The three signals, as far as today's facts carry them; what is missing is named, with how much of it there is. */
import type { Reading } from '#core/reading.ts';
import type { Warmth } from '#core/signals.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Weighed } from './weigh.ts';

type Signal = Reading['signals'][number];

/** A share of fewer unasked changes is no figure (DESIGN §3). */
const LEAST_UNASKED = 10;

const NOTHING = { value: null, n: null, interval: null } as const;

export function signalsOf(weighed: readonly Weighed[], warmth: Warmth | null): Reading['signals'] {
  const ownUse = weighed.find(({ audit }) => audit.id === 'own-use') ?? null;
  return [innovation(ownUse, warmth), passion(ownUse, warmth), authenticity(weighed)];
}

/** Of unasked changes the share that still stands and was praised by two; whom praise is for is not told yet. */
function innovation(ownUse: Weighed | null, warmth: Warmth | null): Signal {
  const because = (text: string): Signal => ({ name: 'innovation', ...NOTHING, because: text });
  if (ownUse === null || ownUse.state === 'not-collected' || warmth === null) {
    return because(untold(ownUse, 'Which changes nobody had asked for is not known.'));
  }
  const { old, unasked, untraced, praised, read } = warmth;
  const among = read === undefined ? '' : ` in the ${thousands(read)} that were read`;
  if (old === 0) return because('No change that users could notice is a year old yet.');
  if (unasked < LEAST_UNASKED) {
    return because(
      `${known(unasked)} of ${counted(old, 'change')} a year old or more ${unasked === 1 ? 'is' : 'are'} known to be nobody’s ask (${untraced} cannot be traced); ${LEAST_UNASKED} are needed.`,
    );
  }
  return because(
    `${counted(unasked, 'change')} a year old or more ${unasked === 1 ? 'was' : 'were'} nobody’s ask. Praise of at least two people for each is needed: ${counted(praised, 'piece')} of praise ${praised === 1 ? 'was' : 'were'} found${among}, and none names the change that it is for.`,
  );
}

/** Own-use changes and unreported problems mended, of 100 changes: a least, since few changes say where they began. */
function passion(ownUse: Weighed | null, warmth: Warmth | null): Signal {
  if (ownUse === null || ownUse.value === null || ownUse.state !== 'informative') {
    return { name: 'passion', ...NOTHING, because: untold(ownUse, 'What began with the makers is not known.') };
  }
  const because = `${ownUse.because ?? ''} ${praiseWords(warmth)} Rough edges returned to are not counted yet.`;
  return { name: 'passion', value: ownUse.value, n: ownUse.n, interval: ownUse.interval, because };
}

/** The share of claims that are borne out; beside it, whether breakage is admitted, and how far words and product moved apart. */
function authenticity(weighed: readonly Weighed[]): Signal {
  const of = (id: string) => weighed.find(({ audit }) => audit.id === id) ?? null;
  const support = of('claim-support');
  const beside = ['candour', 'claim-drift', 'claim-conflicts'].flatMap((id) => {
    const one = of(id);
    return one !== null && one.value !== null && one.because !== null ? one.because : [];
  });
  if (support === null || support.value === null || support.state !== 'informative') {
    const because = [
      untold(support, 'Needs claims held against what shipped: it comes with a site or posts.'),
      ...beside,
    ];
    return { name: 'authenticity', ...NOTHING, because: because.join(' ') };
  }
  const { value, n, interval } = support;
  return { name: 'authenticity', value, n, interval, because: [support.because ?? '', ...beside].join(' ').trim() };
}

function praiseWords(warmth: Warmth | null): string {
  if (warmth === null || warmth.pieces === 0) return 'No review, post or survey was read for praise.';
  const aside = warmth.setAside === 0 ? '' : `; ${warmth.setAside} set aside as copies, spam or bare praise`;
  return `Praise in ${warmth.praised} of ${piecesRead(warmth)}${aside}.`;
}

function untold(ownUse: Weighed | null, otherwise: string): string {
  return ownUse?.because ?? otherwise;
}

function known(count: number): string {
  return count === 0 ? 'None' : String(count);
}

/** Of very many some were read: said, so that nobody takes the count for that of all. */
function piecesRead({ pieces, read = pieces }: Warmth): string {
  const all = counted(pieces, 'review, post or survey answer', 'reviews, posts and survey answers');
  return read === pieces ? all : `${thousands(read)} that were drawn evenly from ${all}`;
}
