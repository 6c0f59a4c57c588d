/** Whether a review asks for something: by a question, a request or a wish; praise and a complaint alone ask for nothing. */

/** Half of 3,734 labelled app reviews were in view; docs/reference/facts.md says how often they were right in the other half. */
const ASKS = [
  // A sign without a word before it is a face that was lost on the way.
  /[a-z]{2}["')]?\?{1,9}(?=\s|$|["')])/,
  /\bplease\b|\bplz\b|\bpls\b/,
  /\b(?:i|we)(?:'d)? (?:really |just |only |do |also )?wish\b|\bonly wish\b|\bmy only wish\b|\bwish (?:it|there|you|they|i|we)\b/,
  /\b(?:i|we)(?:'d| would) (?:really |also |just )?(?:like|love|appreciate) (?:to (?:see|have|be able|know|get)|if|it if|an?|the (?:option|ability)|some|more)\b/,
  /\b(?:would|it'd|that'd) (?:also |really )?be (?:even |so |much |really |very )?(?:nice|great|good|better|best|awesome|cool|helpful|perfect|useful|wonderful|amazing|5|five)\b/,
  /\bbring (?:it |them |that |this )?back\b/,
  /\b(?:can|could|will|would) (?:you|we (?:get|have)|somebody|someone|anyone|the (?:developers?|devs?|team))\b/,
  /\b(?:needs?|ought) to (?:have|be (?:able|fixed|improved|updated|added|more|an? (?:option|way))|add|allow|include|let|fix|improve|update|work on|support)\b/,
  /\b(?:it|they|you|there|app|developers?) (?:really |also )?should (?:have|be (?:able|an? (?:option|way))|add|allow|include|let|fix|improve|make|support|give)\b/,
  /^(?:just |now )?(?:add|fix|give us|let us|allow|include|update|bring)\b/,
  /\bif (?:only )?(?:you|they) (?:could|would|can|added?|fix(?:ed)?)\b/,
  /\b(?:hope|hoping) (?:you|they|for|to see|that you|that they|it (?:gets|will)|this (?:gets|will))\b/,
  /\b(?:any|is there a) (?:chance|way) (?:of|to|you|that|for)\b/,
  /\bfix (?:it|this|that|these|those|the|your)\b/,
  /\b(?:suggest(?:ion)?s?|request|feature request)\b(?: would be|:| is to| that you| adding| you)/,
  /\bi'?d give (?:it )?(?:5|five) (?:stars? )?if\b|\b(?:5|five) stars? (?:if|when|once)\b/,
];

/** A wish for the past asks for nothing now. */
const PAST = /\bwish (?:i|we)(?:'d| had| would have| knew|'ve)\b/;

export function asksIn(sentences: readonly string[], lower: string): boolean {
  return (
    (ASKS[0] as RegExp).test(lower) ||
    sentences.some((sentence) => !PAST.test(sentence) && ASKS.some((ask) => ask.test(sentence)))
  );
}
