import { missing } from '../../components/notice.js';
import { table } from '../../components/table.js';
import { fillText, pluralOf } from '../../fill.js';
import { html } from '../../html.js';
import type { Child } from '../../html.js';
import { issueNotes } from '../components/issue-notes.js';
import { orAbsent, partialDay } from '../components/said.js';
import { sessionLink } from '../components/session-of.js';
import { sourceMark } from '../components/source-mark.js';
import { organisationName } from '../find-in-plan.js';
import { recorded, termOf, trackerLocaleOf } from '../tracker-locale.js';
import { trackerPage } from '../tracker-page.js';
import type { TrackerPageView } from '../tracker-page-view.js';

/** What the sessions agreed on, with who does it, by when, and whether it was done. */
export function agreementsPage(view: TrackerPageView): string {
  const locale = trackerLocaleOf(view.site.language);
  const { agreements: words } = locale.tracker;
  const { plan } = view.tracker;
  const columns = [
    { label: words.agreement },
    { label: words.session },
    { label: words.responsible },
    { label: words.due },
    { label: words.state },
  ];
  const rows = plan.agreements.map((one): readonly Child[] => {
    const { id, title, text, session, alsoIn, responsible, due, state, from, fieldFrom } = one;
    return [
      html`<span id="${id}"><strong>${recorded(title, locale)}</strong></span><span class="aside">${recorded(text, locale)}</span>${sourceMark(from, plan, locale)}`,
      html`${sessionLink(view, session, locale)}${alsoIn !== undefined && html`<span class="aside">${words.alsoIn} ${sessionLink(view, alsoIn, locale)}${fieldFrom['alsoIn'] && sourceMark(fieldFrom['alsoIn'], plan, locale)}</span>`}`,
      orAbsent(responsible && recorded(organisationName(plan, responsible), locale), one, 'responsible', locale),
      orAbsent(due && partialDay(due, locale), one, 'due', locale),
      orAbsent(state && termOf('agreementState', state, locale), one, 'state', locale),
    ];
  });
  const n = rows.length;
  const head = {
    path: '/acuerdos',
    section: 'agreements' as const,
    title: words.title,
    heading: fillText(pluralOf(words.heading, n), { n }),
    lede: words.lede,
  };
  const list = n === 0 ? missing(words.none) : table({ caption: words.caption, columns, rows });
  const notes = issueNotes(
    view,
    plan.agreements.map(({ id }) => id),
    locale,
  );
  return trackerPage(view, head, html`<div class="found">${list}${notes}</div>`, locale);
}
