import type { Evidence, PlanRecord } from '#tracker';
import { linkNotes } from '../../components/link-notes.js';
import { html } from '../../html.js';
import type { Child, Html } from '../../html.js';
import { webAddress } from '../../links.js';
import { recorded, termOf, type TrackerLocale } from '../tracker-locale.js';
import type { TrackerPageView } from '../tracker-page-view.js';
import { titleOf } from '../find-in-plan.js';
import { orAbsent, partialDay } from './said.js';
import { pageOf } from './page-of.js';
import { sourceMark } from './source-mark.js';

/** Evidence with what it proves, of what, its address and the hash of the copy that is kept. */
export function evidenceList(view: TrackerPageView, list: readonly Evidence[], locale: TrackerLocale): Html {
  return html`<ul class="results evidence">${list.map((one) => evidenceRow(view, one, locale))}</ul>`;
}

function evidenceRow(view: TrackerPageView, evidence: Evidence, locale: TrackerLocale): Html {
  const { evidence: words } = locale.tracker;
  const { id, kind, title, target, proves, url, sha256, producedOn, access, from } = evidence;
  const { plan } = view.tracker;
  const file = view.tracker.files.some((one) => one.evidence === id);
  const address = webAddress(url);
  const page = pageOf(view, target);
  const of = recorded(titleOf(plan, target), locale);
  return html`<li id="${id}">
<p><strong>${address === undefined ? recorded(title, locale) : html`<a href="${address}" rel="external">${recorded(title, locale)}</a>`}</strong>${sourceMark(from, plan, locale)}</p>
<p class="facts"><span>${termOf('evidenceKind', kind, locale)}</span> <span>${orAbsent(producedOn && partialDay(producedOn, locale), evidence, 'producedOn', locale)}</span> <span>${words.of} ${page === undefined ? of : html`<a href="${page}">${of}</a>`}</span>${access !== undefined && access !== 'public' && html` <span>${termOf('access', access, locale)}</span>`}</p>
<p>${words.proves}: ${recorded(proves, locale)}</p>
${healthNotes(view, evidence, locale)}${sha256 === undefined ? html`<p class="missing">${words.noCopy}</p>` : html`<p class="facts">${words.copy} <span class="code hash">${sha256}</span>${file && html` <span><a href="${copyHref(plan, id)}">${words.saveCopy}</a></span>`}</p>`}
</li>
`;
}

function healthNotes({ links, tracker }: TrackerPageView, { id, url }: Evidence, locale: TrackerLocale): Child {
  const health = url === undefined ? undefined : links.get(url);
  const notes = health && linkNotes(health, locale);
  if (!notes || notes.length === 0) return false;
  const { evidence: words } = locale.tracker;
  const kept = tracker.files.some((one) => one.evidence === id);
  return html`<p class="attention">${notes.join(' ')}${kept && ` ${words.copyServes}`}</p>
`;
}

function copyHref({ plans }: PlanRecord, id: string): string {
  return `/api/v1/tracker/plans/${encodeURIComponent(plans[0]!.id)}/evidence/${encodeURIComponent(id)}/file`;
}
