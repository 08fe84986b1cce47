import type { DataIssue } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { titleOf } from '../find-in-plan.js';
import { pageOf } from '../components/page-of.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref } from '../tracker-paths.js';

/** What does not agree in what was recorded: nothing is corrected in silence. */
export function issuesPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { issues: words, page } = locale.tracker;
  const issues = view.tracker.plan.dataIssues;
  const open = issues.filter(({ status }) => status === 'abierta').length;
  const head = {
    path: '/inconsistencias',
    section: 'issues' as const,
    title: words.title,
    heading: open === 0 ? words.headingNone : fillText(pluralOf(words.heading, open), { n: open }),
    lede: words.lede,
  };
  const list = html`<ol class="results">${issues.map((one) => issueRow(view, one, locale))}</ol>`;
  const body = html`<div class="found">${issues.length === 0 ? missing(words.none) : list}
<p class="take-away">${page.download}: <a href="${downloadHref(view, 'inconsistencias.csv')}">CSV</a>, <a href="${downloadHref(view, 'inconsistencias.xlsx')}">XLSX</a></p></div>`;
  return trackerPage(view, head, body, locale);
}

function issueRow(view: TrackerPageView, issue: DataIssue, locale: TrackerLocale): Html {
  const { issues: words } = locale.tracker;
  const { id, number, text, where, severity, status, resolution, about = [] } = issue;
  const links = about.map((one, n) => {
    const page = pageOf(view, one);
    const name = recorded(titleOf(view.tracker.plan, one), locale);
    return html`${n > 0 && ' · '}${page === undefined ? name : html`<a href="${page}">${name}</a>`}`;
  });
  return html`<li id="${id}">
<h2 class="row-title">${number}. ${recorded(text, locale)}</h2>
<p class="facts"><span>${words.severity}: <strong>${termOf('issueSeverity', severity, locale)}</strong></span> <span>${termOf('issueStatus', status, locale)}</span> <span>${words.where}: ${recorded(where, locale)}</span></p>
${links.length > 0 && html`<p class="facts">${words.about}: ${links}</p>`}
${resolution !== undefined && html`<p class="prose">${words.resolution}: ${recorded(resolution, locale)}</p>`}
</li>
`;
}
