import type { CodeOf, Evidence } from '#tracker';
import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { dayInTable } from '../../components/day.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { evidenceList } from '../components/evidence-list.js';
import { section } from '../components/section.js';
import { titleOf } from '../find-in-plan.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref, trackerHref } from '../tracker-paths.js';

/** The evidence gallery, all of it or of one kind, and what was withdrawn. */
export function evidencePage(view: TrackerPageView, kind?: CodeOf<'evidenceKind'>): string {
  const locale = trackerLocaleOf(view.site.language);
  const { evidence: words, page } = locale.tracker;
  const all = view.tracker.plan.evidence;
  const list = kind === undefined ? all : all.filter((one) => one.kind === kind);
  const n = all.length;
  const head = {
    path: '/evidencias',
    section: 'evidence' as const,
    title: words.title,
    heading: n === 0 ? words.headingNone : fillText(pluralOf(words.heading, n), { n: formatCount(n) }),
    lede: n === 0 ? words.ledeNone : words.lede,
  };
  const body = html`${kinds(view, all, kind, locale)}
<div class="found">${list.length === 0 ? missing(words.none) : evidenceList(view, list, locale)}
${n > 0 && html`<p class="take-away">${page.download}: <a href="${downloadHref(view, 'evidencias.zip')}">${words.zip}</a></p>`}</div>
${view.tracker.withdrawn.length > 0 && section('retiradas', words.withdrawn, withdrawnTable(view, locale))}`;
  return trackerPage(view, head, body, locale);
}

function kinds(view: TrackerPageView, all: readonly Evidence[], kind: string | undefined, locale: TrackerLocale) {
  const { evidence: words } = locale.tracker;
  const found = [...new Set(all.map((one) => one.kind))];
  if (found.length < 2) return false;
  const href = trackerHref(view, '/evidencias');
  const joiner = href.includes('?') ? '&' : '?';
  const link = (code: (typeof found)[number]) =>
    code === kind
      ? html`<strong aria-current="true">${termOf('evidenceKind', code, locale)}</strong>`
      : html`<a href="${`${href}${joiner}kind=${code}`}">${termOf('evidenceKind', code, locale)}</a>`;
  return html`<nav class="contents" aria-label="${words.kinds}"><ul><li>${kind === undefined ? html`<strong aria-current="true">${words.allKinds}</strong>` : html`<a href="${href}">${words.allKinds}</a>`}</li>${found.map((code) => html`<li>${link(code)}</li>`)}</ul></nav>`;
}

/** What was withdrawn leaves its trace. */
function withdrawnTable({ tracker: { plan, withdrawn } }: TrackerPageView, locale: TrackerLocale): Html {
  const { evidence: words } = locale.tracker;
  const columns = [
    { label: words.title },
    { label: words.ofWhat },
    { label: words.on, kind: 'day' as const },
    { label: words.why },
  ];
  const rows = withdrawn.map(({ title, target, on, reason }) => [
    recorded(title, locale),
    recorded(titleOf(plan, target), locale),
    dayInTable(on, locale),
    recorded(reason, locale),
  ]);
  return table({ caption: words.withdrawnCaption, columns, rows });
}
