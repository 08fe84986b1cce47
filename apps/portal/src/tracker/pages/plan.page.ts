import { type CodeOf, completenessOf, lanesOf } from '#tracker';
import { bar } from '../../components/bar.js';
import { percentText } from '../../components/share-table.js';
import { table } from '../../components/table.js';
import { fillText } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { assertionTable } from '../components/assertion-table.js';
import { issueNotes } from '../components/issue-notes.js';
import { columnWords } from '../components/column-words.js';
import { pageOf } from '../components/page-of.js';
import { absent, orAbsent, partialDay } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, downloadHref, trackerHref } from '../tracker-paths.js';

/** An action plan: what is known of it, its commitments by lane, how much is reported, and from which sources. */
export function planPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { plan: words } = locale.tracker;
  const plan = view.tracker.plan.plans[0]!;
  const head = {
    path: `/planes/${encodeURIComponent(plan.id)}`,
    section: 'plans' as const,
    title: plan.name,
    heading: recorded(plan.name, locale),
    lede: html`${termOf('planStatus', plan.status, locale)}. ${words.ofPlan}: ${partialDay(plan.period, locale)}.`,
  };
  const body = html`${section('datos', words.facts, facts(view, locale))}
${section('compromisos', words.commitments, commitments(view, locale))}
${section('reportado', words.completeness, completeness(view, locale))}
${section('dice', words.statements, statements(view, locale))}
${section('documentos', words.documents, documents(view, locale))}
${section('otras-fuentes', words.others, assertionTable(view, [plan.id], locale))}
${section('fuentes', words.sources, sources(view, locale))}
<p class="take-away">${locale.tracker.page.download}: <a href="${downloadHref(view, 'plan.json')}">JSON</a>, <a href="${downloadHref(view, 'datapackage.json')}">datapackage.json</a>, <a href="${downloadHref(view, 'ogp.csv')}">${words.ogp}</a>, <a href="${downloadHref(view, 'registro.ndjson')}">${words.log}</a></p>`;
  return trackerPage(view, head, body, locale);
}

function facts(view: TrackerPageView, locale: TrackerLocale): Html {
  const { fields } = locale.tracker;
  const { plan: all } = view.tracker;
  const plan = all.plans[0]!;
  const {
    level,
    approvedOn,
    approvedIn,
    implementationFrom,
    finalReportSession,
    framework,
    membership,
    notes = [],
  } = plan;
  const linked = (id: string | undefined) =>
    id &&
    html`<a href="${pageOf(view, id) ?? trackerHref(view, '/sesiones')}">${recorded(titleOf(all, id), locale)}</a>`;
  const field = (name: string, value: Child) => {
    const from = plan.fieldFrom[name];
    return html`${orAbsent(value, plan, name, locale)}${from && sourceMark(from, all, locale)}`;
  };
  return html`${factList([
    [fields.level, termOf('planLevel', level, locale)],
    [fields.approvedOn, field('approvedOn', approvedOn && partialDay(approvedOn, locale))],
    [fields.approvedIn, field('approvedIn', linked(approvedIn))],
    [
      fields.implementationFrom,
      field('implementationFrom', implementationFrom && partialDay(implementationFrom, locale)),
    ],
    [fields.finalReportSession, field('finalReportSession', linked(finalReportSession))],
    [fields.framework, field('framework', framework && recorded(framework, locale))],
    [fields.membership, field('membership', membership && recorded(membership, locale))],
  ])}
${notes.map((note) => html`<p class="note">${recorded(note, locale)}</p>`)}
${issueNotes(view, [plan.id], locale)}`;
}

function commitments(view: TrackerPageView, locale: TrackerLocale): Html {
  const { plan } = view.tracker;
  const { plan: words } = locale.tracker;
  const columns = [
    { label: words.commitment },
    { label: termOf('laneColumn', 'declarado', locale) },
    { label: termOf('laneColumn', 'evaluado', locale) },
    { label: termOf('laneColumn', 'medido', locale) },
  ];
  const rows = plan.commitments.map(({ id, number, title, shortTitle }) => [
    html`<a href="${trackerHref(view, commitmentPath(number))}">${number}. ${recorded(shortTitle ?? title, locale)}</a>`,
    ...columnWords(lanesOf(plan, id, view.measurements.get(id)), locale),
  ]);
  return table({ caption: words.lanesCaption, columns, rows });
}

function completeness({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { plan: words } = locale.tracker;
  const { expected, reported, missing } = completenessOf(plan);
  const columns = [
    { label: words.why },
    { label: words.fields, kind: 'figure' as const },
    { label: words.share, kind: 'figure' as const },
  ];
  const row = (name: string, n: number) => [
    name,
    formatCount(n),
    html`${percentText(n, expected)}${bar(String(n), String(expected || 1))}`,
  ];
  const reasons = Object.entries(missing) as [CodeOf<'nullReason'>, number][];
  const rows = [
    row(words.reported, reported),
    ...reasons.map(([reason, n]) => row(termOf('nullReason', reason, locale), n)),
  ];
  return table({ caption: fillText(words.completenessCaption, { n: formatCount(expected) }), columns, rows });
}

function statements({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  if (plan.statements.length === 0) return html`<p>${absent('pendiente', locale)}</p>`;
  return html`<ol class="plain-list">${plan.statements.map(
    ({ number, text, from, missing }) =>
      html`<li>${number}. ${recorded(text, locale)}${sourceMark(from, plan, locale)}${missing !== undefined && html` <span class="missing">${recorded(missing, locale)}</span>`}</li>`,
  )}</ol>`;
}

function documents({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { plan: words } = locale.tracker;
  if (plan.documents.length === 0) return html`<p class="missing">${words.noDocuments}</p>`;
  return html`<ul class="plain-list">${plan.documents.map((one) => {
    const { title, author, issuer, date, url, restriction, from } = one;
    const address = webAddress(url);
    const name = recorded(title, locale);
    return html`<li>${address === undefined ? name : html`<a href="${address}" rel="external">${name}</a>`}<span class="aside">${recorded([author, issuer].filter(Boolean).join(', '), locale)} · ${orAbsent(date && partialDay(date, locale), one, 'date', locale)}${restriction !== undefined && html` · ${recorded(restriction, locale)}`}${from.note !== undefined && html` · ${recorded(from.note, locale)}`}</span></li>`;
  })}</ul>`;
}

function sources({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  return html`<ul class="plain-list">${plan.sources.map((one) => {
    const { id, title, publisher, publishedOn, url, locatorMeaning } = one;
    const address = webAddress(url);
    const name = recorded(title, locale);
    return html`<li id="fuente-${id}">${address === undefined ? name : html`<a href="${address}" rel="external">${name}</a>`}<span class="aside">${publisher !== undefined && html`${recorded(publisher, locale)} · `}${orAbsent(publishedOn && partialDay(publishedOn, locale), one, 'publishedOn', locale)}${locatorMeaning !== undefined && html` · ${recorded(locatorMeaning, locale)}`}</span></li>`;
  })}</ul>`;
}
