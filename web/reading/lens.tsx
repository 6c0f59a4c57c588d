/** A lens: its ring, and its four questions, each opening to what answers it. */
import { Fragment } from 'react';
import type { View } from '#report/view.ts';
import { Band, Caliper } from '../figures/caliper.tsx';
import { LensRing } from '../figures/lens-ring.tsx';
import { WithCommands } from '../frame/with-commands.tsx';
import { Closer } from '../near/closer.tsx';

type LensView = View['lenses']['product'];

export function Lens({ lens }: { lens: LensView }) {
  return (
    <section className="lens" aria-labelledby={`lens-${lens.id}`}>
      <LensRing lens={lens} />
      <div className="lhead">
        <h2 id={`lens-${lens.id}`}>{lens.name}</h2>
        <p className="fine">{lens.head}</p>
        {!lens.scored && <Band hue={lens.id} worst={lens.band.worst} best={lens.band.best} name={lens.alt} />}
      </div>
      <div className="qs">
        {lens.questions.map((question) => (
          <Fragment key={question.id}>
            {question.group && <p className="grp">{question.group}</p>}
            <Question question={question} hue={lens.id} />
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function Question({ question, hue }: { question: LensView['questions'][number]; hue: LensView['id'] }) {
  const { id, score, interval, value, range, because } = question;
  return (
    <div className="qrow">
      <span>
        <Closer near={`question:${id}`}>{question.question}</Closer>
        {score !== null && <small>{because}</small>}
      </span>
      {score === null ? (
        <span className="open">
          <WithCommands words={because} />
        </span>
      ) : (
        <>
          <span className="cc">
            <Caliper hue={hue} score={score} interval={interval} name={`${question.question} ${value} ${range}`} />
          </span>
          <span className="num">
            <b>{value}</b> <span className="iv">{range}</span>
          </span>
        </>
      )}
    </div>
  );
}
