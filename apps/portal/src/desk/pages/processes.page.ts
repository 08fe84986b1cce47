import { pager } from '../../components/pager.js';
import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { selectField, textField } from '../components/fields.js';
import { filterBar } from '../components/filter-bar.js';
import { pageHead } from '../components/page-head.js';
import { processTable } from '../components/process-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import { PROCESS_STATES } from '../views/process.view.js';
import type { ProcessesView } from '../views/process.view.js';

/** The processes of one's organisations, published or not. */
export function processesPage(view: ProcessesView): string {
  const locale = deskLocaleOf(view.site.language);
  const { processes: words, form: formWords } = locale.desk;
  const state = { values: { q: view.query, estado: view.state }, errors: [] };
  const states = PROCESS_STATES.map((value) => ({ value, label: words.states[value] }));
  const fields = html`${textField(state, { name: 'q', label: words.query, kind: 'search' }, locale)}
${selectField(state, { name: 'estado', label: words.state, choices: states, none: formWords.any }, locale)}`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${filterBar(pathIn(locale.language, '/escritorio/procesos'), fields, locale)}
<section class="desk-part">${view.rows.length === 0 ? html`<p>${words.none}</p>` : processTable(words.caption, view.rows, locale)}${pager(view.pager, locale)}</section>`;
  return deskFrame(view, { title: words.title, section: 'procesos' }, main, locale);
}
