import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';

/** A form that only asks: it works by address, and its fields stand in a line. */
export function filterBar(action: string, fields: Html, { desk: words }: DeskLocale): Html {
  return html`<form class="filter-bar" method="get" action="${action}" role="search" aria-label="${words.form.filter}">
${fields}
<button class="button plain" type="submit">${words.form.apply}</button>
</form>`;
}
