import { fillText } from '../fill.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { ChartBar, ChartView } from '../explore.view.js';
import { formatCount } from '../format/number.js';
import { bar } from './bar.js';
import { missing } from './notice.js';
import { table } from './table.js';

/**
 * A question, its answer as a title, horizontal bars drawn on the server, and the same in a table with the rows behind
 * each bar. The drawing repeats what the table says, so it is one image with the title as its name.
 */
export function barChart(chart: ChartView, locale: Locale): Html {
  const { charts, little } = locale.words.explore;
  const words = charts[chart.id];
  const { finding, bars } = chart;
  if (finding === undefined || bars.length === 0)
    return html`<h2 id="${chart.id}">${words.question}</h2>
${missing(little)}`;
  const said = fillText(words.finding, finding);
  return html`<p class="question">${words.question}</p>
<h2 id="${chart.id}">${said}</h2>
${drawing(bars, said)}
<p class="note">${words.note}</p>
${twin(chart, locale)}`;
}

function drawing(bars: readonly ChartBar[], title: string): Html {
  const most = Math.max(...bars.map(({ value }) => value));
  return html`<div class="bars" role="img" aria-label="${title}">
${bars.map(
  ({
    label,
    value,
    said,
  }) => html`<div><span>${label}</span> <strong>${said}</strong>${bar(String(value), String(most))}</div>
`,
)}</div>`;
}

function twin({ id, bars }: ChartView, locale: Locale): Html {
  const { explore: words } = locale.words;
  const counted = bars.some(({ of }) => of !== undefined);
  const columns = [
    { label: words.charts[id].label },
    { label: words.figure, kind: 'figure' as const },
    ...(counted ? [{ label: words.of, kind: 'figure' as const }] : []),
    { label: words.rows },
  ];
  const rows = bars.map((one) => [
    one.label,
    one.said,
    ...(counted ? [one.of === undefined ? '' : formatCount(one.of)] : []),
    rowsBehind(one, locale),
  ]);
  return html`<details class="folded"><summary>${words.table}</summary>
${table({ caption: words.charts[id].question, columns, rows })}
</details>
<p class="take-away"><a href="${pathIn(locale.language, '/explorar')}/${id}.csv">${words.download}</a></p>`;
}

function rowsBehind({ href, label }: ChartBar, locale: Locale): Child {
  const { explore: words } = locale.words;
  if (href === undefined) return '';
  return html`<a href="${pathIn(locale.language, href)}" aria-label="${fillText(words.seeLabel, { label })}">${words.see}</a>`;
}
