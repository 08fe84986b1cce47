import { html } from '../../html.js';
import type { SiteView } from '../../views.js';
import { alertForm, type RefusedAlert } from '../alert-form.js';
import type { AlertTarget } from '../alert-target.js';
import { alertWords } from '../alert-words.js';
import { alertFrame, whatList } from './alert-frame.js';

export interface RefusedView {
  readonly site: SiteView;
  /** Undefined when it makes no sense: then there is nothing to try again here. */
  readonly target: AlertTarget | undefined;
  readonly what: readonly string[];
  readonly refused: RefusedAlert;
}

/** An alert that was not taken: why, and the form again with what was written. */
export function refusedAlertPage({ site, target, what, refused }: RefusedView): string {
  const words = alertWords(site.language);
  const body = html`${refused.field === undefined && html`<p class="lede" role="alert">${refused.fault}</p>`}
${whatList(what)}
${target !== undefined && alertForm(site.language, target, refused)}`;
  return alertFrame(site, words.refused, body);
}

/** An alert was asked for, whoever it was and whatever is known of the address. */
export function askedAlertPage(site: SiteView): string {
  const { received } = alertWords(site.language);
  return alertFrame(
    site,
    received.title,
    html`<p class="lede">${received.lede}</p>
<p>${received.missing}</p>`,
  );
}
