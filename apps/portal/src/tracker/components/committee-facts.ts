import type { Committee } from '#tracker';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { trackerHref } from '../tracker-paths.js';
import { absent, orAbsent, quantity } from './said.js';
import { factList } from './section.js';
import { sourceMark } from './source-mark.js';

/** A follow-up committee: who it must have, how often it met, what is not known of it. */
export function committeeFacts(
  view: TrackerPageView,
  committee: Committee,
  heading: 'h2' | 'h3',
  locale: TrackerLocale,
): Html {
  const { plan } = view.tracker;
  const { fields, committees: words } = locale.tracker;
  const {
    name,
    createdBy,
    sectorsRequired,
    reportedMeetings,
    commitments = [],
    count,
    nulls,
    from,
    fieldFrom,
  } = committee;
  const numbers = plan.commitments.flatMap(({ id, number }) => (commitments.includes(id) ? [number] : []));
  const lack = (field: string) => absent(nulls[field], locale);
  const title = html`${recorded(name, locale)}${sourceMark(from, plan, locale)}`;
  return html`${heading === 'h2' ? html`<h2 class="part">${title}</h2>` : html`<h3 class="part">${title}</h3>`}
${factList([
  [fields.createdBy, orAbsent(createdBy && recorded(createdBy, locale), committee, 'createdBy', locale)],
  [
    fields.sectorsRequired,
    orAbsent(sectorsRequired && recorded(sectorsRequired.join(', '), locale), committee, 'sectorsRequired', locale),
  ],
  [
    fields.commitments,
    html`${numbers.map((n, at) => html`${at > 0 && ', '}<a href="${trackerHref(view, `/comites/${n}`)}">${n}</a>`)}${fieldFrom['commitments'] && sourceMark(fieldFrom['commitments'], plan, locale)}`,
  ],
  [fields.count, count === undefined ? lack('count') : String(count)],
  [
    fields.reportedMeetings,
    html`${orAbsent(reportedMeetings && quantity(reportedMeetings, locale), committee, 'reportedMeetings', locale)}${commitments.length > 1 && html` <span class="aside-inline">(${words.together})</span>`}`,
  ],
  [fields.members, lack('members')],
  [fields.meetingDates, lack('meetingDates')],
  [fields.minutes, lack('minutes')],
  [fields.attendance, lack('attendance')],
])}`;
}
