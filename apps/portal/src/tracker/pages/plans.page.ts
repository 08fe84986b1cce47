import { table } from '../../components/table.js';
import { formatDay } from '../../format/day.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import { recorded, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The action plans that are followed here. */
export function plansPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { plans: words } = locale.tracker;
  const columns = [
    { label: words.plan },
    { label: words.from, kind: 'day' as const },
    { label: words.to, kind: 'day' as const },
    { label: words.commitments, kind: 'link' as const },
  ];
  const rows = view.plans.map(({ id, name, periodFrom, periodTo }) => {
    const path = (page: string) => pathIn(locale.language, page);
    return [
      html`<a href="${path(`/planes/${encodeURIComponent(id)}`)}">${recorded(name, locale)}</a>`,
      formatDay(periodFrom, locale),
      formatDay(periodTo, locale),
      html`<a href="${path(`/compromisos?plan=${encodeURIComponent(id)}`)}">${words.see}</a>`,
    ];
  });
  const heading = fillText(words.heading, { n: String(view.plans.length) });
  const head = { path: '/planes', section: 'plans' as const, title: words.title, heading, lede: words.lede };
  return trackerPage(
    view,
    head,
    html`<div class="found">${table({ caption: words.caption, columns, rows })}</div>`,
    locale,
  );
}
