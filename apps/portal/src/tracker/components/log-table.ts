import type { StatusEvent } from '#tracker';
import { localDay } from '#tracking';
import { dayInTable } from '../../components/day.js';
import { table } from '../../components/table.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { termInLog } from './log-terms.js';
import { recorded, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { titleOf } from '../find-in-plan.js';
import { pageOf } from './page-of.js';
import { sessionOf } from './session-of.js';

/** Lines of the public log, newest first: what changed, from what to what, who, in which role, why. */
export function logTable(view: TrackerPageView, events: readonly StatusEvent[], locale: TrackerLocale): Html {
  const { history: words } = locale.tracker;
  const columns = [
    { label: words.line, kind: 'figure' as const },
    { label: words.recordedAt, kind: 'day' as const },
    { label: words.what },
    { label: words.change },
    { label: words.who },
    { label: words.why },
  ];
  const rows = events.toSorted((one, other) => other.seq - one.seq).map((event) => logRow(view, event, locale));
  return table({ caption: words.caption, columns, rows });
}

function logRow(view: TrackerPageView, event: StatusEvent, locale: TrackerLocale): readonly Child[] {
  const { seq, entityId, recordedAt, effectiveOn, field, from, to, actorRole, actorOrganisation, reason } = event;
  const { history: words } = locale.tracker;
  const recordedOn = localDay(new Date(recordedAt));
  const title = recorded(titleOf(view.tracker.plan, entityId), locale);
  const page = pageOf(view, entityId);
  const session = sessionOf(view, [event], locale);
  const since = effectiveOn !== recordedOn && html` <span class="aside">${words.effective} ${effectiveOn}</span>`;
  return [
    html`<span id="renglon-${seq}">${seq}</span>`,
    html`${dayInTable(recordedOn, locale)}${since}`,
    page === undefined ? title : html`<a href="${page}">${title}</a>`,
    html`${termInLog(field, null, locale)}: ${from !== null && html`<del>${told(field, from, locale)}</del> → `}${to === null ? '—' : html`<strong>${told(field, to, locale)}</strong>`}`,
    html`${termInLog('role', actorRole, locale)}${actorOrganisation !== null && html`, ${recorded(actorOrganisation, locale)}`}`,
    html`${reason !== null && recorded(reason, locale)}${session && html` <span class="aside">${words.agreedIn} ${session}</span>`}`,
  ];
}

/** A hash breaks where it must; a word does not. */
function told(field: string, value: string, locale: TrackerLocale): Child {
  const term = termInLog(field, value, locale);
  return /^[0-9a-f]{64}$/.test(term) ? html`<span class="code hash">${term}</span>` : term;
}
