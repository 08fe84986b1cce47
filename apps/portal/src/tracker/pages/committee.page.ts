import type { Commitment } from '#tracker';
import { missing } from '../../components/notice.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import { committeeFacts } from '../components/committee-facts.js';
import { issueNotes } from '../components/issue-notes.js';
import { recorded, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { commitmentPath, trackerHref } from '../tracker-paths.js';

/** The committee that follows a commitment, or that none is known. */
export function committeePage(view: TrackerPageView, { id, number, title }: Commitment): string {
  const locale = trackerLocaleOf(view.site.language);
  const { committees: words, commitment } = locale.tracker;
  const heading = fillText(words.one, { n: number });
  const head = {
    path: `/comites/${number}`,
    section: 'committees' as const,
    title: heading,
    kicker: html`<a href="${trackerHref(view, '/comites')}">${words.title}</a>`,
    heading,
    lede: recorded(title, locale),
  };
  const own = view.tracker.plan.committees.filter(({ commitments = [] }) => commitments.includes(id));
  const ids = own.map((one) => one.id);
  const facts =
    own.length === 0 ? missing(commitment.noCommittee) : own.map((one) => committeeFacts(view, one, 'h2', locale));
  const to = fillText(words.toCommitment, { n: number });
  const body = html`<div class="found">${facts}${issueNotes(view, ids, locale)}
<p class="take-away"><a href="${trackerHref(view, commitmentPath(number))}">${to}</a></p></div>`;
  return trackerPage(view, head, body, locale);
}
