import { dayOf } from '#ocds';
import { dayInText } from '../components/day.js';
import { fill, fillText } from '../fill.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import type { ErrorView, Withdrawal } from '../views.js';

/** A page that says why the one asked for is not here: bad request, nothing there, withdrawn, or our fault. */
export function errorPage(view: ErrorView): string {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const title = fillText(words.site.title, { page: words.error[view.status].title, site: words.site.name });
  return frame(view.site, { title, unlisted: true }, content(view, locale));
}

function content({ status, detail, ocid, withdrawal }: ErrorView, locale: Locale): Html {
  const { words, language } = locale;
  return html`<div class="opening">
<h1>${words.error[status].title}</h1>
<p class="lede">${words.error[status].body}</p>
${ocid !== undefined && html`<p>${words.process.ocid}: <span class="code">${ocid}</span></p>`}
${detail !== undefined && html`<p>${fillText(words.error.detail, { detail })}</p>`}
${withdrawal && tombstone(maskStory(withdrawal, words.mask), locale)}
<p><a href="${pathIn(language, '/')}">${words.error.home}</a> · <a href="${pathIn(language, '/procesos')}">${words.error.all}</a></p>
</div>`;
}

function tombstone({ date, reason, legalGround, by }: Withdrawal, locale: Locale): Html {
  const { error: words } = locale.words;
  const day = dayOf(date);
  const shown = day === undefined ? date : dayInText(day, locale);
  return html`<p>${by === undefined ? fill(words.withdrawnOn, { day: shown }) : fill(words.withdrawnBy, { day: shown, by })}</p>
<p>${fillText(words.reason, { reason })}</p>
${legalGround !== undefined && html`<p>${fillText(words.legalGround, { ground: legalGround })}</p>`}`;
}
