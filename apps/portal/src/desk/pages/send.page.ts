import { fill, fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { errorSummary } from '../components/error-summary.js';
import { fileField, selectField, textField } from '../components/fields.js';
import { form } from '../components/form.js';
import { pageHead } from '../components/page-head.js';
import { uploadPath } from '../components/upload-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SendView } from '../views/upload.view.js';

const ACCEPTED = '.xlsx,.xls,.csv,.json,.jsonl,.gz,.zip';

/** The form that sends a file. Nothing is stored of it before somebody has seen what it would change. */
export function sendPage(view: SendView): string {
  const locale = deskLocaleOf(view.site.language);
  const { send: words } = locale.desk;
  const again = view.replaces;
  const title = again === undefined ? words.title : words.againTitle;
  const lede = again === undefined ? words.lede : fillText(words.againLede, { file: again.fileName });
  const back = again && { path: uploadPath(again.id), label: again.fileName };
  const main = html`${errorSummary(view.form.errors, locale)}${pageHead({ title, lede, ...(back && { back }) }, locale)}
${sendForm(view, locale)}
<section class="desk-part prose"><h2>${words.whatNext}</h2><ol class="steps">${words.steps.map((step) => html`<li>${step}</li>`)}</ol></section>`;
  return deskFrame(view, { title, section: 'cargar', faulty: view.form.errors.length > 0 }, main, locale);
}

function sendForm(view: SendView, locale: DeskLocale): Html {
  const { desk, language } = locale;
  const { send: words } = desk;
  const { form: state, publishers, profiles, maxMegabytes, csrf, replaces } = view;
  const hint = fillText(words.fileHint, { megabytes: maxMegabytes });
  const fields = html`<div class="drop" data-drop="true" data-idle="${words.drop}" data-sending="${words.sending}" data-checking="${words.received}">
${fileField(state, { name: 'archivo', label: words.file, hint, accept: ACCEPTED }, locale)}
</div>
${publishers.length === 1 ? onlyPublisher(view, locale) : selectField(state, { name: 'publicador', label: words.publisher, hint: words.publisherHint, choices: publishers, none: desk.form.choose }, locale)}
<details class="more"${hasMore(view) && html` open`}><summary>${words.more}</summary>
${textField(state, { name: 'comprador', label: words.buyer, hint: words.buyerHint, optional: true }, locale)}
${textField(state, { name: 'clave', label: words.buyerId, hint: words.buyerIdHint, optional: true, width: 'medium' }, locale)}
${selectField(state, { name: 'perfil', label: words.profile, hint: words.profileHint, choices: profiles, none: words.found }, locale)}
</details>`;
  const action = pathIn(language, '/escritorio/cargar');
  return form({ action, csrf, submit: words.submit, upload: true, hidden: { reemplaza: replaces?.id } }, fields);
}

function onlyPublisher({ publishers: [only] }: SendView, { desk: { send: words } }: DeskLocale): Html | false {
  if (only === undefined) return false;
  return html`<p>${fill(words.only, { publisher: html`<strong>${only.label}</strong>` })}</p><input type="hidden" name="publicador" value="${only.value}">`;
}

function hasMore({ form: { values } }: SendView): boolean {
  return ['comprador', 'clave', 'perfil'].some((name) => (values[name] ?? '') !== '');
}
