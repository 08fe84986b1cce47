import { fillText } from '../fill.js';
import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pathIn } from '../links.js';
import { codeLabel } from '../locale.js';
import type { Locale } from '../locale.js';
import type { ActiveFilter, FacetGroup, FacetName, FacetOption } from '../views.js';

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

function facetGroup({ name, options }: FacetGroup, locale: Locale): Html {
  return html`<section class="facet">
<h2>${locale.words.search.facets[name]}</h2>
<ul>${options.map(
    (option) => html`<li>${facetOption(name, option, locale)}</li>
`,
  )}</ul>
</section>`;
}

function facetOption(name: FacetName, option: FacetOption, locale: Locale): Html {
  const label = labelOf(name, option, locale);
  const count = html`<span class="count">${formatCount(option.count)}</span>`;
  if (option.active)
    return html`<strong>${label} <span class="chosen">(${locale.words.search.chosen})</span></strong> ${count}`;
  return html`<a href="${pathIn(locale.language, option.href)}">${label}</a> ${count}`;
}

function chip(filter: ActiveFilter, locale: Locale): Html {
  const [name, value] = [locale.words.search.facets[filter.name], labelOf(filter.name, filter, locale)];
  const label = fillText(locale.words.search.removeFilter, { name, value });
  return html`<span class="chip-name">${name}:</span> ${value} <a href="${pathIn(locale.language, filter.removeHref)}" aria-label="${label}">${locale.words.search.remove}</a>`;
}

function labelOf(
  name: FacetName,
  { value, label }: { readonly value: string; readonly label?: string },
  locale: Locale,
): string {
  if (label !== undefined) return label;
  if (name === 'method') return codeLabel(locale, 'procurementMethod', value);
  const stages: Readonly<Record<string, string>> = locale.words.stage;
  return name === 'stage' && Object.hasOwn(stages, value) ? (stages[value] ?? value) : value;
}
