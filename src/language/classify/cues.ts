/** Turns of phrase that tell what a text is after, by hand for this project: what a few hundred labels alone cannot teach. */

const OPENING = '(?:^|[.!?:\\n]\\s{0,4})';

/** In lower case, apostrophes straight. Linear: no repeat stands inside another. */
const CUES: readonly (readonly [string, RegExp])[] = [
  [
    'wish',
    /\b(?:i|we)(?:'d| would)? (?:really |also |just |only )?(?:wish|want|hope|like to (?:see|have|be able)|love to (?:see|have|be able))\b|\bhope(?:fully)? (?:you|they|to see|for)\b|\bi wish\b|\bwish(?:es)? (?:it|there|you|they)\b/,
  ],
  [
    'would be better',
    /\b(?:would|could|it'd|that'd) (?:be |also be )?(?:so |much |really |very |even |make it )?(?:nice|great|good|better|best|awesome|cool|helpful|useful|perfect|easier)\b/,
  ],
  ['plea', /\b(?:please|pls|plz+|kindly|can you|could you|will you)\b/],
  ['ought', /\b(?:should|shouldn't|must|needs? to|ought to|has to|have to be)\b/],
  ['need', /\b(?:needs?|require[sd]?|request(?:s|ed|ing)?|suggest(?:s|ed|ion|ions)?|feature request|consider)\b/],
  [
    'order',
    new RegExp(
      `${OPENING}(?:just |also |now |maybe |and |:)?(?:add|allow|implement|support|provide|enable|expose|bring|give|let|include|fix|improve|update|introduce|integrate|remove|change|extend|ability to|option to|support for)\\b`,
    ),
  ],
  [
    'new',
    /\b(?:add(?:ing)?|option|ability|feature|support for|more|another|additional|new|better|easier|bring back)\b/,
  ],
  [
    'lack',
    /\b(?:lack(?:s|ing)?|missing|no (?:way|option|support|ability)|not (?:able|possible|supported|available)|unable|can't|cannot|cant)\b/,
  ],
  [
    'breaks',
    /crash|fr(?:ee|o)z|\berror|\bfail|\bbugs?\b|buggy|broken|\bstuck\b|\bslow|\blag|(?:does|is|did|was|has|do|wo|are)n'?t\b|\bnot work|stopp?(?:s|ed)? working|\bwrong\b|\bnothing happens\b|\bno longer\b/,
  ],
  [
    'leaves',
    /\buninstall|\bcancel(?:l?ed|l?ing)?\b|\bdelet(?:ed|ing) (?:it|this|the app|my account|app)\b|\bswitch(?:ed|ing) (?:back )?to\b|\b(?:go|going|went|gone) (?:back )?to\b|\bgot rid\b|\bgave up\b|\bstopp?(?:ed)? using\b|\bquit using\b|\brefund\b|\banother app\b|\balternative\b|\bmov(?:ed|ing) to\b|\bgoodbye\b|\bdone with (?:it|this|you)\b/,
  ],
  ['again', /\bre-?(?:install|download|load)|\b(?:install|download)(?:ed|ing)? (?:it )?(?:back|again)\b/],
  ['asks', /\?(?=\s{0,4}(?:$|\n))/],
  [
    'asks how',
    new RegExp(
      `${OPENING}(?:so |and |but )?(?:how|what|why|where|when|who|which|is|are|can|could|does|do|did|will|would|any|anyone)\\b[^.!\\n]{0,200}\\?`,
    ),
  ],
  [
    'purpose',
    /\b(?:so that|in order to|because|so (?:i|we|you) (?:can|could)|(?:will|would) allow|be able to|makes? it (?:easier|harder))\b/,
  ],
  [
    'steps',
    /\b(?:steps? to reproduce|run the|run this|click|tap|press|launch|attached|test case|expected|actual result|following code|see below)\b/,
  ],
  ['own use', /\b(?:i|we) (?:use|used|have|had|am|was|got|bought|check|work|do)\b/],
  [
    'since',
    /\b(?:since|after|until|before|latest|last|new|recent) (?:the |this |last |new |recent )?(?:update|version|upgrade|release)\b/,
  ],
];

export function* cuesOf(text: string): Generator<string> {
  const lower = text.toLowerCase().replace(/[’`]/g, "'");
  for (const [name, cue] of CUES) if (cue.test(lower)) yield name;
}
