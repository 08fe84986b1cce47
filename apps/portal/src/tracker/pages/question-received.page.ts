import type { Commitment } from '#tracker';
import { html } from '../../html.js';
import { trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** A question was taken: what happens with it now. */
export function questionReceivedPage(view: TrackerPageView, { number }: Commitment): string {
  const locale = trackerLocaleOf(view.site.language);
  const { questions: words } = locale.tracker;
  const head = {
    path: `${commitmentPath(number)}/preguntas`,
    section: 'commitments' as const,
    title: words.received,
    heading: words.received,
    lede: words.receivedLede,
  };
  const back = html`<div class="found"><p><a href="${trackerHref(view, commitmentPath(number))}">${words.back}</a></p></div>`;
  return trackerPage(view, head, back, locale);
}
