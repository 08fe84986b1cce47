import type { Block, ReportDocument, ReportSection, Text } from '#tracker';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { factList } from '../components/section.js';
import { recorded, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { downloadHref, trackerHref } from '../tracker-paths.js';

export const REPORT_FORMATS = ['pdf', 'docx', 'html', 'md', 'json'] as const;

/** The years that an annual report can be made of. */
export function reportsPage(view: TrackerPageView, years: readonly number[]): string {
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
    html`<a href="${trackerHref(view, `/informe-anual/${year}`)}">${String(year)}</a>`,
    own.has(year) ? words.fromSource : words.fromDefault,
    downloads(view, year),
  ]);
  const list = table({
    caption: words.caption,
    columns: [{ label: words.year }, { label: words.order }, { label: words.files }],
    rows,
  });
  return trackerPage(view, head, html`<div class="found">${list}</div>`, locale);
}

/** The annual report of a year, as it is made from the data now, with its files. */
export function reportPage(view: TrackerPageView, report: ReportDocument): string {
  const locale = trackerLocaleOf(view.site.language);
  const { report: words, page } = locale.tracker;
  const head = {
    path: `/informe-anual/${report.year}`,
    section: 'report' as const,
    title: `${words.title} ${report.year}`,
    heading: recorded(report.title, locale),
    lede: recorded(report.subtitle, locale),
  };
  const body = html`<div class="report"${view.site.language !== 'es' && html` lang="es-MX"`}>
<p class="take-away">${page.download}: ${downloads(view, report.year)}</p>
${factList([[words.version, html`<span class="code hash">${report.hash}</span>`]])}
<nav class="report-contents" aria-label="${words.contents}"><ol>${report.sections.map(
    ({
      id,
      title,
      level,
      page: number,
    }) => html`<li class="level-${level}"><a href="#${id}">${title}</a>${number !== undefined && html` <span class="aside-inline">${words.page} ${number}</span>`}</li>
`,
  )}</ol></nav>
${report.sections.map(reportSection)}
</div>`;
  return trackerPage(view, head, body, locale);
}

function downloads(view: TrackerPageView, year: number): Child {
  return REPORT_FORMATS.map(
    (format, n) =>
      html`${n > 0 && ', '}<a href="${downloadHref(view, `informe-anual-${year}.${format}`)}">${format.toUpperCase()}</a>`,
  );
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
    return style === 'source' ? html`<span class="source">${said}</span>` : said;
  });
}
