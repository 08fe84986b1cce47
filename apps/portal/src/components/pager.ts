import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';

/** Addresses of the neighbouring pages, in Spanish form; the page itself says which rows it shows. */
export interface Pager {
  readonly previous?: string;
  readonly next?: string;
}

export function pager({ previous, next }: Pager, locale: Locale): Html | false {
  if (previous === undefined && next === undefined) return false;
  return html`<nav class="pager" aria-label="${locale.words.pager.label}">
${neighbour('prev', previous, locale.words.pager.previous, locale)}
${neighbour('next', next, locale.words.pager.next, locale)}
</nav>`;
}

function neighbour(rel: 'prev' | 'next', href: string | undefined, label: string, { language }: Locale): Html | false {
  if (href === undefined) return false;
  const arrow = rel === 'prev' ? html`<span aria-hidden="true">← </span>` : false;
  const arrowAfter = rel === 'next' ? html`<span aria-hidden="true"> →</span>` : false;
  return html`<a rel="${rel}" href="${pathIn(language, href)}">${arrow}${label}${arrowAfter}</a>`;
}
