import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FieldError } from '../views/desk.view.js';

/** What is wrong with a form, on top of its page; each point leads to its field. */
export function errorSummary(errors: readonly FieldError[], { desk: words }: DeskLocale): Html | false {
  if (errors.length === 0) return false;
  const title = fillText(pluralOf(words.form.problems, errors.length), { n: errors.length });
  return html`<div class="error-summary" role="alert" aria-labelledby="errores" tabindex="-1" data-focus="true">
<p id="errores"><strong>${title}</strong></p>
<ul>${errors.map(
    ({ field, message }) => html`<li>${field === '' ? message : html`<a href="#${field}">${message}</a>`}</li>
`,
  )}</ul>
</div>`;
}
