import type { ItemLine } from '#ocds';
import { amount } from '../components/amount.js';
import { dateInTable } from '../components/day.js';
import { missing } from '../components/notice.js';
import { pager } from '../components/pager.js';
import { scopeNav } from '../components/scope-nav.js';
import { searchBox } from '../components/search-box.js';
import { table } from '../components/table.js';
import { fillText, pluralOf } from '../fill.js';
import { formatCount, formatQuantity } from '../format/number.js';
import { frame } from '../frame.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn, processPath } from '../links.js';
import { localeOf } from '../locale.js';
import type { Locale } from '../locale.js';
import { maskStory } from '../privacy/mask-story.js';
import type { FoundItems, ItemsView } from '../search.view.js';

/** What was bought, line by line, wherever the words are in its description or its class. */
export function itemsPage(view: ItemsView): string {
  const locale = localeOf(view.site.language);
  const { words } = locale;
  const path = view.query === '' ? '/partidas' : `/partidas?q=${encodeURIComponent(view.query.toWellFormed())}`;
  const title = fillText(words.site.title, { page: words.itemSearch.title, site: words.site.name });
  const head = { title, path, unlisted: view.query !== '', ownSearch: true, section: 'processes' as const };
  return frame(view.site, head, content(view, locale));
}

function content(view: ItemsView, locale: Locale): Html {
  const { itemSearch: words } = locale.words;
  const { query } = view;
  return html`<div class="opening">
<h1>${query === '' ? words.heading : fillText(words.headingFor, { query })}</h1>
${searchBox({ query, scope: 'items' }, locale)}
${scopeNav('items', query, locale)}
</div>
${query !== '' && found(view, locale)}`;
}

function found(view: ItemsView, locale: Locale): Html {
  const { itemSearch: words } = locale.words;
  return html`<section class="found">
${view.found.length === 0 ? missing(view.next === undefined ? words.none : words.noneHere) : itemsTable(maskStory(view.found, locale.words.mask), locale)}
${pager(view, locale)}
</section>`;
}

function itemsTable(all: readonly FoundItems[], locale: Locale): Html {
  const { itemSearch: words, items } = locale.words;
  const columns = [
    { label: items.description },
    { label: items.quantity, kind: 'figure' as const },
    { label: items.unitPrice, kind: 'figure' as const },
    { label: words.process },
    { label: words.day, kind: 'day' as const },
  ];
  const rows = all.flatMap((one) => one.lines.map((line, n) => itemRow(one, line, n === one.lines.length - 1, locale)));
  return html`${table({ caption: words.caption, columns, rows, wide: true })}
<p class="note">${words.note}</p>`;
}

function itemRow(process: FoundItems, line: ItemLine, isLast: boolean, locale: Locale): readonly Child[] {
  const { items, common, row, itemSearch } = locale.words;
  const { ocid, title, localNumber, buyer, date, more } = process;
  const quantity = line.quantity === undefined ? common.notReported : formatQuantity(line.quantity);
  const name = title ?? fillText(common.untitled, { number: localNumber ?? ocid });
  return [
    [
      line.description ?? html`<span class="missing">${items.noDescription}</span>`,
      line.classification !== undefined && html` <span class="aside">${line.classification}</span>`,
      isLast &&
        more > 0 &&
        html` <span class="aside">${fillText(pluralOf(itemSearch.more, more), { n: formatCount(more) })}</span>`,
    ],
    html`${quantity}${line.unit && html` <span class="unit">${line.unit.toLowerCase()}</span>`}`,
    amount(line.unitPrice, locale),
    html`<a href="${pathIn(locale.language, processPath(ocid))}#partidas">${name}</a> <span class="aside">${buyer ?? row.noBuyer}</span>`,
    dateInTable(date, locale),
  ];
}
