import { dateInTable } from '../../components/day.js';
import { findingList } from '../../components/finding-list.js';
import { provenance } from '../../components/provenance.js';
import { table } from '../../components/table.js';
import { fill } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { pathIn, processPath } from '../../links.js';
import { codeLabel } from '../../locale.js';
import { correctionTable } from '../components/correction-table.js';
import { instant } from '../components/instant.js';
import { pageHead } from '../components/page-head.js';
import { deskProcessPath, processState, titleOrNumber } from '../components/process-table.js';
import { stateTag } from '../components/state-tag.js';
import { summaryList } from '../components/summary-list.js';
import { deskFrame } from '../desk-frame.js';
import { deskLocaleOf, wordFor } from '../desk-locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { DeskProcessView, DeskRelease } from '../views/process.view.js';

/** One process as its publisher sees it: what is public, what waits and why, and what can be done about it. */
export function deskProcessPage(view: DeskProcessView): string {
  const locale = deskLocaleOf(view.site.language);
  const { process: words, processes } = locale.desk;
  const title = titleOrNumber(view, locale);
  const back = { path: '/escritorio/procesos', label: processes.title };
  const main = html`${pageHead({ title, back }, locale)}
<p>${processState(view.state, locale)} ${words.explained[view.state]}</p>
${view.withdrawal && html`<p class="attention">${fill(words.withdrawn, { reason: view.withdrawal.reason, office: view.withdrawal.office, when: instant(view.withdrawal.at) })}</p>`}
${actions(view, locale)}
<section class="desk-part"><h2>${words.about}</h2>${summaryList(facts(view, locale))}</section>
${view.corrections.length > 0 && html`<section class="desk-part">${correctionTable(words.corrections, view.corrections, locale)}</section>`}
<section class="desk-part"><h2>${words.releases}</h2>${releases(view.releases, locale)}</section>
<section class="desk-part"><h2>${words.findings}</h2>${findingList(view.findings, locale)}</section>
<section class="desk-part"><h2>${words.provenance}</h2>${provenance({ sources: view.sources }, locale)}</section>`;
  return deskFrame(view, { title, section: 'procesos' }, main, locale);
}

function actions(view: DeskProcessView, { desk: { process: words }, language }: DeskLocale): Html {
  const { ocid, may, state } = view;
  const link = (what: string, label: string, tone: string) =>
    html`<a class="button ${tone}" href="${pathIn(language, `${deskProcessPath(ocid)}/${what}`)}">${label}</a>`;
  const onSite =
    (state === 'published' || state === 'proposed') &&
    html`<a href="${pathIn(language, processPath(ocid))}">${words.onSite}</a>`;
  return html`<div class="desk-actions">${may.correct && link('corregir', words.correct, 'main')}
${may.withdraw && link('retirar', words.withdraw, 'plain')}
${may.restore && link('restituir', words.restore, 'plain')}
${onSite}</div>`;
}

function facts(view: DeskProcessView, { words: site, desk }: DeskLocale): readonly (readonly [string, Child])[] {
  return [
    [site.process.ocid, html`<span class="code">${view.ocid}</span>`],
    [site.process.localNumber, view.localNumber ?? html`<span class="missing">${site.common.notReported}</span>`],
    [desk.processes.buyer, view.buyer ?? html`<span class="missing">${site.row.noBuyer}</span>`],
    [desk.process.publisher, view.publisher],
  ];
}

function releases(all: readonly DeskRelease[], locale: DeskLocale): Html {
  const { process: words } = locale.desk;
  const columns = [
    { label: words.release },
    { label: words.tags },
    { label: words.releaseState },
    { label: words.date, kind: 'day' as const },
    { label: words.received, kind: 'day' as const },
  ];
  const rows = all.map(({ id, tags, state, reason, date, receivedAt }) => [
    html`<span class="code">${id}</span>`,
    tags.map((tag) => codeLabel(locale, 'tag', tag)).join(', '),
    [
      stateTag(words.releaseStates[state], state === 'held' ? 'attention' : 'settled'),
      reason !== undefined && html` <span class="aside">${wordFor(words.reasons, reason)}</span>`,
    ],
    dateInTable(date, locale),
    dateInTable(receivedAt, locale),
  ]);
  return table({ caption: words.releasesCaption, columns, rows });
}
