import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn } from '../../links.js';
import { actionForm, confirmedAction } from '../components/form.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { runTable } from '../components/run-table.js';
import { sourcePath, sourceState } from '../components/source-table.js';
import { summaryList } from '../components/summary-list.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { SourceView } from '../views/source.view.js';

/** One source: what it reads and when, how it fares, what its runs did. */
export function sourcePage(view: SourceView): string {
  const locale = deskLocaleOf(view.site.language);
  const { sources: words } = locale.desk;
  const { source } = view;
  const back = { path: '/escritorio/fuentes', label: words.title };
  const main = html`${pageHead({ title: source.id, lede: sourceState(source, locale), back }, locale)}
${view.mayManage && actions(view, locale)}
${trouble(view)}
<section class="desk-part"><h2>${words.settings}</h2>${summaryList(facts(view, locale))}</section>
<section class="desk-part">${view.runs.length === 0 ? html`<p>${words.noRuns}</p>` : runTable(view.runs, locale)}</section>`;
  return deskFrame(view, { title: source.id, section: 'fuentes' }, main, locale);
}

function actions({ source, csrf }: SourceView, { desk, language }: DeskLocale): Html {
  const { sources: words } = desk;
  const to = (what: string) => pathIn(language, `${sourcePath(source.id)}/${what}`);
  const pause = source.paused
    ? actionForm({ action: to('reanudar'), csrf, label: words.resume })
    : actionForm({ action: to('pausar'), csrf, label: words.pause });
  return html`<div class="desk-actions">${actionForm({ action: to('correr'), csrf, label: words.run, tone: 'main' })}${pause}
<a class="button plain" href="${to('editar')}">${words.edit}</a>
${confirmedAction({ action: to('quitar'), csrf, label: words.remove, tone: 'warn', summary: words.removeAsk, consequence: words.removeConsequence })}</div>`;
}

function trouble({ source: { lastErrorMessage, lastErrorRemedy } }: SourceView): Html | false {
  if (lastErrorMessage === null) return false;
  return html`<p class="attention">${lastErrorMessage} ${lastErrorRemedy}</p>`;
}

function facts({ source, config }: SourceView, { desk }: DeskLocale): readonly (readonly [string, Child])[] {
  const { sources: words } = desk;
  const when = (at: string | null) => (at === null ? words.neverYet : instant(at));
  const told = config.map(
    ([name, value]) => [wordFor(words.fields, name), html`<span class="code">${value}</span>`] as const,
  );
  return [
    [words.kind, words.kinds[source.kind]],
    [words.publisher, source.publisherId],
    [words.schedule, source.schedule],
    [words.profile, source.profile ?? words.foundByContent],
    ...told,
    [words.lastSuccess, when(source.lastSuccessAt)],
    [words.lastNews, when(source.lastNewsAt)],
  ];
}
