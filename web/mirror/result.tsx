/** A closed round: the finding, then question by question groups, gap and evidence. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReleasedGroup, Scale } from '#core/mirror.ts';
import type { Result } from '../api/rounds.ts';
import { dayWords } from '../frame/words.ts';
import { ActOn } from './act-on.tsx';
import { GapOf } from './gap-words.tsx';
import { type Lane, Lanes, Mark } from './lanes.tsx';
import { MustHave } from './must-have.tsx';
import { Said } from './said.tsx';

export function ResultOf({ product, result }: { product: string; result: Result }) {
  const { round, groups, gaps, since, evidence, held, named, joined } = result;
  const moved = (group: string, id: string) => since?.groups[group]?.[id];
  const team = groups.find(({ group }) => group === 'leaders' || group === 'team')?.group ?? 'leaders';
  return (
    <>
      <h1 className="verdict">{headOf(result)}</h1>
      <p className="deck mt-2">
        {round.name}, {round.kind}, closed {dayWords(round.closesAt ?? '')}.
        {since
          ? ` Changes are since ${since.round.name}.`
          : ' The first round: there is nothing to compare it with yet.'}
      </p>
      <p className="mroles mt-4">
        {groups.map(({ group, n }) => (
          <span key={group}>
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
              <Mark group={group} />
            </svg>
            <b>{group}</b> {n}
          </span>
        ))}
      </p>
      <ol className="mqs">
        <Question title="What are we doing?" note="Ten points, shared among four.">
          {(['making', 'telling', 'serving', 'running'] as const).map((part) => (
            <div key={part} className="mrow">
              <h3>{part}</h3>
              <Lanes lanes={lanesOf(groups, (one) => one.doing?.[part])} most={10} ends={['0', '10']} />
              <GapOf name="Leaders − staff" gap={gaps.roles[`doing/${part}`]} moved={moved(team, `doing/${part}`)} />
              <p className="small">{weeksOf(evidence, part)}</p>
            </div>
          ))}
        </Question>
        <Question title="Why are we here?" note={null}>
          <Why result={result} />
        </Question>
        <Question title="Who do we serve?" note={null}>
          <Said groups={groups} of={(one) => one.whom ?? one.which} list />
          {evidence.loop?.asked != null && (
            <p className="small mt-3">
              Measured: {evidence.loop.asked} people asked in the last year.{' '}
              {evidence.loop.shipped ?? 'An unknown number'} got what they asked for.{' '}
              <Link to="/p/$product" params={{ product }} search={{ near: 'question:heard' }}>
                Are they heard?
              </Link>
            </p>
          )}
        </Question>
        <Question title="Are we doing this right?" note="0 to 10.">
          <div className="mrow">
            <h3 className="vh">Marks</h3>
            <Lanes lanes={lanesOf(groups, (one) => one.right)} most={10} ends={['not at all', 'entirely']} />
            <GapOf name="Leaders − staff" gap={gaps.roles.right} moved={moved(team, 'right')} />
            <p className="small">{scoresOf(evidence)}</p>
          </div>
        </Question>
        <Question
          title="Would anybody care if we disappeared today?"
          note="Of 100 customers, how many would be very disappointed."
        >
          <MustHave result={result} />
        </Question>
        <Question
          title="How can we get closer to the people that matter most to us?"
          note={`Word for word.${joined ? ' What customers wish for joined the needs.' : ''}`}
        >
          <Said
            groups={groups}
            of={(one) => one.closer}
            act={(group, text) => <ActOn product={product} result={result} group={group} text={text} />}
          />
          <p className="mt-3">
            {joined && (
              <Link className="btn" to="/p/$product/needs" params={{ product }}>
                To the needs
              </Link>
            )}{' '}
            <Link className="btn" to="/p/$product/bridge" params={{ product }}>
              To the Bridge
            </Link>
          </p>
        </Question>
        <Question title="Which are we?" note="Where each group puts its dot; the line is what was measured.">
          {(['product', 'customer'] as const).map((axis) => (
            <div key={axis} className="mrow">
              <h3>{axis}</h3>
              <Lanes
                lanes={lanesOf(groups, (one) => one.place?.[axis])}
                most={100}
                ends={['0', '100']}
                measured={evidence.lenses[axis]?.score ?? null}
              />
              <GapOf name="Leaders − staff" gap={gaps.roles[`place/${axis}`]} moved={moved(team, `place/${axis}`)} />
              <p className="small">{lensOf(evidence, axis)}</p>
            </div>
          ))}
        </Question>
      </ol>
      {held && (
        <p className="mheld">
          Somebody else answered, in a group under five. Such groups are never shown, not even to the owner.
        </p>
      )}
      {named.length > 0 && <Named named={named} />}
      <p className="foot small dim">
        {round.kind === 'anonymous' &&
          'Counts and means are rounded at random by a little, so that nobody’s answer can be worked out. A band stands where nearly all said alike. '}
        Intervals 95 %. <code>bifocal mirror result</code>
      </p>
    </>
  );
}

function Question({ title, note, children }: { title: string; note: string | null; children: ReactNode }) {
  return (
    <li>
      <h2>{title}</h2>
      {note && <p className="small dim">{note}</p>}
      {children}
    </li>
  );
}

function lanesOf(groups: readonly ReleasedGroup[], of: (group: ReleasedGroup) => Scale | undefined): Lane[] {
  return groups.flatMap((one) => {
    const figure = of(one);
    return figure ? [{ group: one.group, figure }] : [];
  });
}

function headOf({ groups, gaps: { selfImage }, named }: Result): string {
  if (groups.length === 0) return 'No group has five answers, so nothing can be shown.';
  if (selfImage === null)
    return named.length > 0 ? 'The team in the mirror, by name.' : 'The mirror, question by question.';
  if (!selfImage.sure) return 'What leaders guess and what customers say cannot be told apart.';
  const size = Math.abs(Math.round(selfImage.value));
  return `Leaders think ${size} ${selfImage.value > 0 ? 'more' : 'fewer'} of 100 customers would miss it than say so.`;
}

function Why({ result: { groups, evidence } }: { result: Result }) {
  const [nearest] = evidence.alike;
  return (
    <>
      <Said groups={groups} of={(one) => one.why ?? one.friend} />
      {evidence.firstSentence && (
        <div className="mfirst">
          <p className="small dim">Measured: what the site says first</p>
          <p className="said">“{evidence.firstSentence.text}”</p>
          <p className="small">
            {nearest && nearest.share > 0
              ? `The nearest shares ${Math.round(nearest.share * 100)} % of its words: “${nearest.text}” (${nearest.group}).`
              : 'Nobody’s sentence shares a word of meaning with it.'}
          </p>
        </div>
      )}
    </>
  );
}

function weeksOf({ weeks }: Result['evidence'], part: 'making' | 'telling' | 'serving' | 'running'): string {
  if (part === 'running') return 'Not measured.';
  const found = weeks?.[part];
  return weeks && found !== null && found !== undefined
    ? `Measured: in ${found} of ${weeks.of} weeks.`
    : 'Not measured yet.';
}

function scoresOf({ loved, holds }: Result['evidence']): string {
  const told = [loved && `loved ${Math.round(loved.score)}`, holds && `holds ${Math.round(holds.score)}`].filter(
    Boolean,
  );
  return told.length === 0 ? 'Not measured yet.' : `Measured, of 100: ${told.join(', ')}.`;
}

function lensOf({ lenses }: Result['evidence'], axis: 'product' | 'customer'): string {
  const lens = lenses[axis];
  return lens === null ? 'Not measured yet.' : `Measured: ${Math.round(lens.score)} of 100.`;
}

function Named({ named }: Pick<Result, 'named'>) {
  return (
    <section aria-labelledby="h-named">
      <h2 id="h-named">Who said what</h2>
      <p className="small dim">Each agreed to be named, in this round alone.</p>
      <ul className="mnamed">
        {named.map(({ name, role, answers }) => (
          <li key={`${role} ${name} ${JSON.stringify(answers)}`}>
            <b>{name}</b> <span className="small dim">{role}</span>
            <dl className="facts">
              {Object.entries(answers).map(([id, said]) => (
                <div key={id} className="contents">
                  <dt>{id}</dt>
                  <dd>{plainly(said)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function plainly(said: unknown): string {
  if (Array.isArray(said)) return said.join(', ');
  if (said !== null && typeof said === 'object')
    return Object.entries(said)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return String(said);
}
