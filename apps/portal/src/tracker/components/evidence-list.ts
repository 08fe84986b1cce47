import type { Evidence } from '#tracker';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
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
  const address = webAddress(url);
  const page = pageOf(view, target);
  const of = recorded(titleOf(plan, target), locale);
  return html`<li id="${id}">
<p><strong>${address === undefined ? recorded(title, locale) : html`<a href="${address}" rel="external">${recorded(title, locale)}</a>`}</strong>${sourceMark(from, plan, locale)}</p>
<p class="facts"><span>${termOf('evidenceKind', kind, locale)}</span> <span>${orAbsent(producedOn && partialDay(producedOn, locale), evidence, 'producedOn', locale)}</span> <span>${words.of} ${page === undefined ? of : html`<a href="${page}">${of}</a>`}</span>${access !== undefined && access !== 'public' && html` <span>${termOf('access', access, locale)}</span>`}</p>
<p>${words.proves}: ${recorded(proves, locale)}</p>
${sha256 === undefined ? html`<p class="missing">${words.noCopy}</p>` : html`<p class="facts">${words.copy} <span class="code hash">${sha256}</span></p>`}
</li>
`;
}
