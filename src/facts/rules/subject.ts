/** Takes a commit subject apart: what its prefix says (conventional, bracketed, gitmoji), and the words behind it. */
import type { WorkKind } from '../values.ts';

/** A kind as a subject names it. `noticed` is a refactoring that customers notice: faster, deprecated. */
export type Named = WorkKind | 'noticed';

export interface Subject {
  /** null when no prefix is known; then a prefix is a scope (`router: …`) and is left out of the words all the same. */
  readonly named: Named | null;
  /** The scope in brackets, lower case: `deps` of `fix(deps): …`. */
  readonly scope: string;
  /** The prefix itself says that only pins (`deps`) or no substance at all (`style`, `test`, `release`) moved. */
  readonly routine: 'pins' | 'form' | null;
  /** Lower case, without prefix and without the number of the pull request. */
  readonly words: string;
}

const CONVENTIONAL = /^([A-Za-z][\w/-]{0,30})(?:\(([^()]{0,80})\))?!?:\s{0,4}/;
const BRACKETED = /^[[(<]([A-Za-z][\w /-]{0,30})[\])>]\s{0,4}[:-]?\s{0,4}/;
const SHORTCODE = /^:([a-z0-9_+-]{2,40}):\s{0,4}/;
const EMOJI = /^(\p{Extended_Pictographic})(?:\u{FE0F}|\u{200D}|\p{Emoji_Modifier}){0,3}\s{0,4}/u;
const AUTOSQUASH = /^(?:(?:fixup|squash|amend)! ){1,5}/;
const PULL_NUMBER = /\s{0,4}\(#\d{1,7}\)/g;

const PREFIXES: Readonly<Record<string, Named>> = {
  feat: 'feature',
  feature: 'feature',
  features: 'feature',
  enhancement: 'feature',
  enhance: 'feature',
  enh: 'feature',
  fix: 'fix',
  fixes: 'fix',
  fixed: 'fix',
  bug: 'fix',
  bugfix: 'fix',
  hotfix: 'fix',
  perf: 'noticed',
  performance: 'noticed',
  doc: 'docs',
  docs: 'docs',
  documentation: 'docs',
  readme: 'docs',
  refactor: 'refactor',
  refactoring: 'refactor',
  ref: 'refactor',
  cleanup: 'refactor',
  revert: 'revert',
  chore: 'upkeep',
  test: 'upkeep',
  tests: 'upkeep',
  ci: 'upkeep',
  build: 'upkeep',
  style: 'upkeep',
  lint: 'upkeep',
  deps: 'upkeep',
  dep: 'upkeep',
  release: 'upkeep',
  'ci skip': 'docs',
  'skip ci': 'docs',
  workflow: 'upkeep',
  maint: 'upkeep',
};

const FORM = new Set(['style', 'lint', 'release', 'test', 'tests', 'ci']);
const FORM_SCOPES = new Set(['release', 'lint']);
const PINS = new Set(['deps', 'dep', 'deps-dev', 'dev-deps', 'dependencies']);
const FORM_SIGNS = new Set(['✅', '👷', '💚', '🚨', '🔖']);
const PIN_SIGNS = new Set(['⬆', '⬇', '📌']);

/** The gitmoji list, as far as it tells a kind. */
const EMOJIS: Readonly<Record<string, Named>> = {
  '✨': 'feature',
  '🎉': 'feature',
  '💄': 'feature',
  '🚸': 'feature',
  '♿': 'feature',
  '🐛': 'fix',
  '🚑': 'fix',
  '🩹': 'fix',
  '🔒': 'fix',
  '🥅': 'fix',
  '⚡': 'noticed',
  '📝': 'docs',
  '📚': 'docs',
  '📖': 'docs',
  '♻': 'refactor',
  '🔥': 'refactor',
  '🚚': 'refactor',
  '🏗': 'refactor',
  '⚰': 'refactor',
  '⏪': 'revert',
  '🎨': 'upkeep',
  '✅': 'upkeep',
  '🧪': 'upkeep',
  '👷': 'upkeep',
  '💚': 'upkeep',
  '🔧': 'upkeep',
  '🔨': 'upkeep',
  '🚨': 'upkeep',
  '⬆': 'upkeep',
  '⬇': 'upkeep',
  '📌': 'upkeep',
  '🔖': 'upkeep',
  '🙈': 'upkeep',
  '📦': 'upkeep',
};

const SHORTCODES: Readonly<Record<string, Named>> = {
  sparkles: 'feature',
  tada: 'feature',
  lipstick: 'feature',
  children_crossing: 'feature',
  wheelchair: 'feature',
  bug: 'fix',
  ambulance: 'fix',
  adhesive_bandage: 'fix',
  lock: 'fix',
  goal_net: 'fix',
  zap: 'noticed',
  racehorse: 'noticed',
  memo: 'docs',
  books: 'docs',
  recycle: 'refactor',
  fire: 'refactor',
  truck: 'refactor',
  rewind: 'revert',
  art: 'upkeep',
  shirt: 'upkeep',
  white_check_mark: 'upkeep',
  construction_worker: 'upkeep',
  green_heart: 'upkeep',
  wrench: 'upkeep',
  hammer: 'upkeep',
  rotating_light: 'upkeep',
  arrow_up: 'upkeep',
  arrow_down: 'upkeep',
  pushpin: 'upkeep',
  bookmark: 'upkeep',
};

export function readSubject(subject: string): Subject {
  let rest = subject.slice(0, 500).trim().replace(AUTOSQUASH, '');
  let routine: Subject['routine'] = null;
  let named: Named | null = null;
  let scope = '';
  const emoji = SHORTCODE.exec(rest) ?? EMOJI.exec(rest);
  if (emoji) {
    const sign = emoji[1] as string;
    named = SHORTCODES[sign] ?? EMOJIS[sign] ?? null;
    routine = FORM_SIGNS.has(sign) ? 'form' : PIN_SIGNS.has(sign) ? 'pins' : null;
    rest = rest.slice(emoji[0].length);
  }
  const prefix = CONVENTIONAL.exec(rest) ?? BRACKETED.exec(rest);
  if (prefix) {
    const type = (prefix[1] as string).toLowerCase();
    named = PREFIXES[type] ?? named;
    scope = (prefix[2] ?? '').toLowerCase();
    if (FORM.has(type) || FORM_SCOPES.has(scope)) routine = 'form';
    if (PINS.has(type) || PINS.has(scope)) routine = 'pins';
    rest = rest.slice(prefix[0].length);
  }
  return { named, scope, routine, words: rest.replace(PULL_NUMBER, '').trim().toLowerCase() };
}

/** What a `Revert "…"` takes back, and whether a second revert around it puts it back; null when it quotes nothing. */
export function quotedByRevert(subject: string): { readonly subject: string; readonly restores: boolean } | null {
  let rest = subject.trim();
  let depth = 0;
  for (; depth < 20; depth += 1) {
    const start = /^(?:[a-z]{1,12}: )?re(?:vert|apply):? ["“']/i.exec(rest);
    if (!start) break;
    if (/^reapply/i.test(rest)) depth += 1;
    rest = rest.slice(start[0].length);
  }
  if (depth === 0) return null;
  return { subject: rest.replace(/["”']{1,20}(?:\s{0,4}\(#\d{1,7}\))?$/, ''), restores: depth % 2 === 0 };
}
