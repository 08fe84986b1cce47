import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';

export interface SearchBox {
  readonly query: string;
  /** Filters in force, kept by a new query. */
  readonly kept?: readonly { readonly name: string; readonly value: string }[];
  /** What is searched: processes unless named otherwise. */
  readonly scope?: 'processes' | 'items';
  /** The one in the page's head is small and has no hint. */
  readonly small?: boolean;
}

/** The one search form of a page. It works by address alone. */
export function searchBox({ query, kept = [], small = false, scope = 'processes' }: SearchBox, locale: Locale): Html {
  const { words, language } = locale;
  const { label, hint } = scope === 'items' ? words.itemSearch : words.search;
  const path = scope === 'items' ? '/partidas' : '/procesos';
  return html`<form class="search${small && ' small'}" role="search" action="${pathIn(language, path)}" method="get">
<label for="q">${label}</label>
<div class="search-line"><input id="q" name="q" type="search" value="${query}" autocomplete="off" spellcheck="false" maxlength="200"${!small && html` aria-describedby="q-hint"`}><button type="submit">${words.search.button}</button></div>
${!small && html`<p class="hint" id="q-hint">${hint}</p>`}
${kept.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
</form>`;
}
