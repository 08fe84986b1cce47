import { alertOffer } from '../alerts/alert-form.js';
import { amountFilter, facets, filterChips } from '../components/facets.js';
import { pager } from '../components/pager.js';
import { resultList } from '../components/result-row.js';
import { scopeNav } from '../components/scope-nav.js';
import { searchBox } from '../components/search-box.js';
import { searchHelp } from '../components/search-help.js';
import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn, searchPath } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale, Wording } from '../locale.js';
import type { SearchView } from '../search.view.js';
import type { FacetGroup } from '../views.js';

/** Results of a search, or every process when nothing was searched. */
export function searchPage(view: SearchView): string {
  const locale = localeOf(view.site.language);
  const head = {
    title: titleOf(view, locale),
    path: searchPath(view.query),
    unlisted: view.query !== '',
    ownSearch: true,
  };
  return frame(view.site, { ...head, section: 'processes' }, content(view, locale));
}

function content(view: SearchView, locale: Locale): Html {
  const { query, kept = [], rows } = view;
  const groups = (view.facets ?? []).filter(({ options }) => options.length > 0);
  return html`<div class="opening">
<h1>${headline(view, locale)}</h1>
${searchBox({ query, kept }, locale)}
${scopeNav('processes', query, locale)}
</div>
${filterChips(view.filters ?? [], locale)}
<div class="finding${groups.length > 0 && ' with-facets'}">
${groups.length > 0 && facetColumn(view, groups, locale)}
<section class="found" aria-label="${locale.words.search.rows}">
${rows.length === 0 ? emptyResult(view, locale) : resultRows(view, locale)}
${alertOffer(view.site, view.alert)}
</section>
</div>`;
}

// Closed on a phone; beside the results, where there is room, the stylesheet keeps it open.
function facetColumn(view: SearchView, groups: readonly FacetGroup[], locale: Locale): Html {
  return html`<aside class="facets" aria-label="${locale.words.search.filters}">
<details><summary>${locale.words.search.filters}</summary>
<div class="facet-groups">${facets(groups, locale)}${amountFilter(view, locale)}
${view.facetsCapped && html`<p class="note">${locale.words.search.facetsCapped}</p>`}</div>
</details>
</aside>`;
}

function resultRows(view: SearchView, locale: Locale): Html {
  return html`<div class="list-head">${rangeNote(view, locale)}${sortLinks(view, locale)}</div>
${amountNote(view, locale)}
${resultList(view.rows, 'h2', locale)}
${pager(view, locale)}
${takeAway(view, locale)}`;
}

/** The result as files, and the feeds that tell what is new in it. */
function takeAway({ downloads = [], feeds = [] }: SearchView, locale: Locale): Html | false {
  const { search: words } = locale.words;
  if (downloads.length === 0 && feeds.length === 0) return false;
  return html`<p class="take-away">${words.download}: ${links(downloads, locale)}${
    feeds.length > 0 && html` · ${words.follow}: ${links(feeds, locale)}`
  }</p>`;
}

function links(all: readonly { readonly format: keyof Wording['formats']; readonly href: string }[], locale: Locale) {
  return all.map(({ format, href }, n) => html`${n > 0 && ', '}<a href="${href}">${locale.words.formats[format]}</a>`);
}

function rangeNote({ first, rows }: SearchView, { words }: Locale): Html | false {
  if (first === undefined) return false;
  const last = first + rows.length - 1;
  return html`<p>${fillText(words.search.range, { first: formatCount(first), last: formatCount(last) })}</p>`;
}

function sortLinks({ sorts = [] }: SearchView, { words, language }: Locale): Html | false {
  if (sorts.length === 0) return false;
  return html`<p class="sorts">${words.search.sort} ${sorts.map(({ by, href, active }, index) => {
    const label = words.search.sorts[by];
    const choice = active
      ? html`<strong aria-current="true">${label}</strong>`
      : html`<a href="${pathIn(language, href)}">${label}</a>`;
    return html`${index > 0 && ' · '}${choice}`;
  })}</p>`;
}

/** By amount there is only what has one, in one currency. */
function amountNote({ sorts = [], amounts }: SearchView, { words }: Locale): Html | false {
  const byAmount = sorts.some(({ by, active }) => by === 'amount' && active);
  return (
    byAmount &&
    amounts !== undefined &&
    html`<p class="note">${fillText(words.search.sortedByAmount, { currency: amounts.currency })}</p>`
  );
}

function emptyResult({ filters = [], help }: SearchView, locale: Locale): Html {
  const { words, language } = locale;
  return html`<div class="prose">
${help && searchHelp(help, locale)}
<p>${words.search.emptyAdvice}</p>
${filters.length > 0 && html`<p>${words.search.emptyFilters}</p>`}
<p><a href="${pathIn(language, '/procesos')}">${words.search.emptyAll}</a></p>
</div>`;
}

function headline({ query, total }: SearchView, { words }: Locale): string {
  if (total.value === 0) return query === '' ? words.search.none : fillText(words.search.noneFor, { query });
  const plural = query === '' ? words.search.heading : words.search.headingFor;
  return fillText(pluralOf(plural, total.value), { n: totalText({ total }, words), query });
}

function titleOf({ query, total }: SearchView, { words }: Locale): string {
  const found = fillText(words.search.titleFor, { query, count: totalText({ total }, words) });
  return fillText(words.site.title, { page: query === '' ? words.search.title : found, site: words.site.name });
}

function totalText({ total }: Pick<SearchView, 'total'>, words: Locale['words']): string {
  const n = formatCount(total.value);
  return total.capped ? fillText(words.search.capped, { n }) : n;
}
