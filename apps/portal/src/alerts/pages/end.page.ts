import { fillText } from '../../fill.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { SiteView } from '../../views.js';
import { endPath, listPath } from '../alert-links.js';
import { type AlertWording, alertWords } from '../alert-words.js';
import { alertFrame, whatList } from './alert-frame.js';

/** Asks before an alert ends. @param signed id and signature of the link */
export function endAlertPage(site: SiteView, signed: string, what: readonly string[]): string {
  const { end } = alertWords(site.language);
  const body = html`<p class="lede">${end.lede}</p>
${whatList(what)}
<form method="post" action="${endPath(site.language, signed)}"><button class="button main" type="submit">${end.button}</button></form>`;
  return alertFrame(site, end.title, body);
}

export function endedAlertPage(site: SiteView): string {
  const { end } = alertWords(site.language);
  return alertFrame(site, end.done, html`<p class="lede">${end.doneLede}</p>`);
}

/** An alert in the list of its reader. */
export interface ListedAlert {
  readonly id: string;
  readonly every: string;
  readonly what: readonly string[];
}

/** All alerts of an address, each with its way out. It does not say the address: links get forwarded. */
export function alertListPage(site: SiteView, signed: string, alerts: readonly ListedAlert[]): string {
  const words = alertWords(site.language);
  const { list } = words;
  const body =
    alerts.length === 0
      ? html`<p class="lede">${list.none}</p>`
      : html`<ul class="plain-list">${alerts.map((one) => listed(site, signed, one, words))}</ul>
<form method="post" action="${listPath(site.language, signed)}"><button class="button" type="submit" name="alerta" value="todas">${list.removeAll}</button></form>`;
  return alertFrame(site, list.title, body);
}

function listed(site: SiteView, signed: string, { id, every, what }: ListedAlert, { list }: AlertWording): Html {
  const label = fillText(list.removeOne, { what: what.join(', ') });
  return html`<li>${whatList([...what, every])}
<form method="post" action="${listPath(site.language, signed)}"><button class="button" type="submit" name="alerta" value="${id}" aria-label="${label}">${list.remove}</button></form></li>
`;
}
