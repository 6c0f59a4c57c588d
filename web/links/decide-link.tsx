/** Yes, no, undo: what a person says of one link. */
import type { AnswerLink, LinkVerb } from '../api/links.ts';
import { becameWords } from './link-words.ts';

interface DecideLinkProps {
  readonly link: AnswerLink;
  readonly decide: (verb: LinkVerb) => void;
}

export function DecideLink({ link, decide }: DecideLinkProps) {
  const became = becameWords(link);
  const about = <span className="vh">: “{link.to.text}”</span>;
  return (
    <p className="flex flex-wrap items-center gap-3 mt-2">
      {became === null ? (
        <>
          {link.method === 'offered' && (
            <button type="button" className="btn tiny" onClick={() => decide('confirm')}>
              Yes, it answers <kbd>Y</kbd>
              {about}
            </button>
          )}
          <button type="button" className="btn tiny" onClick={() => decide('veto')}>
            No <kbd>N</kbd>
            {about}
          </button>
        </>
      ) : (
        <>
          <span className="small" role="status">
            {became}
          </span>
          <button type="button" className="btn tiny" onClick={() => decide('undo')}>
            Undo <kbd>U</kbd>
            {about}
          </button>
        </>
      )}
    </p>
  );
}
