/** The form of a Mirror Test as a page: whole without a script, one column, large enough for a thumb. */

import { type Answers, MISSED, PARTS, type Role, type RoundKind } from '#core/mirror.ts';
import type { FormWords } from '#mirror/languages/words.ts';
import { GUESS_MOST, LONGEST_NAME, LONGEST_TEXT, POINTS, RIGHT_MOST } from '#mirror/questions.ts';
import { type Markup, markup } from '#report/html/markup.ts';
import { pageOf } from './page.ts';

export interface FormShown {
  readonly words: FormWords;
  readonly product: string;
  readonly role: Role;
  readonly kind: RoundKind;
  readonly answers: Answers;
  /** The respondent's own key, for browsers that keep no cookie. */
  readonly key: string;
  /** What keeps it from being sent, said at its top. */
  readonly problem: string | null;
}

export function formPage(shown: FormShown): Markup {
  const { words, product, role, kind, key, problem } = shown;
  const said = named(words, product);
  const whose = role === 'customers' ? words.customers : words.team;
  const open = kind === 'open' && role !== 'customers';
  const body = markup`<h1>${said(whose.title)}</h1>
<p class="intro">${whose.time} ${words.skip}</p>
<p class="intro">${open ? words.open : `${words.anonymous} ${words.verbatim}`}</p>
<form method="post" autocomplete="off">
<input type="hidden" name="key" value="${key}"><input type="hidden" name="lang" value="${words.code}">
${problem && markup`<p class="problem" role="alert">${problem}</p>`}
${open && consent(words, shown.answers.name)}
${questions(shown, said)}
<p class="state" role="status" data-saved="${words.saved}" data-unsaved="${words.unsaved}"></p>
<button class="main" name="send" value="1">${words.send}</button>
<p class="fine">${words.cookie}</p>
</form>`;
  return pageOf({ words, product, title: said(whose.title), body, languages: true });
}

type Said = (text: string) => string;

function named(_words: FormWords, product: string): Said {
  return (text) => text.replaceAll('{product}', product);
}

function questions(shown: FormShown, said: Said): readonly Markup[] {
  const { words, role, answers } = shown;
  if (role === 'customers') {
    return numbered([
      text('friend', said(words.friend), words.oneSentence, answers.friend),
      choice(said(words.would), words, answers.would),
      text('closer', said(words.closerToYou), words.oneThing, answers.closer),
    ]).concat(bare(line('which', said(words.which), said(words.ifYouLike), answers.which)));
  }
  return numbered([
    points(words, answers.doing),
    text('why', words.why, words.oneSentence, answers.why),
    whom(words, answers.whom),
    scale('right', words.right, words.rightEnds, answers.right),
    guess(words, answers.missed),
    text('closer', words.closer, words.oneThing, answers.closer),
    place(words, answers.place),
  ]);
}

interface Question {
  readonly legend: string;
  readonly inner: Markup;
}

function numbered(all: readonly Question[]): Markup[] {
  return all.map(
    ({ legend, inner }, at) =>
      markup`<fieldset><legend><small>${at + 1} / ${all.length}</small> ${legend}</legend>${inner}</fieldset>`,
  );
}

function bare({ legend, inner }: Question): Markup {
  return markup`<fieldset><legend>${legend}</legend>${inner}</fieldset>`;
}

function consent(words: FormWords, name: string | undefined): Markup {
  return markup`<fieldset class="consent"><label class="lab">${words.yourName}<input name="name" maxlength="${LONGEST_NAME}" value="${name ?? ''}"></label>
<label class="box"><input type="checkbox" name="agree" value="1"${name !== undefined && markup` checked`}><span>${words.agree}</span></label></fieldset>`;
}

function text(name: string, legend: string, hint: string, value: string | undefined): Question {
  const inner = markup`<p class="hint" id="h-${name}">${hint}</p><textarea name="${name}" rows="3" maxlength="${LONGEST_TEXT}" aria-label="${legend}" aria-describedby="h-${name}">${value ?? ''}</textarea>`;
  return { legend, inner };
}

function line(name: string, legend: string, hint: string, value: string | undefined): Question {
  const inner = markup`<p class="hint" id="h-${name}">${hint}</p><input name="${name}" maxlength="${LONGEST_NAME}" value="${value ?? ''}" aria-label="${legend}" aria-describedby="h-${name}">`;
  return { legend, inner };
}

function points(words: FormWords, doing: Answers['doing']): Question {
  const rows = PARTS.map(
    (part) =>
      markup`<label class="points"><span>${words.parts[part]}</span><input type="number" inputmode="numeric" min="0" max="${POINTS}" step="1" name="doing.${part}" value="${doing?.[part] ?? ''}"></label>`,
  );
  return { legend: words.doing, inner: markup`<p class="hint">${words.share}</p>${rows}` };
}

function whom(words: FormWords, groups: Answers['whom']): Question {
  const rows = [words.ideal, words.group, words.group].map(
    (label, at) =>
      markup`<label class="lab">${label}<input name="whom.${at}" maxlength="${LONGEST_NAME}" value="${groups?.[at] ?? ''}"></label>`,
  );
  return { legend: words.whom, inner: markup`${rows}` };
}

function scale(name: string, legend: string, ends: readonly [string, string], value: number | undefined): Question {
  return { legend, inner: steps(name, ends, value) };
}

function steps(name: string, [low, high]: readonly [string, string], value: number | undefined): Markup {
  const each = Array.from(
    { length: RIGHT_MOST + 1 },
    (_, at) =>
      markup`<label><input type="radio" name="${name}" value="${at}"${value === at && markup` checked`}><i>${at}</i></label>`,
  );
  return markup`<div class="scale">${each}</div><p class="ends"><span>${low}</span><span>${high}</span></p>`;
}

function guess(words: FormWords, value: number | undefined): Question {
  const inner = markup`<label class="lab">${words.guess}<input type="number" inputmode="numeric" min="0" max="${GUESS_MOST}" step="1" name="missed" value="${value ?? ''}"></label>`;
  return { legend: words.missed, inner };
}

function choice(legend: string, words: FormWords, value: Answers['would']): Question {
  const each = MISSED.map(
    (one) =>
      markup`<label class="box"><input type="radio" name="would" value="${one}"${value === one && markup` checked`}><span>${words.wouldBe[one]}</span></label>`,
  );
  return { legend, inner: markup`<div class="choice">${each}</div>` };
}

/** Asked in elevens, kept in hundreds, as the map is drawn. */
function place(words: FormWords, value: Answers['place']): Question {
  const axis = (name: 'product' | 'customer') =>
    markup`<fieldset class="axis"><legend>${words.placeOf[name]}</legend>${steps(`place.${name}`, words.placeEnds, value && Math.round(value[name] / 10))}</fieldset>`;
  return { legend: words.place, inner: markup`${axis('product')}${axis('customer')}` };
}
