/** Which figure an address means, and how it is shown. */
import { useQuery } from '@tanstack/react-query';
import type { View } from '#report/view.ts';
import { readingQuery } from '../api/queries.ts';
import { ActionNear } from '../bridge/action-near.tsx';
import { ClaimNear } from '../claims/claim-near.tsx';
import { Failure } from '../frame/failure.tsx';
import { LinkNear } from '../links/link-near.tsx';
import { NeedNear } from '../needs/need-near.tsx';
import { PackageNear } from '../package/package-near.tsx';
import { ReleaseNear } from '../shipped/release-near.tsx';
import { AuditNear } from './audit-near.tsx';
import { RowsNear } from './rows-near.tsx';

interface NearBodyProps {
  readonly product: string;
  readonly near: string;
}

/** Needs, claims, links, steps and releases are asked for by themselves; every other figure is of the reading. */
export function NearBody({ product, near }: NearBodyProps) {
  const [what = '', ...which] = near.split(':');
  const id = which.join(':');
  if (what === 'need') return <NeedNear key={id} product={product} id={id} />;
  if (what === 'action') return <ActionNear key={id} product={product} id={id} />;
  if (what === 'claim') return <ClaimNear key={id} product={product} id={id} />;
  if (what === 'package') return <PackageNear key={id} product={product} id={id} />;
  if (what === 'link') return <LinkNear key={id} product={product} id={id} />;
  if (what === 'release') return <ReleaseNear product={product} version={id} />;
  return <ReadNear product={product} near={near} />;
}

function ReadNear({ product, near }: NearBodyProps) {
  const { data, error, refetch } = useQuery(readingQuery(product));
  if (error && !data) return <Failure part error={error} again={refetch} />;
  if (!data) return <p className="dim">Fetching it.</p>;
  return <FigureNear product={product} near={near} view={data.view} />;
}

function FigureNear({ product, near, view }: NearBodyProps & { view: View }) {
  const [what = '', ...which] = near.split(':');
  const key = which.join(':');
  if (what === 'audit') {
    const audit = view.audits.find(({ id }) => id === key);
    if (audit) return <AuditNear product={product} audit={audit} />;
  }
  if (what === 'question') {
    const question = [...view.lenses.product.questions, ...view.lenses.customer.questions].find(({ id }) => id === key);
    if (question) return <QuestionNear product={product} question={question} audits={view.audits} />;
  }
  const rows = rowsOf(view, what, key);
  if (rows) return <RowsNear product={product} {...rows} />;
  return <p>This reading has no such figure any more. Close this, and look at the page.</p>;
}

type Question = View['lenses']['product']['questions'][number];

function QuestionNear({ product, question, audits }: { product: string; question: Question; audits: View['audits'] }) {
  const answering = audits.filter(({ id }) => question.audits.includes(id));
  if (answering.length === 0)
    return (
      <>
        <h2>{question.question}</h2>
        <p className="mt-3">{question.because}</p>
      </>
    );
  return (
    <>
      <p className="small dim">
        {question.question} {question.value} {question.range}
      </p>
      {answering.map((audit) => (
        <AuditNear key={audit.id} product={product} audit={audit} />
      ))}
    </>
  );
}

interface Rows {
  readonly head: string;
  readonly says: string | null;
  readonly ids: readonly string[];
}

function rowsOf(view: View, what: string, key: string): Rows | null {
  if (what === 'finding') {
    const found = view.findings.items[Number(key)];
    return found ? { head: found.sentence, says: found.step, ids: found.quotes.map(({ id }) => id) } : null;
  }
  if (what === 'step') {
    const step = view.steps.items.find(({ id }) => id === key);
    return step ? { head: step.title, says: step.hypothesis, ids: step.evidence } : null;
  }
  if (what === 'week') {
    const [kind = '', to = ''] = key.split(':');
    const row = view.focus.rows.find(({ id }) => id === kind);
    const cell = row?.cells.find((one) => one?.to === to);
    if (!row || !cell) return null;
    const says = `${cell.changes} in this week; depth ${cell.depth}.`;
    return { head: `${row.name}, the week until ${cell.until}`, says, ids: cell.evidence };
  }
  if (what === 'kind') {
    const row = view.focus.rows.find(({ id }) => id === key);
    if (!row) return null;
    const ids = row.cells.toReversed().flatMap((cell) => cell?.evidence ?? []);
    const depth = row.depth ? ` ${row.depth.share} ${row.depth.says} ${row.depth.range}.` : '';
    return { head: `${row.name}: ${row.weeks} ${row.of}`, says: `Seen in: ${row.basis}.${depth}`, ids };
  }
  if (what === 'stage')
    return { head: `Stage: ${view.map.stage}`, says: view.map.stageBecause, ids: view.map.stageEvidence };
  if (what === 'loop') {
    const audit = view.audits.find(({ id }) => id === 'loop-closure');
    return audit ? { head: 'Whose ask shipped, the untold first', says: audit.because, ids: audit.evidence } : null;
  }
  return null;
}
