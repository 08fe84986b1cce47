import { formatCount } from '../format/number.js';
import { html } from '../html.js';
import type { Child, Html } from '../html.js';
import { pathIn } from '../links.js';
import type { Locale } from '../locale.js';
import type { YearFigures } from '../views.js';
import { amount, amounts } from './amount.js';
import { table } from './table.js';

/** Years in figures; a year links to its rows. */
export function yearTable(years: readonly YearFigures[], locale: Locale): Html {
  const { home: words } = locale.words;
  const columns = [
    { label: words.year },
    { label: words.processes, kind: 'figure' as const },
    { label: words.direct, kind: 'figure' as const },
    { label: words.awarded, kind: 'figure' as const },
    { label: words.contracted, kind: 'figure' as const },
  ];
  return html`${table({ caption: words.yearsCaption, columns, rows: years.map((year) => yearRow(year, locale)) })}
<p class="note">${words.yearsNote}</p>`;
}

function yearRow(figures: YearFigures, locale: Locale): readonly Child[] {
  const { year, href, processes, directAwards, awarded, contracted } = figures;
  return [
    href === undefined ? String(year) : html`<a href="${pathIn(locale.language, href)}">${String(year)}</a>`,
    formatCount(processes),
    directAwards === undefined ? amount(undefined, locale) : formatCount(directAwards),
    amounts(awarded, locale),
    amounts(contracted, locale),
  ];
}
