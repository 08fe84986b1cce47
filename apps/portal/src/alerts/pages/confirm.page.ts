import { html } from '../../html.js';
import { pathIn } from '../../links.js';
import type { SiteView } from '../../views.js';
import { confirmPath } from '../alert-links.js';
import { alertWords } from '../alert-words.js';
import { alertFrame, whatList } from './alert-frame.js';

/** Where the mailed link leads: it confirms nothing by being opened, since programs open links too. */
export function confirmAlertPage(site: SiteView, token: string, what: readonly string[]): string {
  const { confirm } = alertWords(site.language);
  const body = html`<p class="lede">${confirm.lede}</p>
${whatList(what)}
<form method="post" action="${confirmPath(site.language, token)}"><button class="button main" type="submit">${confirm.button}</button></form>`;
  return alertFrame(site, confirm.title, body);
}

/** @param path of what is followed, in Spanish form */
export function confirmedAlertPage(site: SiteView, what: readonly string[], path: string): string {
  const { confirmed, back } = alertWords(site.language);
  const body = html`<p class="lede">${confirmed.lede}</p>
${whatList(what)}
<p>${confirmed.leave}</p>
<p><a href="${pathIn(site.language, path)}">${back}</a></p>`;
  return alertFrame(site, confirmed.title, body);
}

/** A mailed link that leads nowhere: to confirm by, or another one. */
export function spentAlertPage(site: SiteView, kind: 'confirm' | 'link'): string {
  const { spent, back } = alertWords(site.language);
  const body = html`<p class="lede">${spent[kind]}</p>
<p><a href="${pathIn(site.language, '/procesos')}">${back}</a></p>`;
  return alertFrame(site, spent.title, body);
}
