/** What a draft may rest on: of a need, of a note to somebody whose ask shipped, of a reading. */
import type { DraftSource } from '#core/draft.ts';
import type { Evidence } from '#core/evidence.ts';
import type { Reading } from '#core/reading.ts';
import type { Tell } from '#core/tell.ts';
import { counted, onDay } from '#core/wording.ts';
import type { Store } from '#store/store.ts';
import { factsNow } from '../links.ts';
import { asksOf, type NeedTold } from '../needs.ts';
import type { Material } from './draft.ts';

/** Of a need those nearest to its middle: enough to say it twice over, and read in a minute. Our own. */
const PIECES = 12;
/** A fact is shown with the first of what it rests on. */
const BEHIND = 5;

export async function needMaterial(store: Store, productId: string, need: NeedTold): Promise<Material> {
  const asks = await asksOf(store, productId, need, PIECES);
  const ids = asks.map(({ evidence }) => evidence);
  const { people } = need.demand;
  const says = [`They ask about: ${need.name}.`, `${counted(people, 'person', 'people')} asked.`];
  const facts = says.map((text, at) =>
    fact(
      `need-${at + 1}`,
      text,
      need.members.map(({ evidence }) => evidence),
    ),
  );
  return { kind: 'need', about: need.name, sources: [...facts, ...(await piecesOf(store, productId, ids))] };
}

export async function noteMaterial(store: Store, productId: string, tell: Tell): Promise<Material> {
  const { releases } = await factsNow(store, productId, ['releases']);
  const release = releases.all.find(
    ({ version, at }) => version === tell.release && at === Date.parse(tell.releasedAt),
  );
  const behind = release === undefined ? [] : (release.evidence ?? [release.id]);
  const out = onDay(Date.parse(tell.releasedAt));
  const sure = tell.confidence === 1;
  const facts = [
    fact('release', `It is ${sure ? '' : 'probably '}in ${tell.release}, out since ${out}.`, behind),
    fact('ask', `You asked for it on ${onDay(Date.parse(tell.askedAt))}.`, [tell.ask]),
    fact('reply', 'If it does not do what you meant, please say so here.', [tell.ask]),
  ];
  return {
    ...{ kind: 'note', about: `${tell.release}, ${tell.ask.slice(0, 8)}` },
    sources: [...facts, ...(await piecesOf(store, productId, [tell.ask, ...behind.slice(0, BEHIND)]))],
  };
}

export async function summaryMaterial(store: Store, reading: Reading): Promise<Material> {
  const { focus, stage, findings, bridge, product } = reading;
  const weeks = [focus.making, focus.telling, focus.serving].flatMap(({ cells }) => cells.at(-1)?.evidence ?? []);
  const facts = [
    fact('focus', focus.sentence, weeks),
    fact('stage', stage.because, stage.evidence),
    ...findings.map(({ sentence, quotes }, at) => fact(`finding-${at + 1}`, sentence, evidenceOf(quotes))),
    ...bridge.actions.map((one, at) => fact(`step-${at + 1}`, stepWords(one), one.evidence)),
  ];
  const quoted = [...findings.flatMap(({ quotes }) => quotes), ...(reading.alone?.quotes ?? [])];
  const pieces = await piecesOf(store, product.id, [...new Set(evidenceOf(quoted))].slice(0, PIECES));
  return { kind: 'summary', about: `${product.name}, ${reading.at.slice(0, 10)}`, sources: [...facts, ...pieces] };
}

function stepWords({ title, people }: Reading['bridge']['actions'][number]): string {
  return people === null ? `A step: ${title}.` : `A step: ${title}. ${counted(people, 'person waits', 'people wait')}.`;
}

function evidenceOf(quotes: readonly { readonly evidence: string }[]): string[] {
  return quotes.map(({ evidence }) => evidence);
}

function fact(id: string, text: string, evidence: readonly string[]): DraftSource {
  return { id, by: 'bifocal', texts: [text], evidence: evidence.slice(0, BEHIND) };
}

/** In the order of `ids`; what the store no longer holds is left out. */
async function piecesOf(store: Store, productId: string, ids: readonly string[]): Promise<DraftSource[]> {
  const rows = new Map((await store.read.evidence(productId, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => pieceOf(rows.get(id)) ?? []);
}

function pieceOf(row: Evidence | undefined): DraftSource | null {
  const texts = [row?.title, row?.body].filter((text) => typeof text === 'string');
  return row === undefined || texts.length === 0 ? null : { id: row.id, by: 'outsider', texts, evidence: [row.id] };
}
