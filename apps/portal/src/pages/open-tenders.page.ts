import { alertOffer } from '../alerts/alert-form.js';
import { missing } from '../components/notice.js';
import { resultList } from '../components/result-row.js';
import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { codeLabel, localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { OpenTendersView } from '../views.js';

const PATH = '/licitaciones-abiertas';
const CATEGORIES = ['goods', 'services', 'works'] as const;

/** Tenders that take offers, the nearest deadline first, by category and amount. */
export function openTendersPage(view: OpenTendersView): string {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const title = fillText(words.site.title, { page: words.openTenders.title, site: words.site.name });
  const head = { title, description: words.openTenders.description, path: PATH, section: 'open' as const };
  return frame(view.site, { ...head, feeds: view.feeds }, content(view, locale));
}

function content(view: OpenTendersView, locale: Locale): Html {
  const { openTenders: words } = locale.words;
  const { rows } = view;
  const count = { n: formatCount(rows.length) };
  const heading = view.capped ? words.headingCapped : pluralOf(words.heading, rows.length);
  return html`<div class="opening">
<h1>${rows.length === 0 ? words.none : fillText(heading, count)}</h1>
<p class="lede">${words.lede}</p>
${filterForm(view, locale)}
</div>
<section class="found" aria-label="${words.title}">
${rows.length === 0 ? missing(words.noneAdvice) : resultList(rows, 'h2', locale)}
${follow(view, locale)}
${alertOffer(view.site, view.alert)}
</section>`;
}

function filterForm({ category, min, max }: OpenTendersView, locale: Locale): Html {
  const { openTenders: words, search } = locale.words;
  return html`<form class="filter-line" action="${pathIn(locale.language, PATH)}" method="get">
<div><label for="filtro-category">${search.facets.category}</label> <select id="filtro-category" name="category"><option value="">${words.anyCategory}</option>${CATEGORIES.map(
    (code) =>
      html`<option value="${code}"${code === category && html` selected`}>${codeLabel(locale, 'category', code)}</option>`,
  )}</select></div>
<div><label for="filtro-min">${words.min}</label> <input id="filtro-min" name="min" inputmode="decimal" pattern="[0-9]{1,15}([.][0-9]{1,2})?" value="${min ?? ''}"></div>
<div><label for="filtro-max">${words.max}</label> <input id="filtro-max" name="max" inputmode="decimal" pattern="[0-9]{1,15}([.][0-9]{1,2})?" value="${max ?? ''}"></div>
<button type="submit">${words.apply}</button>
</form>`;
}

function follow({ feeds }: OpenTendersView, { words }: Locale): Html {
  return html`<p class="take-away">${words.openTenders.follow}: ${feeds.map(
    ({ format, href }, n) => html`${n > 0 && ', '}<a href="${href}">${words.formats[format]}</a>`,
  )}. ${words.openTenders.calendar}</p>`;
}
