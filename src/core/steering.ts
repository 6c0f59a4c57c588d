/** Texts that speak to a machine that will read them, instead of to the makers: prompts hidden in feedback. */

const TO_A_MACHINE: readonly RegExp[] = [
  // Orders to forget other orders; “ignore my previous comment” is said to people.
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?\n]{0,30}\b(?:(?:previous|prior|above|earlier|preceding|all|your|any|system|other)\s){1,3}(?:\w{1,15}\s){0,2}(?:instructions?|prompts?|directives?|guidelines|rules|context)\b/,
  /\b(?:new|updated|real|actual|secret|hidden) (?:system )?(?:instructions?|prompt)s?\s?:/,
  /\b(?:you are|act as|pretend to be|behave as)\b[^.!?\n]{0,25}\b(?:an? (?:\w{1,15} ){0,2}(?:ai|llm|chatbot|assistant|language model|classifier|summari[sz]er|grader|evaluator)|dan|jailbroken|unrestricted)\b/,
  /\b(?:dear|hey|attention|note to|notice to|message to|instructions? (?:to|for))\b[^.!?\n]{0,15}\b(?:ai|llms?|gpt|chatgpt|claude|gemini|language models?|ai (?:assistant|agent|model|system|reader|summari[sz]er)s?|classifiers?|summari[sz]ers?)\b/,
  /\b(?:if you are|as) an? (?:ai|llm|language model|automated (?:system|reader|agent))\b[^.\n]{0,60}\b(?:must|should|please|rate|say|write|report|output|answer|respond|reply|include|mention|rank|give)\b/,
  // People say “mark this as resolved” and “I would classify this as critical”: only the feedback itself as an object tells.
  /\b(?:rate|score|classify|label|categori[sz]e|rank|tag|count|treat|summari[sz]e) (?:this|the following|my|these|all) (?:feedback|review|comment|text|message|input|entry|survey|answer|response|submission|post)s? (?:as|with)\b/,
  /\b(?:respond|reply|answer) (?:only|exactly|just|solely) with\b|\boutput (?:only|exactly) (?:the|this|valid|json|yes|no)\b/,
  /\b(?:do not|don't|never) (?:mention|reveal|tell|disclose|report|include)\b[^.!?\n]{0,50}\b(?:this (?:prompt|instruction)|these instructions|system prompt|in (?:your|the) (?:summary|report|output|answer|analysis))\b/,
  /\b(?:reveal|print|show|repeat|leak|output)\b[^.!?\n]{0,20}\byour (?:system |initial |hidden )?(?:prompt|instructions)\b/,
  /\bin (?:your|the) (?:summary|report|analysis|output|reading)\b[^.!?\n]{0,20}\b(?:say|state|write|mention|claim|report|conclude|always|make sure)\b/,
  // Marks that models’ templates use; nobody types them for people.
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id)\|>|\[\/?inst\]|<<\/?sys>>|<\/?(?:system|assistant)_?(?:prompt|message|instructions?)?>|^\s{0,4}#{2,4} (?:system|instruction|assistant) ?:?\s*$/m,
  // The same in German, French, Spanish.
  /\b(?:ignoriere|vergiss|missachte)\b[^.!?\n]{0,30}\b(?:anweisungen|instruktionen|vorgaben)\b/,
  /\b(?:ignore[zr]?|oublie[zr]?)\b[^.!?\n]{0,30}\b(?:instructions|consignes)\b[^.!?\n]{0,20}\b(?:précédentes|ci-dessus|antérieures)/,
  /\b(?:ignora|olvida)\b[^.!?\n]{0,30}\b(?:instrucciones)\b/,
];

/** Letters that nobody sees: tag characters (U+E0020 on), and runs of characters of no width. One joiner is an emoji. */
const UNSEEN = /[\u{E0020}-\u{E007E}]{3}|[\u200B-\u200D\u2060\uFEFF]{6}/u;

export function steers(text: string): boolean {
  const lower = text.toLowerCase().replace(/[’`]/g, "'");
  return UNSEEN.test(text) || TO_A_MACHINE.some((pattern) => pattern.test(lower));
}
