/** The claims of one verdict: each in its own words, and both sides at once where somebody has to look. */
import { useState } from 'react';
import type { Claim } from '../api/claims.ts';
import { counted, dayWords } from '../frame/words.ts';
import { Closer } from '../near/closer.tsx';
import { Side } from './sides.tsx';
import type { Verdict } from './verdicts.ts';

/** More are one press away. */
const FIRST = 12;
/** Where the words of both sides say more than a count. */
const SHOWN = ['unsaid', 'contradicted', 'seems to conflict', 'could not be squared from outside', 'not mentioned'];
/** Said by Bifocal, not by the brand. */
const OWN_WORDS = ['unsaid', 'problem'];

export function Group({ verdict, claims }: { verdict: Verdict; claims: readonly Claim[] }) {
  const [all, setAll] = useState(false);
  const id = `verdict-${verdict.id.replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <span aria-hidden="true" className={`glyph ${verdict.look}`}>
          {verdict.glyph}
        </span>{' '}
        {verdict.heading}
      </h2>
      <ul className="mt-3">
        {claims.slice(0, all ? claims.length : FIRST).map((claim) => (
          <ClaimRow key={claim.id} claim={claim} verdict={verdict} />
        ))}
      </ul>
      {!all && claims.length > FIRST && (
        <button type="button" className="btn mt-3" onClick={() => setAll(true)}>
          Show {claims.length - FIRST} more
        </button>
      )}
    </section>
  );
}

function ClaimRow({ claim, verdict }: { claim: Claim; verdict: Verdict }) {
  const own = isOwn(claim);
  return (
    <li className="claim">
      <div>
        <h3>
          <Closer near={`claim:${claim.id}`} className={own ? 'ev' : `ev said ${verdict.look}`}>
            {own ? claim.says : `“${claim.says}”`}
          </Closer>
        </h3>
        <p className="small dim">{aboutOf(claim)}</p>
      </div>
      {SHOWN.includes(verdict.id) && (
        <div className="sides">
          {verdict.id === 'not mentioned' && <Side head="The brand" quotes={claim.places} most={1} />}
          <Side head="What shipped" quotes={claim.quotes.filter(({ side }) => side === 'ships')} most={1} />
          <Side head="Customers" quotes={claim.quotes.filter(({ side }) => side === 'says')} most={1} />
        </div>
      )}
    </li>
  );
}

export function isOwn({ class: kind }: Claim): boolean {
  return OWN_WORDS.includes(kind);
}

/** A claim by what it would take to look it up. */
const CLASS_WORDS: Readonly<Record<string, string>> = {
  quantity: 'a number',
  comparison: 'a comparison',
  capability: 'what it can do',
  service: 'a promise of service',
  'social-proof': 'how many use or love it',
  puffery: 'praise of its own',
};

/** `a number, on speed; said since 11 June 2024; 3 people speak to it`. */
export function aboutOf({ verdict, class: kind, attribute, firstAt, people, heard: share, promised }: Claim): string {
  const praised = counted(people, 'person praises', 'people praise');
  if (verdict === 'unsaid') return `${praised} it, and no claim mentions it`;
  if (share !== undefined) {
    const percent = (part: number) => Math.round(100 * part);
    return `${people} of ${counted(share.of, 'person', 'people')} who were heard tell of it (${percent(share.low)} to ${percent(share.high)} in a hundred); the first on ${dayWords(firstAt)}`;
  }
  if (promised !== undefined) {
    const due = promised.due === null ? 'no time is named' : `due by ${dayWords(promised.due)}`;
    return `${promised.state}; ${due}; said since ${dayWords(firstAt)}`;
  }
  const named = CLASS_WORDS[kind] ?? kind.replaceAll('-', ' ');
  // What it can do, or a promise of service, is about nothing more.
  const about =
    attribute === null || attribute === 'function' || attribute === kind ? named : `${named}, on ${attribute}`;
  const heard = people === 0 ? '' : `; ${counted(people, 'person speaks', 'people speak')} to it`;
  return `${about}; said since ${dayWords(firstAt)}${heard}`;
}
