/** Sentences of cleaned units, by the Unicode rules that Node brings, with the breaks that those rules get wrong mended. */

let segmenter: Intl.Segmenter | undefined;

/** After these a full stop ends no sentence: UAX #29 has no list of abbreviations. */
const ABBREVIATED =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|resp|incl|no|nr|fig|ver|dr|mr|mrs|ms|st|z\.b|bzw|ca|p\.ej)\.\s*$/iu;
/** A sentence begins with anything but a small letter. */
const SMALL = /^\p{Ll}/u;

/** In order, trimmed, none empty. Each is a part of its unit, verbatim. */
export function sentencesOf(units: readonly string[]): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const out: string[] = [];
  for (const unit of units) {
    let open = '';
    for (const { segment } of segmenter.segment(unit)) {
      const goesOn = open !== '' && runsOn(open.slice(-12), segment);
      if (open !== '' && !goesOn) {
        push(out, open);
        open = '';
      }
      open += segment;
    }
    push(out, open);
  }
  return out;
}

/** 5.5.1.GA is one word; “e.g. this” and “it works. but” with a small letter go on. */
function runsOn(end: string, next: string): boolean {
  return end.endsWith('.') || ABBREVIATED.test(end) || (SMALL.test(next) && /\.\s*$/.test(end));
}

function push(out: string[], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '') out.push(trimmed);
}
