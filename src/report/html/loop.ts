/** The loop as a ring: asked, shipped, told, helped, with the people who were lost on the way; a table behind it. */
import type { Reading } from '#core/reading.ts';
import { thousands } from '#core/wording.ts';
import {
  dotUnit,
  loopAlt,
  loopCaption,
  loopHeading,
  loopOffer,
  loopSentence,
  lossesOf,
  type Round,
  roundOf,
  STOPS,
  wholeWay,
} from '../loop-words.ts';
import { caseList, type EvidenceById } from './behind.ts';
import { MOON } from './marks.ts';
import { type Markup, markup } from './markup.ts';
import { arc, band, lostDots, type Ring } from './ring.ts';
import { withCommands } from './with-commands.ts';

const SIZES = [
  { fit: 'wide', width: 640, height: 470, ring: { x: 320, y: 236, radius: 150, widest: 40 } },
  { fit: 'slim', width: 328, height: 372, ring: { x: 150, y: 190, radius: 92, widest: 24 } },
] as const;
/** Who acts next: customers wait, makers tell, both are helped. */
const HUES = ['--customer-2', '--product-2', '--bridge-2'] as const;

export function loopSection(reading: Reading, evidence: EvidenceById): Markup {
  const round = roundOf(reading);
  if (round === null) {
    const { because, remedy } = loopOffer(reading);
    return markup`<section aria-labelledby="loop"><h2 id="loop">The loop, from asking to hearing back</h2><div class="offer"><p><b>${because}</b></p>${
      remedy === '' ? null : markup`<p class="fine">${withCommands(remedy)}</p>`
    }</div></section>`;
  }
  const unit = dotUnit(round);
  return markup`<section aria-labelledby="loop"><h2 id="loop">${loopHeading(round)}</h2><p class="fine">${loopCaption(unit)}</p>${SIZES.map(
    (size) => drawing(round, unit, size),
  )}<p class="basis">${loopSentence(round)}</p>${table(round)}${behindLoop(reading, evidence)}</section>`;
}

function drawing(round: Round, unit: number, { fit, width, height, ring }: (typeof SIZES)[number]): Markup {
  const { counts } = round;
  const [asked] = counts;
  const quarters = [0, 1, 2].map((at) => {
    const [from = 0, to = 0] = [(counts[at] ?? 0) / asked, (counts[at + 1] ?? 0) / asked];
    const lost = Math.round(((counts[at] ?? 0) - (counts[at + 1] ?? 0)) / unit);
    return markup`${band(ring, at, from, to, HUES[at] ?? '')}${lostDots(ring, at, lost, ring.widest * from + 12)}`;
  });
  const { x, y, radius } = ring;
  const stops = [
    [x, y - radius],
    [x + radius, y],
    [x, y + radius],
    [x - radius, y],
  ] as const;
  const posts = stops.map(([cx, cy]) => markup`<circle class="post" cx="${cx}" cy="${cy}" r="4.5"/>`);
  return markup`<svg class="loop ${fit}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${loopAlt(round)}"><path class="hair" d="${arc(ring, 0, 180)}"/><path class="hair told" d="${arc(ring, 180, 270)}"/><path class="back" d="${arc(ring, 270, 359.9)}"/>${quarters}${posts}${labels(round, ring)}${middle(round, ring, fit)}${corners(round, width, height, fit)}</svg>`;
}

function labels({ counts }: Round, { x, y, radius }: Ring): Markup[] {
  const places = [
    [x, y - radius + 32, 'middle'],
    [x + radius - 14, y - 2, 'end'],
    [x, y + radius - 28, 'middle'],
    [x - radius + 14, y - 2, 'start'],
  ] as const;
  return places.map(
    ([left, top, anchor], at) =>
      markup`<text class="n" x="${left}" y="${top}" text-anchor="${anchor}">${thousands(counts[at] ?? 0)}</text><text class="l" x="${left}" y="${top + 17}" text-anchor="${anchor}">${STOPS[at]}</text>`,
  );
}

function middle(round: Round, { x, y }: Ring, fit: string): Markup | null {
  if (fit === 'slim') return null;
  const [way = '', share = ''] = wholeWay(round).split(' came all the way round: ');
  return markup`<text class="c" x="${x}" y="${y - 6}" text-anchor="middle">${way}</text><text x="${x}" y="${y + 12}" text-anchor="middle">came all the way</text><text x="${x}" y="${y + 29}" text-anchor="middle">round: ${share}</text>`;
}

/** The losses stand in the corner of their quarter. */
function corners(round: Round, width: number, height: number, fit: string): (Markup | null)[] {
  const places = [
    [width, 20, 'end'],
    [width, height - 28, 'end'],
    [0, height - 28, 'start'],
  ] as const;
  return lossesOf(round).map(({ people, of, words, under }, at) => {
    const [x, y, anchor] = places[at] ?? [0, 0, 'start'];
    if (of === 0 || people === 0) return null;
    return markup`<text class="ll" x="${x}" y="${y}" text-anchor="${anchor}">${thousands(people)} ${words}</text>${
      fit === 'wide' ? markup`<text x="${x}" y="${y + 18}" text-anchor="${anchor}">${under}</text>` : null
    }`;
  });
}

function table(round: Round): Markup {
  const losses = lossesOf(round);
  const rows = STOPS.map((stop, at) => {
    const loss = losses[at];
    const lost =
      loss === undefined || loss.of === 0 ? '' : `${thousands(loss.people)} ${loss.people === 0 ? 'lost' : loss.words}`;
    return markup`<tr><th scope="row">${stop}</th><td>${thousands(round.counts[at] ?? 0)}</td><td>${lost}</td></tr>`;
  });
  return markup`<details class="table"><summary>The loop as a table</summary><table><thead><tr><th scope="col">stop</th><th scope="col">people</th><th scope="col">lost after it</th></tr></thead><tbody>${rows}</tbody></table><p>${wholeWay(round)}. ${round.peers}</p></details>`;
}

/** The threads of those whose ask shipped, the untold first: the same that loop closure counts. */
function behindLoop({ audits }: Reading, evidence: EvidenceById): Markup | null {
  const audit = audits.find(({ id }) => id === 'loop-closure');
  if (!audit || audit.evidence.length === 0) return null;
  return markup`<details class="table"><summary>Whose ask shipped, the untold first${MOON}</summary><div class="behind">${caseList(audit.evidence, audit.evidenceTotal, evidence, audit.id)}</div></details>`;
}
