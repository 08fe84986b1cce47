import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import { rescheduleTable, reschedulesOf } from '../components/reschedule-table.js';
import { trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** Every date that was moved, from which to which and why. */
export function reschedulesPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { reschedules: words } = locale.tracker;
  const n = reschedulesOf(view, 'all').length;
  const head = {
    path: '/reprogramaciones',
    section: 'reschedules' as const,
    title: words.title,
    heading: n === 0 ? words.headingNone : fillText(pluralOf(words.heading, n), { n }),
    lede: words.lede,
  };
  return trackerPage(view, head, html`<div class="found">${rescheduleTable(view, 'all', locale)}</div>`, locale);
}
