/** Which of our words a label of somebody else’s file means: “New Feature” is a request, “bug” a problem. */

export type Known = 'kinds' | 'mood' | 'requirement';

const NAMES: readonly (readonly [Known, string, RegExp])[] = [
  [
    'kinds',
    'problem',
    /^(?:bugs?(?: ?reports?)?|problems?(?: ?(?:discovery|reports?))?|defects?|errors?|crash(?:es)?|complaints?|faults?)$/,
  ],
  [
    'kinds',
    'request',
    /^(?:(?:new )?features?(?: ?(?:requests?|ideas?))?|requests?|improvements?|enhancements?|ideas?|suggestions?|wish(?:es)?)$/,
  ],
  ['kinds', 'question', /^(?:questions?|support|help|inquir(?:y|ies)|information ?(?:seeking|request))$/],
  ['kinds', 'praise', /^(?:praises?|compliments?|thanks|kudos|love)$/],
  ['kinds', 'leaving', /^(?:leaving|churn(?:ed)?|cancell?(?:ed|ation)|left)$/],
  ['mood', 'positive', /^(?:pos(?:itive)?|glad|happy)$/],
  ['mood', 'negative', /^(?:neg(?:ative)?|sore|unhappy)$/],
  ['mood', 'neutral', /^neu(?:tral)?$/],
  ['requirement', 'requirement', /^(?:requirements?|(?:requirement[ -])?relevant|informative|helpful)$/],
  ['requirement', 'noise', /^(?:noise|irrelevant|non[ -]?informative|unhelpful)$/],
];

export function meaningOf(label: string): readonly [Known, string] | null {
  const plain = label.trim().toLowerCase().replace(/[_-]+/g, ' ');
  const found = NAMES.find(([, , name]) => name.test(plain));
  return found ? [found[0], found[1]] : null;
}
