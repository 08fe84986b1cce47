import { amounts } from '../components/amount.js';
import { missing } from '../components/notice.js';
import { pager } from '../components/pager.js';
import { scopeNav } from '../components/scope-nav.js';
import { table } from '../components/table.js';
import { fillText, pluralOf } from '../fill.js';
import { formatCount } from '../format/number.js';
import { frame } from '../frame.js';
import { sharedNames } from '../format/shared-names.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { partyPath, pathIn } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import type { PartyLine, PartyListView } from '../views.js';

/** Suppliers or buyers: those with the most pesos, or those whose name is like what was searched. */
export function partiesPage(view: PartyListView): string {
  const locale = localeOf(view.site.language);
  const words = locale.words.partyLists[`${view.side}s`];
  const title = fillText(locale.words.site.title, { page: words.title, site: locale.words.site.name });
  const head = { title, path: pathOf(view), unlisted: view.query !== '', ownSearch: true };
  return frame(view.site, { ...head, section: `${view.side}s` }, content(view, locale));
}

function pathOf({ side, query, year }: PartyListView): string {
  const path = side === 'buyer' ? '/compradores' : '/proveedores';
  const asked = [
    ...(query === '' ? [] : [`q=${encodeURIComponent(query.toWellFormed())}`]),
    ...(year === undefined ? [] : [`year=${year}`]),
  ];
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}

function content(view: PartyListView, locale: Locale): Html {
  const words = locale.words.partyLists[`${view.side}s`];
  const { language } = locale;
  return html`<div class="opening">
<h1>${headline(view, locale)}</h1>
${searchForm(view, locale)}
${scopeNav(`${view.side}s`, view.query, locale)}
${view.year !== undefined && html`<p><a href="${pathIn(language, pathOf({ ...view, year: undefined }))}">${words.allYears}</a></p>`}
</div>
<section class="found">
${view.rows.length === 0 ? missing(words.none) : partyTable(view, locale)}
${pager(view, locale)}
</section>`;
}

function headline({ side, query, year, total }: PartyListView, { words }: Locale): string {
  const { capped, [`${side}s` as const]: own } = words.partyLists;
  if (query !== '') return fillText(own.headingFor, { query });
  if (total.value === 0) return own.headingNone;
  const figure = formatCount(total.value);
  const n = total.capped ? fillText(capped, { n: figure }) : figure;
  return year === undefined
    ? fillText(pluralOf(own.heading, total.value), { n })
    : fillText(pluralOf(own.headingYear, total.value), { n, year });
}

function searchForm({ side, query, year }: PartyListView, { words, language }: Locale): Html {
  const { label, hint } = words.partyLists[`${side}s`];
  return html`<form class="search" role="search" action="${pathIn(language, side === 'buyer' ? '/compradores' : '/proveedores')}" method="get">
<label for="q">${label}</label>
<div class="search-line"><input id="q" name="q" type="search" value="${query}" autocomplete="off" spellcheck="false" maxlength="200" aria-describedby="q-hint"><button type="submit">${words.search.button}</button></div>
<p class="hint" id="q-hint">${hint}</p>
${year !== undefined && html`<input type="hidden" name="year" value="${String(year)}">`}
</form>`;
}

function partyTable({ side, rows, query }: PartyListView, locale: Locale): Html {
  const { party, partyLists: parties } = locale.words;
  const columns = [
    { label: parties.name },
    { label: party.processes, kind: 'figure' as const },
    ...(side === 'supplier' ? [{ label: party.awards, kind: 'figure' as const }] : []),
    { label: side === 'supplier' ? party.wonMoney : party.spentMoney, kind: 'figure' as const },
    { label: party.years },
  ];
  const caption = query === '' ? parties[`${side}s`].caption : parties[`${side}s`].captionFor;
  const shared = sharedNames(rows.map(({ name }) => name));
  return html`${table({ caption, columns, rows: rows.map((row) => partyRow(row, side, shared.has(row.name), locale)) })}
<p class="note">${party.moneyNote}</p>`;
}

function partyRow(row: PartyLine, side: PartyListView['side'], isTwin: boolean, locale: Locale): readonly Child[] {
  return [
    html`<a href="${pathIn(locale.language, partyPath(side, row.id))}">${row.name}</a>${isTwin && html` <span class="aside">${row.id}</span>`}`,
    formatCount(row.processes),
    ...(side === 'supplier' ? [formatCount(row.won ?? 0)] : []),
    amounts(row.money, locale),
    yearsText(row, locale),
  ];
}

/** From the first year to the last. */
export function yearsText(
  { firstYear, lastYear }: Pick<PartyLine, 'firstYear' | 'lastYear'>,
  { words }: Locale,
): string {
  if (firstYear === undefined || lastYear === undefined) return words.common.noDate;
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}
