import { lanesOf } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import { laneTrio } from '../components/lane-trio.js';
import { recorded, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** The commitments whose lanes differ by a degree or more. */
export function discrepanciesPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { discrepancies: words } = locale.tracker;
  const { plan } = view.tracker;
  const differing = plan.commitments
    .map((one) => ({ ...one, lanes: lanesOf(plan, one.id, view.measurements.get(one.id)) }))
    .filter(({ lanes }) => lanes.discrepancies.length > 0);
  const n = differing.length;
  const head = {
    path: '/discrepancias',
    section: 'discrepancies' as const,
    title: words.title,
    heading: n === 0 ? words.headingNone : fillText(pluralOf(words.heading, n), { n }),
    lede: words.lede,
  };
  const list = differing.map(
    ({
      number,
      title,
      shortTitle,
      lanes,
    }) => html`<li><h2><a href="${trackerHref(view, commitmentPath(number))}"><span class="commitment-number">${number}.</span> ${recorded(shortTitle ?? title, locale)}</a></h2>
${laneTrio(lanes, locale)}</li>
`,
  );
  const body =
    n === 0 ? html`<div class="found">${missing(words.none)}</div>` : html`<ol class="commitments">${list}</ol>`;
  return trackerPage(view, head, body, locale);
}
