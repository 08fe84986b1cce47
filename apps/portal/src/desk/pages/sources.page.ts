import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { pageHead } from '../components/page-head.js';
import { sourceTable } from '../components/source-table.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf } from '../desk-locale.js';
import type { SourcesView } from '../views/source.view.js';

/** The sources that are read by themselves. */
export function sourcesPage(view: SourcesView): string {
  const locale = deskLocaleOf(view.site.language);
  const { sources: words } = locale.desk;
  const add = html`<a class="button main" href="${pathIn(locale.language, '/escritorio/fuentes/nueva')}">${words.add}</a>`;
  const main = html`${pageHead({ title: words.title, lede: words.lede }, locale)}
${view.mayManage && html`<p class="desk-actions">${add}</p>`}
<section class="desk-part">${view.sources.length === 0 ? html`<p>${words.none}</p>` : sourceTable(words.caption, view.sources, locale)}</section>`;
  return deskFrame(view, { title: words.title, section: 'fuentes' }, main, locale);
}
