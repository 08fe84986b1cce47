import { barChart } from '../components/bar-chart.js';
import { fillText } from '../fill.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import { localeOf } from '../locale.js';
import type { ExploreView } from '../explore.view.js';

/** A few questions put to the data, each answered by a chart whose title says the finding. */
export function explorePage({ site, charts, counted }: ExploreView): string {
  const locale = localeOf(site.language);
  const { explore: words, site: own } = locale.words;
  const title = fillText(own.title, { page: words.title, site: own.name });
  return frame(
    site,
    { title, description: words.description, path: '/explorar', section: 'explore' },
    html`<div class="opening">
<h1>${words.title}</h1>
<p class="lede">${words.lede}</p>
</div>
${charts.map(
  (chart) => html`<section class="charted" aria-labelledby="${chart.id}">
${barChart(chart, locale)}
</section>
`,
)}
<p class="note">${fillText(counted.current ? words.counted : words.countedBefore, { position: formatCount(counted.position) })}</p>`,
  );
}
