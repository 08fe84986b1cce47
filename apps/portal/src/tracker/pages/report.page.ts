import { type Block, errataSection, type ReportSection, type Text } from '#tracker';
import type { IssuedReport } from '#tracking';
import { dayInText } from '../../components/day.js';
import { notice } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import type { AnnualReportView } from '../annual-reports.js';
import { factList } from '../components/section.js';
import { recorded, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref, ofVersion, trackerHref } from '../tracker-paths.js';

export const REPORT_FORMATS = ['pdf', 'docx', 'html', 'md', 'json'] as const;

/** The years that an annual report can be made of, and what was issued of each. */
export function reportsPage(view: TrackerPageView, years: readonly number[], issued: readonly IssuedReport[]): string {
  const locale = trackerLocaleOf(view.site.language);
  const { report: words } = locale.tracker;
  const head = {
    path: '/informe-anual',
    section: 'report' as const,
    title: words.title,
    heading: words.heading,
    lede: words.lede,
  };
  const own = new Set(view.tracker.plan.annualReports.map(({ year }) => year));
  const rows = years.map((year): readonly Child[] => [
    html`<a href="${reportHref(view, year)}">${String(year)}</a>`,
    own.has(year) ? words.fromSource : words.fromDefault,
    versions(
      view,
      issued.filter((one) => one.year === year),
      locale,
    ),
    downloads(view, year),
  ]);
  const columns = [words.year, words.order, words.issued, words.files].map((label) => ({ label }));
  const list = table({ caption: words.caption, columns, rows });
  return trackerPage(view, head, html`<div class="found">${list}</div>`, locale);
}

/** The annual report of a year: as it was issued, with what the data tell otherwise since; or as they tell it now. */
export function reportPage(view: TrackerPageView, told: AnnualReportView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { report: words, page } = locale.tracker;
  const { report, shown, errata } = told;
  const head = {
    path: `/informe-anual/${report.year}`,
    section: 'report' as const,
    title: `${words.title} ${report.year}`,
    heading: recorded(report.title, locale),
    lede: recorded(report.subtitle, locale),
  };
  const sections = [...report.sections, ...(errata.length > 0 && shown ? [errataSection(errata, shown.hash)] : [])];
  const body = html`${standing(view, told, locale)}
<div class="report"${view.site.language !== 'es' && html` lang="es-MX"`}>
<p class="take-away">${page.download}: ${downloads(view, report.year, shown?.version ?? 'sin-emitir')}</p>
<nav class="report-contents" aria-label="${words.contents}"><ol>${sections.map(
    ({
      id,
      title,
      level,
      page: number,
    }) => html`<li class="level-${level}"><a href="#${id}">${title}</a>${number !== undefined && html` <span class="aside-inline">${words.page} ${number}</span>`}</li>
`,
  )}</ol></nav>
${sections.map(reportSection)}
</div>`;
  return trackerPage(view, head, body, locale);
}

/** Whether it was issued, when and as which version; where the others are. */
function standing(view: TrackerPageView, { report, issued, shown, errata }: AnnualReportView, locale: TrackerLocale) {
  const { report: words } = locale.tracker;
  const { year, hash } = report;
  const version = html`<span class="code hash">${hash}</span>`;
  if (!shown) {
    const [last] = issued;
    const lead =
      last &&
      html`<a href="${ofVersion(reportHref(view, year), last.version)}">${fillText(words.seeIssued, { n: last.version })}</a>`;
    return html`${notice(words.notIssued, lead ? html`${words.notIssuedNote} ${lead}` : words.neverIssued, words.standing)}
${factList([[words.hash, version]])}`;
  }
  const [last] = issued;
  const later = last!.version > shown.version;
  const current = html`<a href="${ofVersion(reportHref(view, year), 'sin-emitir')}">${words.seeCurrent}</a>`;
  return html`${later && notice(words.superseded, html`<a href="${ofVersion(reportHref(view, year), last!.version)}">${fillText(words.seeIssued, { n: last!.version })}</a>`, words.standing)}
${factList([
  [words.issuedVersion, html`<strong>${fillText(words.versionN, { n: shown.version })}</strong>`],
  [words.issuedOn, dayInText(shown.issuedOn, locale)],
  ...(shown.reason === null ? [] : [[words.reason, recorded(shown.reason, locale)] as const]),
  [words.hash, version],
  [words.line, html`<a href="${trackerHref(view, `/historial#renglon-${shown.line}`)}">${String(shown.line)}</a>`],
  [
    words.others,
    versions(
      view,
      issued.filter((one) => one !== shown),
      locale,
    ),
  ],
  [
    words.since,
    errata.length === 0
      ? words.noErrata
      : html`<a href="#fe-de-erratas">${fillText(pluralOf(words.errata, errata.length), { n: formatCount(errata.length) })}</a>`,
  ],
])}
<p class="note">${words.frozen} ${current}</p>`;
}

function versions(view: TrackerPageView, issued: readonly IssuedReport[], locale: TrackerLocale): Child {
  const { report: words } = locale.tracker;
  if (issued.length === 0) return html`<span class="missing">${words.noVersions}</span>`;
  return issued.map(
    ({ year, version, issuedOn }, n) =>
      html`${n > 0 && ', '}<a href="${ofVersion(reportHref(view, year), version)}">${fillText(words.versionN, { n: version })}</a> (${dayInText(issuedOn, locale)})`,
  );
}

function reportHref(view: TrackerPageView, year: number): string {
  return trackerHref(view, `/informe-anual/${year}`);
}

function downloads(view: TrackerPageView, year: number, version?: number | 'sin-emitir'): Child {
  return REPORT_FORMATS.map((format, n) => {
    const address = downloadHref(view, `informe-anual-${year}.${format}`);
    return html`${n > 0 && ', '}<a href="${version === undefined ? address : ofVersion(address, version)}">${format.toUpperCase()}</a>`;
  });
}

function reportSection({ id, title, level, blocks }: ReportSection): Html {
  const heading = level === 1 ? html`<h2 id="${id}">${title}</h2>` : html`<h3 id="${id}">${title}</h3>`;
  return html`<section aria-labelledby="${id}" class="report-section">
${heading}
${blocks.map(blockOf)}
</section>
`;
}

function blockOf(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="prose">${textOf(block.text)}</p>
`;
    case 'warning':
      return html`<p class="attention">${textOf(block.text)}</p>
`;
    case 'list':
      return html`<ul class="plain-list">${block.items.map((item) => html`<li>${textOf(item)}</li>`)}</ul>
`;
    case 'table':
      return table({
        caption: block.caption,
        columns: block.head.map((label) => ({ label })),
        rows: block.rows.map((row) => row.map(textOf)),
      });
  }
}

function textOf(text: Text): Child {
  return text.map(({ text: said, style }) => {
    if (style === 'strong') return html`<strong>${said}</strong>`;
    if (style === 'missing') return html`<span class="missing">${said}</span>`;
    if (style === 'source') return html`<span class="source">${said}</span>`;
    // Addresses and hashes: without blanks, a table would be as wide as they are.
    return /\S{40}/.test(said) ? html`<span class="unbroken">${said}</span>` : said;
  });
}
