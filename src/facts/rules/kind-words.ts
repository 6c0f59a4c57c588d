/**
 * Tells the kind of a change from the words of its subject alone. The families of words start from Hattori and Lanza,
 * "On the nature of commits" (ASE workshops 2008), and were fitted on one repository; docs/reference/facts.md holds how
 * well they do on others.
 */
import { anyOf } from '#core/any-of.ts';
import type { Named } from './subject.ts';

type Rule = readonly [kind: Named, pattern: RegExp];

/** Numbers, releases and dependencies: upkeep, whatever they touch. */
const VERSION_ONLY = /^(?:release[:\s]{1,3})?[\w@/.-]{0,40}?v?\d{1,6}\.\d{1,6}[\w.+-]{0,30}(?:[\s.]{0,3}release)?$/;
const RELEASING =
  /^(?:releas(?:e|ing)|tag(?:ging)?|cut|publish|prepar(?:e|ing|ation)(?: for| to)?(?: the)?(?: next)?(?: release)?|start(?:ing)?(?: development on)?|bump(?:ing|ed|s)?(?: the)?(?: package| crate| gem| app)?(?: version| to)?|version(?: bump)?|set version(?: to)?|update version(?: to)?|next)\b[^a-z]{0,8}(?:version|release|v?\d|beta|alpha|rc\d?)/;
const DEPENDENCIES =
  /^(?:bump|upgrade|update|downgrade|pin|unpin|renovate|refresh|re-?resolve)(?:s|d|ed|ing)?\b.{0,80}(?:\b(?:dep|deps|dependency|dependencies|lock ?files?|packages|crates|gems|yarn\.lock|package-lock|cargo\.lock|gemfile\.lock|submodules?)\b|\b(?:to|from) v?\d)/;

/** "Run", "fix", "apply the" before the name of a tool. */
const RUNNING = /(?:(?:run|apply|fix|update|make|re-?run|use)(?:ing|es|ed|s)? (?:the )?)?/;
/** What a tool for the form of code is called, and what it corrects. */
const FORMATTING = anyOf(
  /prettier|eslint|tslint|lint(?:s|er|ers|ing)?|rubocop|clippy|rustfmt|cargo fmt|gofmt|biome|oxlint|oxfmt|isort|flake8|ruff/,
  /pylint|pep ?8|standard\.?js|checkstyle|spotless|ktlint|dartfmt|dart format|swiftlint|stylelint|scalafmt/,
  /formatting|reformat|format|code ?style|coding style|whitespaces?|trailing (?:white)?spaces?|indent(?:ation)?/,
  /import order|sort imports|line endings|newlines?|semicolons?/,
);
/** "Format option", "format dates": the product's own formats are meant. */
const OWN_FORMAT = /(?! (?:option|flag|string|error|output|bug|crash|date|number|for|support|api|method|param))/;
/** The form of the text, not what it does. */
const FORM = new RegExp(`^${RUNNING.source}${FORMATTING}\\b${OWN_FORMAT.source}`);
const COMMENT_FORM =
  /\b(?:typos?|spelling|misspell\w{0,6}|grammar|grammatical)\b|\b(?:in|of|to) (?:the |some |a )?(?:code )?comments?$|^(?:add|update|fix|remove|clarify|improve) (?:\w{1,20} ){0,2}comments?\b/;

const REVERT = /^(?:revert(?:s|ed|ing)?\b|back(?:ed|ing)? out\b|roll(?:ed|ing)? ?back\b|undo\b)/;

/** Verbs that open a change of form alone. */
const REWORKS = anyOf(
  /refactor\w{0,4}|renam(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|extract\w{0,3}|simplif(?:y|ies|ied)/,
  /clean(?:s|ed|ing)?[ -]?up|cleanup|clean|reorgani[sz]\w{1,4}|restructur\w{1,3}|inline|split|rewrit(?:e|es|ing)|rewrote/,
  /migrat(?:e|es|ed|ing)|dedup\w{0,8}|reus(?:e|es|ed)|convert(?:s|ed)?|use[sd]?|using|tidy|unify|consolidat(?:e|es|ed)/,
  /decouple|reorder/,
);
/** Verbs that open a repair: what is now done right, held off, or put back. */
const MENDS = anyOf(
  /handle[sd]?|avoid(?:s|ed)?|ensure[sd]?|make sure|prevent(?:s|ed)?|don'?t|do not|does not|respect(?:s|ed)?|resolve[sd]?/,
  /correct(?:s|ed|ly)?|proper(?:ly)?|re-?instate|should|always|never|preserve[sd]?|escape[sd]?|ignore[sd]?|normali[sz]e[sd]?/,
  /backport|no longer|stop(?:s|ped)?|guard|check|restore[sd]?|keep|only|skip(?:s|ped)?|missing|wrong|incorrect|invalid/,
  /tolerate|retry|recover|validate|sanitize|fallback|fall back|harden|catch|honou?r|reset|clear|require|reject|patch|detect/,
  // Plain verbs: who adds something says so, so these mostly mend.
  /include|set|apply|make|return|watch|inject|match|align|await|wait|do|be|treat|track|pass/,
);
/** Verbs that open something new or better. */
const BRINGS = anyOf(
  /add(?:s|ed|ing)?|support(?:s|ed|ing)?|implement(?:s|ed|ing|ation)?|introduc(?:e|es|ed|ing)|allow(?:s|ed|ing)?/,
  /enabl(?:e|es|ed|ing)|expos(?:e|es|ed|ing)|export(?:s|ed|ing)?|provid(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|new|initial|first/,
  /show(?:s|ed|ing)?|display(?:s|ed|ing)?|warn(?:s|ed|ing)?|let|accept(?:s|ed)?|extend(?:s|ed)?/,
  /improv(?:e|es|ed|ing|ements?)|enhanc(?:e|es|ed|ing|ements?)|better|experimental|basic|print|set up|offer|surface|redesign/,
);
/** Words of trouble anywhere, where no verb told. */
const TROUBLE = anyOf(
  /errors?|fail(?:s|ed|ing|ures?)?|incorrect(?:ly)?|wrong(?:ly)?|missing|invalid|undefined|null|unexpected(?:ly)?/,
  /not|no longer|when|if|without|even|unless|doesn'?t|didn'?t|isn'?t|aren'?t|won'?t|can'?t|cannot|should(?:n'?t)?/,
  /properly|correctly|issues?|edge cases?|mismatch|conflict|overflow|infinite|stuck|duplicated?|stale|race|timeouts?/,
  /compat(?:ibility)?/,
);

/** In order; the first that matches tells. Strong words anywhere come before the verb that opens, that before weak words. */
const RULES: readonly Rule[] = [
  ['revert', REVERT],
  [
    'docs',
    /\b(?:readme|documentation|docstrings?|jsdocs?|rdoc|javadocs?|godoc|doc comments?|docs)\b|^(?:docs?|document(?:s|ed|ing)?|clarify|more comments?|comments?)\b|:nodoc:|\[(?:ci skip|skip ci)\]/,
  ],
  [
    'upkeep',
    /^(?:fix(?:e[sd]|ing)?|add(?:s|ed|ing)?|update|more|improve|remove|skip|split|simplify)\b.{0,30}\b(?:tests?|specs?|test cases?|test suite|coverage|benchmarks?|changelog|ci|rubocop|lint|warnings?|merge conflicts?|violations)$/,
  ],
  [
    'upkeep',
    /^(?:add(?:s|ed|ing)?|new|more)(?: (?:an?|some|more|new|additional|missing|unit|integration|functional|regression|failing|basic)){0,4} (?:tests?|specs?)\b|^(?:improve|extend|update|write|rework)\b.{0,30}\b(?:tests?|specs?|test cases?) (?:for|to|of|that|with|in|on|when|around)\b/,
  ],
  [
    'upkeep',
    /^(?:warning fix(?:es)?|resolve (?:merge )?conflicts?|apply .{0,40}\breview|(?:address|code) review|review (?:comments|feedback))\b/,
  ],
  [
    'fix',
    /\b(?:fix(?:e[sd]|ing)?|bug(?:s|fix|fixes)?|hotfix|crash(?:es|ed|ing)?|regressions?|leak(?:s|ed|ing)?|deadlocks?|race condition|npe|segfaults?|panics?|broken|repair(?:s|ed)?|cve-\d{4}|vulnerabilit(?:y|ies)|exploit|xss|workaround)\b/,
  ],
  ['upkeep', /\b(?:tests?|specs?|test suite|ci|travis|appveyor|github actions?)$/],
  [
    'noticed',
    /\b(?:perf(?:ormance)?|speed(?:s|ed)? ?up|faster|allocations?|hot path|memoi[sz]e)\b|^(?:optimi[sz](?:e[sd]?|ing)|cache|lazy|lazily|reduce|deprecat(?:e[sd]?|ing)|(?:drop|remove)(?:s|d|ped)? support)\b/,
  ],
  [
    'refactor',
    /\b(?:redundant|unnecessary|unneeded|unused|dead code|duplication|concise|readab\w{1,5}|shadowing|private methods?|(?:variable|method|class|function|field) names?|boilerplate)\b/,
  ],
  ['feature', /\b(?:configurable|customi[sz]able|ability to|now [a-z]{3,20}s)\b/],
  ['refactor', new RegExp(`^${REWORKS}\\b`)],
  ['fix', new RegExp(`^${MENDS}\\b`)],
  ['feature', new RegExp(`^${BRINGS}\\b`)],
  ['fix', new RegExp(`\\b${TROUBLE}\\b`)],
  ['feature', /\b(?:support(?:s)? (?:for|of)|support$|options?|overloads?)\b/],
  [
    'refactor',
    /^(?:replac(?:e|es|ed|ing)|switch(?:ed|es)?|remov(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|drop(?:s|ped)?|share|merge|adjust|tweak|polish|prefer|change[sd]?)\b/,
  ],
];

export function isVersioning(words: string): boolean {
  return VERSION_ONLY.test(words) || RELEASING.test(words);
}

export function isDependencyUpdate(words: string): boolean {
  return DEPENDENCIES.test(words);
}

export function isForm(words: string): boolean {
  return FORM.test(words) || COMMENT_FORM.test(words);
}

export function isRevert(words: string): boolean {
  return REVERT.test(words);
}

/** null when no word tells. */
export function kindOfWords(words: string): Named | null {
  if (isVersioning(words) || isDependencyUpdate(words) || FORM.test(words)) return 'upkeep';
  if (COMMENT_FORM.test(words)) return 'docs';
  return RULES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
