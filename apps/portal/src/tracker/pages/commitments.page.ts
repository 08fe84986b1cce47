import { type Commitment, completenessOf, countPlan, isOverdue, lanesOf, metasOf } from '#tracker';
import { percentText } from '../../components/share-table.js';
import { formatCount } from '../../format/number.js';
import { formatDay } from '../../format/day.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { laneTrio } from '../components/lane-trio.js';
import { sourceMark } from '../components/source-mark.js';
import { idsOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, downloadHref, trackerHref, trackerPath } from '../tracker-paths.js';

/** The commitments of a plan, each with its three lanes, where they differ, and when something last changed. */
export function commitmentsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { commitments: words } = locale.tracker;
  const head = {
    path: '/compromisos',
    section: 'commitments' as const,
    title: words.title,
    description: words.description,
    heading: headline(view, locale),
    lede: lede(view, locale),
  };
  return trackerPage(view, head, content(view, locale), locale);
}

function headline({ tracker: { plan } }: TrackerPageView, { tracker }: TrackerLocale): string {
  const { commitments, selfAssessedComplete } = countPlan(plan);
  const counts = { n: formatCount(commitments), declared: formatCount(selfAssessedComplete) };
  return fillText(selfAssessedComplete > 0 ? tracker.commitments.heading : tracker.commitments.headingNone, counts);
}

function lede({ tracker: { plan }, measurements }: TrackerPageView, { tracker }: TrackerLocale): string {
  const { independentlyAssessed, metas, evidence } = countPlan(plan);
  const { expected, reported } = completenessOf(plan);
  const { commitments: words } = tracker;
  const counts = {
    assessed:
      independentlyAssessed === 0
        ? words.zeroAssessed
        : fillText(pluralOf(words.assessed, independentlyAssessed), { n: formatCount(independentlyAssessed) }),
    measured: fillText(pluralOf(words.measured, measurements.size), { n: formatCount(measurements.size) }),
    metas: formatCount(metas),
    evidence: formatCount(evidence),
  };
  const known = {
    reported: formatCount(reported),
    expected: formatCount(expected),
    percent: percentText(reported, expected),
  };
  return `${fillText(words.lede, counts)} ${fillText(words.completeness, known)}`;
}

function content(view: TrackerPageView, locale: TrackerLocale): Html {
  const { commitments: words } = locale.tracker;
  return html`<ol class="commitments">${view.tracker.plan.commitments.map((one) => commitmentRow(view, one, locale))}</ol>
<p class="note">${words.note}</p>
<p class="take-away">${locale.tracker.page.download}: <a href="${downloadHref(view, 'compromisos.csv')}">CSV</a>, <a href="${downloadHref(view, 'compromisos.xlsx')}">XLSX</a>, <a href="${downloadHref(view, 'plan.json')}">JSON</a> · ${locale.tracker.page.follow}: <a href="${trackerPath(view, '/feeds/compromisos.atom')}">Atom</a></p>`;
}

function commitmentRow(view: TrackerPageView, commitment: Commitment, locale: TrackerLocale): Html {
  const { id, number, title, shortTitle, lifecycle, from } = commitment;
  const { plan } = view.tracker;
  const href = trackerHref(view, commitmentPath(number));
  return html`<li id="${id}">
<h2><a href="${href}"><span class="commitment-number">${number}.</span> ${recorded(shortTitle ?? title, locale)}</a></h2>
<p class="facts">${shortTitle !== undefined && html`<span>${recorded(title, locale)}</span> `}<span>${termOf('commitmentLifecycle', lifecycle, locale)}</span> <span>${lastChange(view, commitment, locale)}</span>${sourceMark(from, plan, locale)}</p>
${overdueNote(view, commitment, locale)}
${laneTrio(lanesOf(plan, id, view.measurements.get(id)), locale)}
</li>
`;
}

/** When a line about the commitment was last written, or that none was. */
export function lastChange(view: TrackerPageView, { id }: Commitment, locale: TrackerLocale): string {
  const own = new Set(idsOf(view.tracker.plan, id));
  const last = view.tracker.log.findLast(({ entityId }) => own.has(entityId));
  const { commitments: words } = locale.tracker;
  return last ? fillText(words.lastChange, { day: formatDay(last.recordedAt.slice(0, 10), locale) }) : words.noChange;
}

function overdueNote(view: TrackerPageView, { id }: Commitment, { tracker }: TrackerLocale): Child {
  const overdue = metasOf(view.tracker.plan, id).filter((one) => isOverdue(one, view.today)).length;
  if (overdue === 0) return false;
  return html`<p class="attention">${fillText(pluralOf(tracker.commitments.overdue, overdue), { n: formatCount(overdue) })}</p>`;
}
