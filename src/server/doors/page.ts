/** The frame of every page that a respondent sees: one column, the mark, the languages; nothing of anybody else's. */

import { LANGUAGES } from '#mirror/languages/catalogue.ts';
import type { FormWords } from '#mirror/languages/words.ts';
import { type Markup, markup } from '#report/html/markup.ts';

interface Page {
  readonly words: FormWords;
  readonly product: string | null;
  readonly title: string;
  readonly body: Markup;
  /** Whether another language can be chosen here. */
  readonly languages: boolean;
}

const MARK = markup`<svg class="mark" viewBox="0 0 64 30" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="3"><circle cx="16" cy="16" r="12.5"/><circle cx="48" cy="16" r="12.5"/><path d="M27.6 11.2C29.6 8.2 34.4 8.2 36.4 11.2"/></g><path class="mp" d="M8.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z"/><path class="mc" d="M40.6 17.4h14.8a7.4 7.2 0 0 1-14.8 0Z"/></svg>`;

export function pageOf({ words, product, title, body, languages }: Page): Markup {
  return markup`<!doctype html>
<html lang="${words.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="/m/form.css"><script src="/m/form.js" defer></script></head>
<body><main><header><p class="who">${MARK}${product}</p>${languages && chooser(words)}</header>
${body}
</main></body></html>`;
}

export function plainPage(
  words: FormWords,
  product: string | null,
  heading: string,
  more: string,
  link: Markup | null = null,
): Markup {
  const body = markup`<h1>${heading}</h1><p class="intro">${more}</p>${link && markup`<p>${link}</p>`}`;
  return pageOf({ words, product, title: heading, body, languages: false });
}

/** A form of its own, so that it works without a script; what was typed is kept first where there is one. */
function chooser(words: FormWords): Markup {
  const each = LANGUAGES.map(
    ({ code, name }) =>
      markup`<option value="${code}" lang="${code}"${code === words.code && markup` selected`}>${name}</option>`,
  );
  return markup`<form class="lang" method="get"><label><span>${words.language}</span> <select name="lang">${each}</select></label> <button>${words.change}</button></form>`;
}
