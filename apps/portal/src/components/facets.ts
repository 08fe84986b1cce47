import { fillText } from '../fill.js';
import { formatDay } from '../format/day.js';
import { formatCount, groupThousands } from '../format/number.js';
import { sharedNames } from '../format/shared-names.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { FacetName } from '#search';
import type { SearchView } from '../search.view.js';
import type { ActiveFilter, FacetGroup, FacetOption } from '../views.js';

/** Ways to narrow a result, each with the number of rows it would leave. */
export function facets(groups: readonly FacetGroup[], locale: Locale): Html {
  return html`${groups.map((group) => facetGroup(group, locale))}`;
}

/** The filters in force, each with a link that takes it off. */
export function filterChips(filters: readonly ActiveFilter[], locale: Locale): Html | false {
  if (filters.length === 0) return false;
  return html`<ul class="chips" aria-label="${locale.words.search.active}">${filters.map(
    (filter) => html`<li>${chip(filter, locale)}</li>
`,
  )}</ul>`;
}

/** A form for the limits of the amount, which keeps the other filters. Amounts are of one currency. */
export function amountFilter(
  { amounts, query, kept = [] }: Pick<SearchView, 'amounts' | 'query' | 'kept'>,
  locale: Locale,
): Html | false {
  if (amounts === undefined) return false;
  const { search: words } = locale.words;
  const others = kept.filter(({ name }) => name !== 'min' && name !== 'max');
  return html`<section class="facet">
<h2>${fillText(words.amounts.heading, { currency: amounts.currency })}</h2>
<form class="amounts" action="${pathIn(locale.language, '/procesos')}" method="get">
${query !== '' && html`<input type="hidden" name="q" value="${query}">`}
${others.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div><label for="filtro-min">${words.amounts.min}</label> <input id="filtro-min" name="min" inputmode="decimal" pattern="[0-9]{1,15}([.][0-9]{1,2})?" value="${amounts.min ?? ''}"></div>
<div><label for="filtro-max">${words.amounts.max}</label> <input id="filtro-max" name="max" inputmode="decimal" pattern="[0-9]{1,15}([.][0-9]{1,2})?" value="${amounts.max ?? ''}"></div>
<button type="submit">${words.amounts.button}</button>
</form>
</section>`;
}

function facetGroup({ name, options }: FacetGroup, locale: Locale): Html {
  const told = toldApart(options);
  return html`<section class="facet">
<h2>${locale.words.search.facets[name]}</h2>
${optionList(name, told.slice(0, SHOWN), locale)}
${
  options.length > SHOWN &&
  html`<details><summary>${fillText(locale.words.search.otherOptions, { n: formatCount(options.length - SHOWN) })}</summary>${optionList(name, told.slice(SHOWN), locale)}</details>`
}
</section>`;
}

function toldApart(options: readonly FacetOption[]): readonly FacetOption[] {
  const shared = sharedNames(options.map(({ label }) => label));
  return options.map((option) =>
    shared.has(option.label) ? { ...option, label: `${option.label} (${option.value})` } : option,
  );
}

/** Options of a facet that are seen at once. */
const SHOWN = 6;

function optionList(name: FacetName, options: readonly FacetOption[], locale: Locale): Html {
  return html`<ul>${options.map(
    (option) => html`<li>${facetOption(name, option, locale)}</li>
`,
  )}</ul>`;
}

function facetOption(name: FacetName, option: FacetOption, locale: Locale): Html {
  const label = labelOf(name, option, locale);
  const count = html`<span class="count">${formatCount(option.count)}</span>`;
  if (option.active)
    return html`<strong>${label} <span class="chosen">(${locale.words.search.chosen})</span></strong> ${count}`;
  return html`<a href="${pathIn(locale.language, option.href)}">${label}</a> ${count}`;
}

/** A filter in words. */
export function filterText(filter: ActiveFilter, locale: Locale): { readonly name: string; readonly value: string } {
  return { name: locale.words.search.facets[filter.name], value: labelOf(filter.name, filter, locale) };
}

function chip(filter: ActiveFilter, locale: Locale): Html {
  const { name, value } = filterText(filter, locale);
  const label = fillText(locale.words.search.removeFilter, { name, value });
  return html`<span class="chip-name">${name}:</span> ${value} <a href="${pathIn(locale.language, filter.removeHref)}" aria-label="${label}">${locale.words.search.remove}</a>`;
}

function labelOf(
  name: ActiveFilter['name'],
  { value, label }: { readonly value: string; readonly label?: string | undefined },
  locale: Locale,
): string {
  if (label !== undefined) return label;
  if (name === 'method') return codeLabel(locale, 'procurementMethod', value);
  if (name === 'category') return codeLabel(locale, 'category', value);
  if (name === 'min' || name === 'max') return `$${groupThousands(value)}`;
  if (name === 'awardedFrom' || name === 'awardedTo') return formatDay(value, locale);
  const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    stage: locale.words.stage,
    reached: locale.words.stage,
    amountStage: locale.words.money.stages,
    status: locale.words.search.statuses,
    validity: locale.words.search.validities,
  };
  const labels = coded[name];
  return labels !== undefined && Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;
}
