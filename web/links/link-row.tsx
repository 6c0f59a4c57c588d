/** One link in a list: the ask, the change that may answer it, what speaks for that, and what a person says. */
import type { AnswerLink, LinkVerb } from '../api/links.ts';
import { Said } from '../frame/said.tsx';
import { dayWords } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';
import { DecideLink } from './decide-link.tsx';
import { signsWords } from './link-words.ts';

interface LinkRowProps {
  readonly link: AnswerLink;
  readonly decide: (id: string, verb: LinkVerb) => void;
}

export function LinkRow({ link, decide }: LinkRowProps) {
  const { id, from, to } = link;
  return (
    <li className="claim" data-link={id}>
      <h3 className="small">
        <Closer near={`link:${id}`}>{signsWords(link)}</Closer>
      </h3>
      <LinkSides from={from} to={to} />
      <DecideLink link={link} decide={(verb) => decide(id, verb)} />
    </li>
  );
}

function LinkSides({ from, to }: Pick<AnswerLink, 'from' | 'to'>) {
  return (
    <div className="sides">
      <div className="side says">
        <p className="small dim">Asked on {dayWords(to.at)}</p>
        <Said words={to.text} />
      </div>
      <div className="side ships">
        <p className="small dim">Changed on {dayWords(from.at)}</p>
        <Said words={from.text} />
      </div>
    </div>
  );
}
