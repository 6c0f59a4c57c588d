/** One audit looked at closely: its sentence, its caliper, how it was made, how it is kept honest, what would mend it, its cases. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { View } from '#report/view.ts';
import { curvesQuery } from '../api/queries.ts';
import { Caliper, type Hue } from '../figures/caliper.tsx';
import { Pips } from '../figures/pips.tsx';
import { ScoreCurve } from '../figures/score-curve.tsx';
import { Spark } from '../figures/spark.tsx';
import { WithCommands } from '../frame/with-commands.tsx';
import { Closer } from './closer.tsx';
import { Rows } from './rows.tsx';

type Audit = View['audits'][number];

function hueOf(lens: string): Hue {
  return lens === 'product' || lens === 'customer' ? lens : lens === 'claims' ? 'claim' : 'neutral';
}

export function AuditNear({ product, audit }: { product: string; audit: Audit }) {
  return (
    <div className="closely">
      <h2>{audit.question}</h2>
      <p className="mt-2">
        <WithCommands words={audit.because} />
      </p>
      <AuditMark audit={audit} />
      {audit.change && <p className="small dim mt-2">{audit.change}</p>}
      <AuditCurve product={product} audit={audit} />
      <Spark series={audit.series} />
      {audit.facts.length > 0 && (
        <dl className="facts">
          {audit.facts.map(([word, says]) => (
            <div key={word} className="contents">
              <dt>{word}</dt>
              <dd>
                {word === 'kept honest by' && audit.guard ? (
                  <Closer near={`audit:${audit.guardedBy}`}>{audit.guard}</Closer>
                ) : (
                  says
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {audit.state === 'not-collected' && (
        <p className="mt-4">
          <Link to="/p/$product/sources" params={{ product }} className="btn">
            Connect what tells it
          </Link>
        </p>
      )}
      {audit.remedy && <Remedy remedy={audit.remedy} />}
      <Rows product={product} ids={audit.evidence} more={audit.more} />
    </div>
  );
}

function AuditCurve({ product, audit: { id, lens } }: { product: string; audit: Audit }) {
  const drawn = useQuery(curvesQuery(product)).data?.items.find((one) => one.id === id);
  return drawn ? <ScoreCurve drawn={drawn} hue={hueOf(lens)} /> : null;
}

/** The slot of a figure: a caliper when there is a score, pips while there are too few, else its state in words. */
export function AuditMark({ audit }: { audit: Audit }) {
  if (audit.score !== null)
    return (
      <p className="mark-row">
        <Caliper
          hue={hueOf(audit.lens)}
          score={audit.score.at}
          interval={audit.score.interval}
          name={`${audit.question} ${audit.score.words}`}
        />
        <span className="num">{audit.score.words}</span>
      </p>
    );
  if (audit.short)
    return (
      <p className="mark-row">
        <Pips n={audit.short.n} of={audit.short.of} words={audit.short.words} />
        <span className="small dim">{audit.stateWords}</span>
      </p>
    );
  return <p className={`state ${audit.state}`}>{audit.stateWords}</p>;
}

function Remedy({ remedy }: { remedy: NonNullable<Audit['remedy']> }) {
  return (
    <div className="remedy">
      <h3>{remedy.title}</h3>
      <p className="small dim">{remedy.hypothesis}</p>
      <dl className="facts">
        <dt>effort</dt>
        <dd>{remedy.effort}</dd>
        <dt>tell-tale</dt>
        <dd>{remedy.tellTale}</dd>
      </dl>
    </div>
  );
}
