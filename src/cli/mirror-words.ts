/** A round of the Mirror Test in words for a terminal: question by question, groups, gaps, and the evidence beside. */
import {
  type Between,
  type EvidenceBeside,
  type Gap,
  type MirrorResult,
  PARTS,
  type ReleasedGroup,
  type Scale,
  type Words,
} from '#core/mirror.ts';
import type { RoundTold } from '#engine/rounds.ts';
import { wrap } from '#report/terminal/layout.ts';
import { type Paint, paintFor, type Screen } from '#report/terminal/style.ts';
import { questionName } from '#report/year/question-names.ts';

export function roundWords({ name, kind, closesAt, answered, id }: RoundTold): string {
  const state =
    closesAt === null
      ? answered === 0
        ? 'open, fewer than five answers'
        : `open, at least ${answered} answers`
      : 'closed';
  return ` ${name.padEnd(20)} ${kind.padEnd(10)} ${state}  ${id}\n`;
}

export function resultWords(product: string, told: MirrorResult, screen: Screen): string {
  const paint = paintFor(screen);
  const { round, groups, gaps, since, evidence } = told;
  const lines = [
    paint('strong', headline(product, told)),
    paint('faint', `${round.name}, ${round.kind}. ${groups.map(({ group, n }) => `${group} ${n}`).join(', ')}.`),
    '',
  ];
  const part = (heading: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push(paint('strong', heading), ...rows.map((row) => `  ${row}`), '');
  };
  part('What are we doing? Points of ten', [...groups.flatMap(doingLine), ...weeksLine(evidence)]);
  part('Why are we here?', [
    ...groups.flatMap((group) => quoted(group.group, group.why ?? group.friend, screen)),
    ...firstLine(evidence),
  ]);
  part(
    'Who do we serve?',
    groups.flatMap((group) => listed(group.group, group.whom ?? group.which)),
  );
  part('Are we doing this right? 0 to 10', [
    ...groups.flatMap((group) => scaleLine(group.group, group.right)),
    ...scoreLine(evidence),
  ]);
  part('Would anybody care? Very disappointed, of 100', careLines(groups, gaps.selfImage, paint));
  part(
    'How can we get closer?',
    groups.flatMap((group) => quoted(group.group, group.closer, screen)),
  );
  part('Which are we? Product, customer, 0 to 100', placeLines(groups, evidence));
  part('Leaders against staff', sureGaps(gaps.roles));
  if (since)
    part(
      `Since ${since.round.name}`,
      Object.entries(since.groups).flatMap(([group, all]) => sureGaps(all).map((row) => `${group}: ${row}`)),
    );
  if (told.held)
    lines.push(paint('faint', 'Somebody else answered, in a group under five. Such groups are never shown.'), '');
  if (round.kind === 'anonymous')
    lines.push(
      paint('faint', 'Counts and means are rounded at random by a little, so that nobody’s answer can be worked out.'),
    );
  return `${lines.join('\n')}\n`;
}

/** The finding first. */
function headline(product: string, { gaps: { selfImage }, groups }: MirrorResult): string {
  if (groups.length === 0) return `No group of ${product} has five answers, so nothing can be shown.`;
  if (selfImage === null) return `${product} in the mirror.`;
  const size = Math.abs(Math.round(selfImage.value));
  if (!selfImage.sure) return `What leaders guess and what customers of ${product} say cannot be told apart.`;
  return `Leaders think ${size} more of 100 customers would miss ${product} than say so.`.replace(
    `${size} more`,
    selfImage.value > 0 ? `${size} more` : `${size} fewer`,
  );
}

function doingLine({ group, doing }: ReleasedGroup): string[] {
  if (!doing) return [];
  const banded = PARTS.some((part) => doing[part].state === 'alike');
  const each = PARTS.map((part) => `${part} ${bandWords(doing[part])}`);
  return PARTS.every((part) => doing[part].state === 'too-few')
    ? []
    : [`${group.padEnd(10)} ${each.join(' · ')}${banded ? '  (in bands: nearly all agree on one of them)' : ''}`];
}

function bandWords(figure: Scale): string {
  return figure.state === 'alike' ? `${figure.between.low} to ${figure.between.high}` : scaleWords(figure);
}

function weeksLine({ weeks }: EvidenceBeside): string[] {
  if (weeks === null) return [];
  const told = (['making', 'telling', 'serving'] as const).flatMap((part) =>
    weeks[part] === null ? [] : [`${part} in ${weeks[part]}`],
  );
  return [`evidence   ${told.join(' · ')} of ${weeks.of} weeks`];
}

function quoted(group: string, words: Words | undefined, screen: Screen): string[] {
  if (words === undefined || words.state === 'too-few') return [];
  if (words.state === 'alike') return [`${group}: nearly all said the same, so it is not shown`];
  return [
    `${group}, ${words.n}`,
    ...words.said.flatMap((one) => wrap(`“${one}”`, screen.columns - 8).map((line) => `  ${line}`)),
  ];
}

function firstLine({ firstSentence, alike }: EvidenceBeside): string[] {
  if (firstSentence === null) return [];
  const [nearest] = alike;
  const near =
    nearest === undefined || nearest.share === 0
      ? 'Nobody’s sentence shares a word of meaning with it.'
      : `The nearest shares ${Math.round(nearest.share * 100)} % of its words: “${nearest.text}” (${nearest.group}).`;
  return [`evidence   the first sentence of ${firstSentence.where}: “${firstSentence.text}”`, `           ${near}`];
}

function listed(group: string, words: Words | undefined): string[] {
  if (words === undefined || words.state === 'too-few') return [];
  return [
    `${group.padEnd(10)} ${words.state === 'alike' ? 'nearly all said the same, so it is not shown' : words.said.join(' · ')}`,
  ];
}

function scaleLine(group: string, figure: Scale | undefined): string[] {
  return figure === undefined || figure.state === 'too-few' ? [] : [`${group.padEnd(10)} ${scaleWords(figure)}`];
}

function scoreLine({ loved, holds }: EvidenceBeside): string[] {
  const told = [['Is it loved?', loved] as const, ['Does it hold?', holds] as const].flatMap(([question, found]) =>
    found === null ? [] : [`${question} ${Math.round(found.score)} of 100`],
  );
  return told.length === 0 ? [] : [`evidence   ${told.join(' · ')}`];
}

function careLines(groups: readonly ReleasedGroup[], gap: Gap | null, paint: Paint): string[] {
  const guesses = groups.flatMap(({ group, missed }) => scaleLine(group, missed).map((line) => `${line}  guessed`));
  const said = groups.flatMap(({ group, would }) => {
    if (would?.state !== 'shown') return [];
    const { n, interval, behind } = would;
    const [low, high] = [behind.low, behind.high];
    return [`${group.padEnd(10)} ${low === high ? low : `${low} to ${high}`} of ${n} say so  (${percent(interval)})`];
  });
  const between = gap === null ? [] : [paint('strong', `gap        ${signed(gap)}`)];
  return [...guesses, ...said, ...between];
}

function placeLines(groups: readonly ReleasedGroup[], { lenses }: EvidenceBeside): string[] {
  const told = groups.flatMap(({ group, place }) =>
    place && place.product.state !== 'too-few'
      ? [`${group.padEnd(10)} product ${scaleWords(place.product)} · customer ${scaleWords(place.customer)}`]
      : [],
  );
  const { product, customer } = lenses;
  const measured =
    product && customer
      ? [`evidence   product ${Math.round(product.score)} · customer ${Math.round(customer.score)}`]
      : [];
  return told.length === 0 ? [] : [...told, ...measured];
}

function sureGaps(gaps: Readonly<Record<string, Gap>>): string[] {
  const all = Object.entries(gaps);
  const sure = all.filter(([, gap]) => gap.sure).map(([id, gap]) => `${questionName(id)} ${signed(gap)}`);
  return all.length > 0 && sure.length === 0 ? ['no difference that can be told'] : sure;
}

function scaleWords(figure: Scale): string {
  if (figure.state === 'too-few') return 'too few';
  if (figure.state === 'alike') return `between ${figure.between.low} and ${figure.between.high}, nearly all alike`;
  return `${figure.mean} (${between(figure.interval)})`;
}

function signed({ value, interval }: Gap): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value)} (${between(interval)})`;
}

function between({ low, high }: Between): string {
  return low < 0 || high < 0 ? `${minus(low)} to ${minus(high)}` : `${low}–${high}`;
}

function minus(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}

function percent({ low, high }: Between): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
}
