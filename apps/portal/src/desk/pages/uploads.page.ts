import { pager } from '../../components/pager.js';
import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { filterBar } from '../components/filter-bar.js';
import { selectField } from '../components/fields.js';
import { pageHead } from '../components/page-head.js';
import { uploadTable } from '../components/upload-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import { UPLOAD_STATES } from '../views/upload.view.js';
import type { UploadsView } from '../views/upload.view.js';

/** Every upload of one's organisations, newest first. */
export function uploadsPage(view: UploadsView): string {
  const locale = deskLocaleOf(view.site.language);
  const { uploads: words, form: formWords } = locale.desk;
  const state = { values: { estado: view.state, publicador: view.publisher }, errors: [] };
  const states = UPLOAD_STATES.map((value) => ({ value, label: words.states[value] }));
  const fields = html`${selectField(state, { name: 'estado', label: words.state, choices: states, none: formWords.any }, locale)}
${view.publishers.length > 1 && selectField(state, { name: 'publicador', label: words.publisher, choices: view.publishers, none: formWords.any }, locale)}`;
  const send = html`<a class="button main" href="${pathIn(locale.language, '/escritorio/cargar')}">${locale.desk.home.send}</a>`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${view.sections.includes('cargar') && html`<p class="desk-actions">${send}</p>`}
${filterBar(pathIn(locale.language, '/escritorio/cargas'), fields, locale)}
<section class="desk-part">${view.lines.length === 0 ? html`<p>${words.none}</p>` : uploadTable(words.caption, view.lines, locale)}${pager(view.pager, locale)}</section>`;
  return deskFrame(view, { title: words.title, section: 'cargas' }, main, locale);
}
