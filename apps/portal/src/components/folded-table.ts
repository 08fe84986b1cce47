import { fillText } from '../fill.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Locale } from '../locale.js';
import { formatCount } from '../format/number.js';
import { table } from './table.js';
import type { TableContent } from './table.js';

/** Rows shown at once; past them the reader opens the rest. */
export const ROWS_OPEN = 50;

/** Rows on a page at all: a process with thousands of items is read in the download. */
export const ROWS_MOST = 500;

/** A table that shows its first rows and keeps the rest one click away. `summary` has holes `{total}` and `{rest}`. */
export function foldedTable(content: TableContent, locale: Locale, summary = locale.words.folded.summary): Html {
  const { caption, rows } = content;
  if (rows.length <= ROWS_OPEN) return table(content);
  const rest = {
    ...content,
    caption: fillText(locale.words.folded.continued, { caption }),
    rows: rows.slice(ROWS_OPEN, ROWS_MOST),
  };
  const counts = { total: formatCount(rows.length), rest: formatCount(rows.length - ROWS_OPEN) };
  return html`${table({ ...content, rows: rows.slice(0, ROWS_OPEN) })}
<p class="note print-only">${fillText(locale.words.folded.printed, { ...counts, shown: formatCount(ROWS_OPEN) })}</p>
<details class="folded"><summary>${fillText(summary, counts)}</summary>
${table(rest)}
${rows.length > ROWS_MOST && html`<p class="note">${moreNote(rows.length, locale)}</p>`}
</details>`;
}

function moreNote(total: number, { words }: Locale): string {
  return fillText(words.folded.more, { shown: formatCount(ROWS_MOST), total: formatCount(total) });
}
