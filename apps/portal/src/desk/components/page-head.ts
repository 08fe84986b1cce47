import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { DeskLocale } from '../desk-locale.js';

/** The top of a page: the list it belongs to, its name, and what it is about. */
export interface HeadSpec {
  readonly title: Child;
  readonly lede?: Child;
  readonly back?: { readonly path: string; readonly label: string };
}

export function pageHead({ title, lede, back }: HeadSpec, { language }: DeskLocale): Html {
  return html`<div class="desk-opening">
${back && html`<p class="back"><a href="${pathIn(language, back.path)}"><span aria-hidden="true">← </span>${back.label}</a></p>`}
<h1 class="long">${title}</h1>
${lede !== undefined && lede !== false && html`<p class="lede">${lede}</p>`}
</div>`;
}
