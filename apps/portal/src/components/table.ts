import { html } from '../html.js';
import type { Child, Html } from '../html.js';

/** A column. Figures stand right, the rest left; dates do not break; what only leads elsewhere is not printed. */
export interface Column {
  readonly label: string;
  readonly kind?: 'figure' | 'day' | 'link';
}

/** A table whose first column names the row. */
export interface TableContent {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Child[])[];
  /** Many figures side by side: becomes labelled rows before other tables do. */
  readonly wide?: boolean;
}

/**
 * A table with caption and scopes. A column in which no row tells anything is left out. On a phone the stylesheet turns rows
 * into labelled lists; the roles are spelled out because browsers drop table semantics once `display` changes.
 */
export function table({ caption, wide, ...content }: TableContent): Html {
  const { columns, rows } = withoutEmptyColumns(content);
  return html`<table role="table"${wide && html` class="wide"`}>
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`<tr role="row">${cells.map((cell, index) => tableCell(cell, columns[index], index))}</tr>
`,
  )}</tbody>
</table>`;
}

function withoutEmptyColumns({
  columns,
  rows,
}: Pick<TableContent, 'columns' | 'rows'>): Pick<TableContent, 'columns' | 'rows'> {
  const told = columns.map((_, index) => rows.length === 0 || rows.some((cells) => cells[index] !== ''));
  return {
    columns: columns.filter((_, index) => told[index]),
    rows: rows.map((cells) => cells.filter((_, index) => told[index] ?? true)),
  };
}

function heading({ label, kind }: Column): Html {
  return html`<th role="columnheader" scope="col" class="${kind ?? 'text'}">${label}</th>`;
}

function tableCell(content: Child, column: Column | undefined, index: number): Html {
  if (index === 0) return html`<th role="rowheader" scope="row" class="${column?.kind ?? 'text'}">${content}</th>`;
  const kind = content === '' ? 'empty' : (column?.kind ?? 'text');
  return html`<td role="cell" class="${kind}" data-label="${column?.label}"><span class="cell">${content}</span></td>`;
}
