import { table } from '../../components/table.js';
import { fillText, pluralOf } from '../../fill.js';
import { formatCount } from '../../format/number.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { codeLabel } from '../../locale.js';
import type { DeskLocale } from '../desk-locale.js';
import type { FaultGroup, FaultLine } from '../views/upload.view.js';

/** What is wrong with the cells of a file, by rule and column: what it is, what to do, and each cell. */
export function faultGroups(groups: readonly FaultGroup[], locale: DeskLocale): Html {
  return html`${groups.map(
    (group) => html`<section class="fault-group">${faultGroup(group, locale)}</section>
`,
  )}`;
}

/** Cells one below the other, each with what it holds and what is wrong with that. */
export function faultTable(caption: string, faults: readonly FaultLine[], locale: DeskLocale): Html {
  const { faults: words } = locale.desk;
  const columns = [{ label: words.cell }, { label: words.header }, { label: words.value }, { label: words.message }];
  const rows = faults.map(({ cell, header, value, message }) => [
    html`<span class="code">${cell}</span>`,
    header === '' ? html`<span class="missing">${words.wholeRow}</span>` : header,
    value === '' ? html`<span class="missing">${words.empty}</span>` : html`<span class="code">${value}</span>`,
    message[locale.language],
  ]);
  return table({ caption, columns, rows });
}

function faultGroup(group: FaultGroup, locale: DeskLocale): Html {
  const { faults: words } = locale.desk;
  const { severity, header, count, remedy, faults, rule } = group;
  const place = header === '' ? words.wholeRow : fillText(words.column, { header });
  const cells = fillText(pluralOf(header === '' ? words.rows : words.cells, count), { n: formatCount(count) });
  const shown = faults.length < count && fillText(words.shown, { shown: formatCount(faults.length) });
  return html`<h3><span class="${severity === 'error' ? 'attention' : 'quiet'}">${codeLabel(locale, 'severity', severity)}.</span> ${place}: ${cells}</h3>
${remedy && html`<p class="remedy"><strong>${words.remedy}</strong> ${remedy[locale.language]}</p>`}
${faultTable(fillText(words.caption, { rule }), faults, locale)}
${shown && html`<p class="note">${shown}</p>`}`;
}
