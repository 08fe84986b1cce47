import { missing } from '../../components/notice.js';
import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { committeeFacts } from '../components/committee-facts.js';
import { issueNotes } from '../components/issue-notes.js';
import { absent, quantityText } from '../components/said.js';
import { factList, section } from '../components/section.js';
import { sourceMark } from '../components/source-mark.js';
import { recorded, termOf, type TrackerLocale, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** The follow-up committees and the board on which they publish. */
export function committeesPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { committees: words } = locale.tracker;
  const { committees } = view.tracker.plan;
  const reported = committees.flatMap(({ reportedMeetings }) => reportedMeetings ?? [])[0];
  const heading = reported ? fillText(words.heading, { meetings: quantityText(reported, locale) }) : words.headingNone;
  const head = { path: '/comites', section: 'committees' as const, title: words.title, heading, lede: words.lede };
  const body = html`<div class="found">${
    committees.length === 0 ? missing(words.none) : committees.map((one) => committeeFacts(view, one, 'h2', locale))
  }${issueNotes(
    view,
    committees.map(({ id }) => id),
    locale,
  )}</div>
${section('tablero', words.board, boards(view, locale))}`;
  return trackerPage(view, head, body, locale);
}

function boards({ tracker: { plan } }: TrackerPageView, locale: TrackerLocale): Html {
  const { fields, committees: words } = locale.tracker;
  if (plan.monitoringBoards.length === 0) return missing(words.noBoard);
  return html`${plan.monitoringBoards.map(({ name, url, documentKinds, nulls, from }) => {
    const address = webAddress(url);
    const kinds = documentKinds.map(
      ({ kind, text }) =>
        html`<li>${recorded(text, locale)} <span class="aside-inline">(${kind.map((code) => termOf('evidenceKind', code, locale)).join(', ')})</span></li>`,
    );
    return html`<h3 class="part">${recorded(name, locale)}${sourceMark(from, plan, locale)}</h3>
${factList([
  [
    fields.website,
    address === undefined ? absent(nulls['url'], locale) : html`<a href="${address}" rel="external">${url}</a>`,
  ],
  [fields.documentKinds, html`<ul class="plain-list">${kinds}</ul>`],
  [fields.documentCount, absent(nulls['documentCount'], locale)],
  [fields.documentUrls, absent(nulls['documentUrls'], locale)],
])}`;
  })}`;
}
