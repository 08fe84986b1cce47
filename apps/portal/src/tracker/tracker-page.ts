import { notice } from '../components/notice.js';
import { fillText } from '../fill.js';
import { formatDay } from '../format/day.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import { recorded, type TrackerLocale } from './tracker-locale.js';
import type { TrackerPageView } from './tracker-page-view.js';
import { trackerHref, trackerPath } from './tracker-paths.js';
import { type SectionName, trackerNav } from './components/tracker-nav.js';

/** What a page of the tracker says of itself. */
export interface TrackerPageHead {
  /** Address without plan and day. */
  readonly path: string;
  readonly section: SectionName;
  readonly title: string;
  /** Above the headline, after the plan. */
  readonly kicker?: Child;
  readonly heading: Child;
  readonly lede?: Child;
  readonly description?: string;
  /** It tells of no other day. */
  readonly onlyToday?: boolean;
}

/** A page of the tracker: its sections, which plan and day it tells of, the page, another day. */
export function trackerPage(view: TrackerPageView, head: TrackerPageHead, body: Child, locale: TrackerLocale): string {
  const { path, title, heading, lede, kicker, description } = head;
  const { words, tracker } = locale;
  const [plan] = view.tracker.plan.plans;
  const documentHead = {
    title: fillText(words.site.title, { page: title, site: words.site.name }),
    path: trackerPath(view, path),
    section: 'commitments' as const,
    feeds: [{ format: 'atom' as const, href: trackerPath(view, '/feeds/compromisos.atom') }],
    ...(description !== undefined && { description }),
    ...(view.tracker.asOf !== undefined && { unlisted: true }),
  };
  return frame(
    view.site,
    documentHead,
    html`${trackerNav(view, head.section, locale)}
${view.tracker.asOf !== undefined && pastNotice(view, path, locale)}
<article class="tracker">
<header class="opening">
<p class="kicker"><span><a href="${trackerHref(view, `/planes/${encodeURIComponent(plan!.id)}`)}">${recorded(plan!.name, locale)}</a></span>${kicker !== undefined && html` <span>${kicker}</span>`}</p>
<h1${typeof heading === 'string' && heading.length > 60 && html` class="long"`}>${heading}</h1>
${lede !== undefined && html`<p class="lede">${lede}</p>`}
</header>
${body}
<footer class="tracker-foot">
${!head.onlyToday && dayForm(view, path, locale)}
<p class="note">${fillText(tracker.page.version, { version: view.tracker.version.slice(0, 12) })}</p>
</footer>
</article>`,
  );
}

function pastNotice(view: TrackerPageView, path: string, { tracker, words, language, ...locale }: TrackerLocale): Html {
  const day = formatDay(view.tracker.asOf!, { ...locale, words, language });
  const { asOf: _, ...now } = view.tracker;
  const today = trackerHref({ ...view, tracker: now }, path);
  return notice(
    fillText(tracker.page.past, { day }),
    html`<a href="${today}">${tracker.page.toPresent}</a>`,
    tracker.page.pastLabel,
  );
}

/** The page as it stood on another day. */
function dayForm(view: TrackerPageView, path: string, { tracker: words, language }: TrackerLocale): Html {
  const [plan] = view.tracker.plan.plans;
  return html`<form class="filter-line" action="${pathIn(language, path)}" method="get">
${plan!.id !== view.ownPlan && html`<input type="hidden" name="plan" value="${plan!.id}">`}
<div><label for="asof">${words.page.otherDay}</label> <input id="asof" name="asof" type="date" value="${view.tracker.asOf ?? ''}" max="9999-12-31"></div>
<button type="submit">${words.page.goToDay}</button>
</form>`;
}
