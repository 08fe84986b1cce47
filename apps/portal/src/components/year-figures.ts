import { isTold } from '#ocds';
import type { Money } from '#ocds';
import { fillText, pluralOf } from '../fill.js';
import { formatMoney, sumInWords } from '../format/money.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { YearView } from '../home.view.js';
import { percentText } from './share-table.js';

/** A year in four figures, each of which leads to its rows. */
export function yearFigures(year: YearView, locale: Locale): Html {
  const { figures: words } = locale.words.home;
  const { processes, direct, suppliers } = year;
  const said = (plural: { readonly one: string; readonly other: string }, n: number) =>
    fillText(pluralOf(plural, n), { n: formatCount(n) });
  return html`<ul class="year-figures">
<li>${figure(year.processesHref, formatCount(processes), said(words.processes, processes), locale)}</li>
<li>${contracted(year, locale)}</li>
<li>${figure(year.directHref, percentText(direct, processes), said(words.direct, direct), locale)}</li>
<li>${figure(year.suppliersHref, formatCount(suppliers), said(words.suppliers, suppliers), locale)}</li>
</ul>
<p class="note">${words.note}</p>`;
}

function contracted({ contracted: sums }: YearView, locale: Locale): Child {
  const { figures: words } = locale.words.home;
  if (sums.length === 0) return html`<span class="missing">${words.notContracted}</span>`;
  return sums.map(({ money, processes, href }) => {
    const said = fillText(pluralOf(words.contracted, processes), { n: formatCount(processes) });
    return figure(href, spoken(money, locale), said, locale);
  });
}

function figure(href: string, value: string, said: string, { language }: Locale): Html {
  return html`<a href="${pathIn(language, href)}"><strong>${value}</strong> <span>${said}</span></a>`;
}

function spoken(money: Money, locale: Locale): string {
  return sumInWords(money, locale) ?? (isTold(money) ? formatMoney(money, locale) : locale.words.amount.missing);
}
