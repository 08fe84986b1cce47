import { pager } from '../../components/pager.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { selectField, textField } from '../components/fields.js';
import { filterBar } from '../components/filter-bar.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { AuditView } from '../views/administration.view.js';

/** Who did what, when, to what. Nothing here can be changed or removed. */
export function auditPage(view: AuditView): string {
  const locale = deskLocaleOf(view.site.language);
  const { audit: words, form: formWords } = locale.desk;
  const { form: state } = view;
  const fields = html`${textField(state, { name: 'quien', label: words.who }, locale)}
${selectField(state, { name: 'que', label: words.action, choices: view.actions, none: formWords.any }, locale)}
${selectField(state, { name: 'organizacion', label: words.organisation, choices: view.organisations, none: formWords.any }, locale)}
${textField(state, { name: 'desde', label: words.from, kind: 'date', width: 'short' }, locale)}
${textField(state, { name: 'hasta', label: words.to, kind: 'date', width: 'short' }, locale)}`;
  const columns = [
    { label: words.at, kind: 'day' as const },
    { label: words.who },
    { label: words.action },
    { label: words.subject },
    { label: words.organisation },
  ];
  const rows = view.events.map(({ at, actor, action, subject, detail, organisation }) => [
    instant(at),
    actor,
    wordFor(words.actions, action),
    [html`<span class="code">${subject}</span>`, detail !== undefined && html` <span class="aside">${detail}</span>`],
    organisation ?? '',
  ]);
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${filterBar(pathIn(locale.language, '/escritorio/bitacora'), fields, locale)}
<section class="desk-part">${rows.length === 0 ? html`<p>${words.none}</p>` : table({ caption: words.caption, columns, rows })}${pager(view.pager, locale)}</section>`;
  return deskFrame(view, { title: words.title, section: 'bitacora' }, main, locale);
}
