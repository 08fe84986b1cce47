import { fillText } from '../../fill.js';
import { frame } from '../../frame.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { localeOf } from '../../locale.js';
import type { SiteView } from '../../views.js';

/** A page about somebody's alerts: kept out of search engines, with an address that is nobody else's business. */
export function alertFrame(site: SiteView, heading: string, body: Html): string {
  const { words } = localeOf(site.language);
  const title = fillText(words.site.title, { page: heading, site: words.site.name });
  const content = html`<div class="opening entry">
<h1>${heading}</h1>
${body}
</div>`;
  return frame(site, { title, unlisted: true }, content);
}

/** What an alert follows, line by line. */
export function whatList(lines: readonly string[]): Html {
  return html`<ul class="alert-what">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
